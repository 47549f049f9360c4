import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, daysAfter } from "#domain/day.ts";
import { compareDue, type Ordered } from "#domain/lists/order.ts";

const one = (slug: string, dueFrom: string | null, dueBy: string | null): Ordered => ({
  slug,
  dueFrom: dueFrom === null ? null : day(dueFrom),
  dueBy: dueBy === null ? null : day(dueBy),
});

// In the order of the queue, soonest first.
const QUEUE = [
  one("skipped-in-apia", "2011-12-30", "2011-12-30"),
  one("year-end-long", "2026-01-01", "2027-12-31"),
  one("year-end-short", "2027-12-31", "2027-12-31"),
  one("new-year-a", "2028-01-01", "2028-01-01"),
  one("new-year-b", "2028-01-01", "2028-01-01"),
  one("leap-day", "2026-01-01", "2028-02-29"),
  one("after-leap-day", "2026-01-01", "2028-03-01"),
  one("last-day", "0001-01-01", "9999-12-31"),
  one("no-earlier-than-2027", "2027-01-01", null),
  one("no-earlier-than-2032", "2032-01-01", null),
  one("undated-a", null, null),
  one("undated-b", null, null),
];
const slugs = (list: readonly Ordered[]) => list.map(({ slug }) => slug);

describe("compareDue", () => {
  it("puts what falls due first first, then what opens first, then the slug; no last day comes last", () => {
    expect(slugs(QUEUE.toReversed().toSorted((a, b) => compareDue(a, b)))).toEqual(slugs(QUEUE));
  });

  it("turns the days round for the latest first, and still puts those without one last", () => {
    expect(slugs(QUEUE.toSorted((a, b) => compareDue(a, b, -1)))).toEqual([
      "last-day",
      "after-leap-day",
      "leap-day",
      "new-year-b",
      "new-year-a",
      "year-end-short",
      "year-end-long",
      "skipped-in-apia",
      "no-earlier-than-2032",
      "no-earlier-than-2027",
      "undated-b",
      "undated-a",
    ]);
  });
});

const near = fc.option(
  fc.integer({ min: 0, max: 3 }).map((n) => daysAfter(day("2027-12-30"), n)),
  { nil: null },
);
const anyOne = fc.record({ slug: fc.constantFrom("a", "b", "c"), dueFrom: near, dueBy: near });

describe.each([1, -1] as const)("compareDue in direction %i is an order", (direction) => {
  const compare = (a: Ordered, b: Ordered) => Math.sign(compareDue(a, b, direction));

  it("turns round with its arguments, and is 0 only for the same days and slug", () => {
    fc.assert(
      fc.property(anyOne, anyOne, (a, b) => {
        expect(compare(a, b) + compare(b, a) === 0).toBe(true);
        const same = a.slug === b.slug && a.dueFrom === b.dueFrom && a.dueBy === b.dueBy;
        expect(compare(a, b) === 0).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  it("carries over: if a is not after b, and b not after c, a is not after c", () => {
    fc.assert(
      fc.property(anyOne, anyOne, anyOne, (a, b, c) => {
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("sorts any list in one way, however it was shuffled", () => {
    const lists = fc.array(anyOne, { maxLength: 12 });
    const shuffled = lists.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(other.toSorted(compare)).toEqual(list.toSorted(compare));
      }),
    );
  });
});
