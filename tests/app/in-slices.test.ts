import { expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { extraction } from "#domain/sources/extraction.ts";
import { runCooperatively } from "#operations/extracted.ts";

/** A clock on which every look takes as long as a step does. */
function clockOf(stepMs: number) {
  const seen = { rests: 0, now: 0 };
  return {
    seen,
    turns: {
      now: () => {
        seen.now += stepMs;
        return seen.now;
      },
      rest: () => {
        seen.rests += 1;
        return Promise.resolve();
      },
    },
  };
}

function* countTo(most: number) {
  for (let step = 0; step < most; step++) yield step;
  return most;
}

test.each([
  ["short steps are taken several at a time", 1, 1_000, 83],
  ["long ones one at a time", 50, 1_000, 1_000],
  ["work of a moment is not interrupted", 1, 5, 0],
])("%s", async (_, stepMs, steps, rests) => {
  const { seen, turns } = clockOf(stepMs);
  expect(await runCooperatively(countTo(steps), turns)).toBe(steps);
  expect(seen.rests).toBe(rests);
});

test("whoever waits is let in again and again while a long text is read", async () => {
  const text = "We will open a second dock within two years. It rained all day.\n\n".repeat(3_000);
  let turns = 0;
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
  })();
  const { candidates } = await runCooperatively(extraction(text, day("2026-01-15")));
  isOver = true;
  await others;
  expect(candidates).toHaveLength(3_000);
  expect(turns).toBeGreaterThan(5);
});

test("what fails says so", async () => {
  // biome-ignore lint/correctness/useYield: it does not come that far
  const failing = (function* (): Generator<number, number> {
    throw new Error("no text");
  })();
  await expect(runCooperatively(failing)).rejects.toThrow("no text");
});
