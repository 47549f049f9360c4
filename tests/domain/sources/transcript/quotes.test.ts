import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeOfQuote, runsOf } from "#domain/sources/transcript.ts";

describe("the place of a quote", () => {
  const text = "Soon. It ships soon. It ships soon.";
  test.each([
    ["is where it stands first", "It ships soon.", undefined, { start: 6, end: 20 }],
    ["is the one named", "It ships soon.", { start: 21, end: 35 }, { start: 21, end: 35 }],
    [
      "is where it stands first, if not where it is said to be",
      "Soon.",
      { start: 3, end: 8 },
      { start: 0, end: 5 },
    ],
    ["is nowhere for other words", "It shipped.", undefined, null],
    ["is nowhere for no words", "", undefined, null],
  ])("%s", (_, quote, named, place) => {
    expect(placeOfQuote(text, quote, named)).toEqual(place);
  });
});

describe("a piece of a text with its quotes", () => {
  const at = (start: number, end: number) => ({ start, end });
  test.each([
    ["none", [], [[0, 10, []]]],
    [
      "one",
      [at(2, 4)],
      [
        [0, 2, []],
        [2, 4, [0]],
        [4, 10, []],
      ],
    ],
    [
      "two alike",
      [at(2, 4), at(2, 4)],
      [
        [0, 2, []],
        [2, 4, [0, 1]],
        [4, 10, []],
      ],
    ],
    [
      "two that overlap",
      [at(0, 5), at(3, 8)],
      [
        [0, 3, [0]],
        [3, 5, [0, 1]],
        [5, 8, [1]],
        [8, 10, []],
      ],
    ],
    [
      "one that goes on beyond it",
      [at(8, 20)],
      [
        [0, 8, []],
        [8, 10, [0]],
      ],
    ],
    ["one that is elsewhere", [at(10, 20)], [[0, 10, []]]],
  ])("%s", (_, quotes, runs) => {
    expect(runsOf(at(0, 10), quotes).map(({ start, end, quotes: own }) => [start, end, own])).toEqual(runs);
  });

  test("is whole, whatever the quotes", () => {
    const quote = fc
      .tuple(fc.nat(50), fc.integer({ min: 1, max: 50 }))
      .map(([start, length]) => at(start, start + length));
    fc.assert(
      fc.property(fc.array(quote, { maxLength: 6 }), (quotes) => {
        const runs = runsOf(at(10, 40), quotes);
        expect(runs[0]?.start).toBe(10);
        expect(runs.at(-1)?.end).toBe(40);
        for (const [place, run] of runs.entries()) expect(run.end).toBe(runs[place + 1]?.start ?? 40);
      }),
    );
  });
});
