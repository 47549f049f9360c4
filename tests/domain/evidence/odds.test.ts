import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BalanceEntry } from "#domain/evidence/independence.ts";
import { DEFAULT_RATIOS, type OddsQuestion, oddsOf } from "#domain/evidence/odds.ts";
import { STRENGTHS } from "#domain/vocabulary.ts";
import { entryWith } from "./entries.ts";
import { manyEntries } from "./many-entries.ts";

const EVEN: OddsQuestion = { start: 50, ratios: DEFAULT_RATIOS };
const probability = (...entries: BalanceEntry[]) => oddsOf(entries, EVEN).probability;
const isNear = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9);

const ratio = fc.double({ min: 1, max: 1000, noNaN: true });
const question = fc.record({
  start: fc.integer({ min: 1, max: 99 }),
  ratios: fc.record({ weak: ratio, moderate: ratio, strong: ratio }),
});

describe("the odds", () => {
  it("of nothing logged are those one starts from", () => {
    isNear(probability(), 0.5);
    isNear(
      oddsOf([entryWith({ stance: "context", strength: "strong" })], { ...EVEN, start: 70 }).probability,
      0.7,
    );
  });

  it.each([
    ["weak", 1.5],
    ["moderate", 3],
    ["strong", 10],
  ] as const)("are multiplied by one %s entry for, and divided by one against, by %d", (strength, by) => {
    isNear(probability(entryWith({ strength })), by / (by + 1));
    isNear(probability(entryWith({ strength, stance: "contradicts" })), 1 / (by + 1));
  });

  it("are multiplied by each of two publishers, and less by a second piece from one", () => {
    isNear(probability(entryWith(), entryWith()), 9 / 10);
    const [first, second, third] = [1, 2, 3].map(() => entryWith({ publisher: "Wired", strength: "strong" }));
    const { steps } = oddsOf(
      [first, second, third].filter((entry) => entry !== undefined),
      EVEN,
    );
    expect(steps.map(({ share }) => share)).toEqual([1, 0.5, 0.25]);
    isNear(steps[1]?.factor ?? 0, Math.sqrt(10));
  });

  it("count the strongest of a voice whole, whichever was logged first", () => {
    const weak = entryWith({ publisher: "Wired", strength: "weak", recordedAt: new Date(0) });
    const strong = entryWith({ publisher: "Wired", strength: "strong" });
    expect(oddsOf([weak, strong], EVEN).steps.map(({ id, share }) => [id, share])).toEqual([
      [strong.id, 1],
      [weak.id, 0.5],
    ]);
  });

  it("take a publisher's pieces for and against as two voices", () => {
    isNear(
      probability(
        entryWith({ publisher: "Wired" }),
        entryWith({ publisher: "Wired", stance: "contradicts" }),
      ),
      0.5,
    );
  });

  it("weigh one publisher's pieces, however many, less than two of its strongest", () => {
    const many = Array.from({ length: 20 }, () => entryWith({ publisher: "Wired", strength: "strong" }));
    expect(oddsOf(many, EVEN).factorFor).toBeLessThan(100);
  });
});

describe("whatever is logged and asked", () => {
  it("the probability lies above 0 and below 1", () => {
    fc.assert(
      fc.property(manyEntries, question, (entries, asked) => {
        const { probability: given } = oddsOf(entries, asked);
        expect(given).toBeGreaterThan(0);
        expect(given).toBeLessThan(1);
      }),
    );
    const flood = Array.from({ length: 400 }, () => entryWith({ strength: "strong" }));
    for (const stance of ["supports", "contradicts"] as const) {
      const odds = oddsOf(
        flood.map((entry) => ({ ...entry, stance })),
        EVEN,
      );
      expect(odds.probability).toBeGreaterThan(0);
      expect(odds.probability).toBeLessThan(1);
      expect(Number.isFinite(odds.factorFor) && Number.isFinite(odds.factorAgainst)).toBe(true);
    }
  });

  it("the order of the entries does not matter", () => {
    fc.assert(
      fc.property(manyEntries, question, fc.infiniteStream(fc.nat()), (entries, asked, numbers) => {
        const shuffled = entries
          .map((entry) => ({ entry, at: numbers.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(oddsOf(shuffled, asked)).toEqual(oddsOf(entries, asked));
      }),
    );
  });

  it("logging another entry for it never lowers it, whatever it is not independent of", () => {
    fc.assert(
      fc.property(
        manyEntries,
        manyEntries,
        question,
        fc.constantFrom(...STRENGTHS),
        (entries, more, asked, strength) => {
          const [like] = more;
          const added = {
            ...entryWith(like),
            id: "z",
            stance: "supports",
            strength,
            recordedAt: new Date("2026-11-24T00:00:00Z"),
          } as const;
          const [before, after] = [oddsOf(entries, asked), oddsOf([...entries, added], asked)];
          expect(after.probability).toBeGreaterThanOrEqual(before.probability - 1e-12);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("with all stances exchanged, from the complement, it is the complement", () => {
    const turned = { supports: "contradicts", contradicts: "supports", context: "context" } as const;
    fc.assert(
      fc.property(manyEntries, question, (entries, asked) => {
        const other = entries.map((entry) => ({ ...entry, stance: turned[entry.stance] }));
        const complement = oddsOf(other, { ...asked, start: 100 - asked.start });
        isNear(oddsOf(entries, asked).probability + complement.probability, 1);
      }),
    );
  });

  it("the steps multiply to the answer", () => {
    fc.assert(
      fc.property(manyEntries, fc.integer({ min: 1, max: 99 }), (entries, start) => {
        const { startOdds, steps, probability: given } = oddsOf(entries, { ...EVEN, start });
        const odds = steps.reduce((all, { factor }) => all * factor, startOdds);
        isNear(given, odds / (1 + odds));
      }),
    );
  });
});
