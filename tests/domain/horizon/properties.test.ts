import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, daysAfter } from "#domain/day.ts";
import { type FoundHorizon, findHorizons, type Reading, readHorizon } from "#domain/horizon/read.ts";
import { scan } from "#domain/horizon/scan.ts";
import { checkWindow } from "#domain/window.ts";
import { ENGLISH } from "#scripts/measure/phrases-en.ts";
import { CHINESE } from "#scripts/measure/phrases-zh.ts";
import { DENSE } from "#scripts/measure/worst-texts.ts";

const said = fc.integer({ min: 0, max: 400 * 365 }).map((days) => daysAfter(day("1900-01-01"), days));
const anyDay = fc.integer({ min: 0, max: 3_652_058 }).map((days) => daysAfter(day("0001-01-01"), days));
const language = fc.constantFrom("en", "zh");

// Words of the tables in any order say things that nobody would, which is the point.
const words = [...ENGLISH, ...CHINESE].flatMap(([phrase]) => phrase.split(/(?<=[\s\p{Script=Han}])/u));
const wild = fc.array(fc.constantFrom(...words, "-", "or ", "maybe ", "9999", "年", "月", "前"), {
  maxLength: 14,
});
const phrase = fc.oneof(
  fc.constantFrom(...ENGLISH, ...CHINESE).map(([text]) => text),
  wild.map((parts) => parts.join("")),
);

const readingsOf = (found: readonly FoundHorizon[]): readonly Reading[] =>
  found.flatMap((one) => (one.kind === "window" ? [one] : one.kind === "ambiguous" ? one.readings : []));

describe("whatever is said, and whenever", () => {
  it("a window never opens before the day it was said, nor ends before it opens", () => {
    fc.assert(
      fc.property(phrase, language, said, (text, of, saidOn) => {
        for (const { window, proposedGraceBy } of readingsOf(findHorizons(text, of, saidOn))) {
          expect(checkWindow(saidOn, { ...window, graceBy: proposedGraceBy }).ok).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the words are those at the place, in order, none inside another", () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 4 }), language, said, (texts, of, saidOn) => {
        const text = texts.join(" ");
        let last = 0;
        for (const { words, start, end } of findHorizons(text, of, saidOn)) {
          expect(text.slice(start, end)).toBe(words);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });

  it("nothing throws, whatever the text and the day", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), phrase);
    fc.assert(
      fc.property(text, language, anyDay, (given, of, saidOn) => {
        findHorizons(given, of, saidOn);
        readHorizon(given, of, saidOn);
      }),
      { numRuns: 300 },
    );
  });

  it("at either end of the calendar too", () => {
    for (const [text] of [...ENGLISH, ...CHINESE]) {
      for (const on of ["0001-01-01", "9998-06-15", "9999-12-31"]) {
        for (const of of ["en", "zh"] as const) expect(() => readHorizon(text, of, day(on))).not.toThrow();
      }
    }
  });
});

describe("reading takes a number of steps in proportion to the length", () => {
  const MOST_STEPS_A_CHARACTER = 120;
  const steps = (text: string, of: "en" | "zh") => scan(text, of, day("2025-09-10")).steps;

  it.each(DENSE.flatMap(([name, text]) => [["en", name, text] as const, ["zh", name, text] as const]))(
    "%s: %s",
    (of, _name, repeat) => {
      const [short, long] = [repeat(5_000), repeat(40_000)];
      const [few, many] = [steps(short, of), steps(long, of)];
      expect(few).toBeGreaterThan(20);
      expect(few / short.length).toBeLessThan(MOST_STEPS_A_CHARACTER);
      expect(many / few).toBeLessThan((long.length / short.length) * 1.1);
    },
  );
});
