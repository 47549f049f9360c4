import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, daysAfter } from "#domain/day.ts";
import { STATUS_RULES, type StatusFacts, type StatusRule, statusOf } from "#domain/forecasts/status.ts";
import type { Status } from "#domain/vocabulary.ts";
import { checkWindow } from "#domain/window.ts";

interface Texts {
  readonly dueFrom?: string;
  readonly dueBy?: string;
  readonly graceBy?: string;
  readonly reviewOn?: string;
}

const orNull = (text: string | undefined) => (text === undefined ? null : day(text));
const facts = (days: Texts, resolved = false): StatusFacts => ({
  dueFrom: orNull(days.dueFrom),
  dueBy: orNull(days.dueBy),
  graceBy: orNull(days.graceBy),
  reviewOn: orNull(days.reviewOn),
  resolved,
});

const plain = { dueFrom: "2026-09-10", dueBy: "2027-09-10" };
const graced = { dueFrom: "2026-09-10", dueBy: "2027-12-31", graceBy: "2028-02-29" };
const oneDay = { dueFrom: "2028-02-29", dueBy: "2028-02-29" };
const skipped = { dueFrom: "2011-12-30", dueBy: "2011-12-30", graceBy: "2011-12-31" };
const never = { dueFrom: "2032-01-01", reviewOn: "2033-01-01" };
const undated = { reviewOn: "2027-03-01" };
const noDay = {};
const wholeCalendar = { dueFrom: "0001-01-01", dueBy: "9999-12-31" };

describe("statusOf, the day before, of and after every border", () => {
  it.each<[string, Texts, string, Status]>([
    ["a window", plain, "2026-09-09", "upcoming"],
    ["a window", plain, "2026-09-10", "open"],
    ["a window", plain, "2026-09-11", "open"],
    ["a window", plain, "2027-09-09", "open"],
    ["a window", plain, "2027-09-10", "open"],
    ["a window", plain, "2027-09-11", "overdue"],
    ["grace to a leap day", graced, "2026-09-09", "upcoming"],
    ["grace to a leap day", graced, "2026-09-10", "open"],
    ["grace to a leap day", graced, "2027-12-31", "open"],
    ["grace to a leap day", graced, "2028-01-01", "due"],
    ["grace to a leap day", graced, "2028-02-28", "due"],
    ["grace to a leap day", graced, "2028-02-29", "due"],
    ["grace to a leap day", graced, "2028-03-01", "overdue"],
    ["one leap day", oneDay, "2028-02-28", "upcoming"],
    ["one leap day", oneDay, "2028-02-29", "open"],
    ["one leap day", oneDay, "2028-03-01", "overdue"],
    ["the day Apia skipped", skipped, "2011-12-29", "upcoming"],
    ["the day Apia skipped", skipped, "2011-12-30", "open"],
    ["the day Apia skipped", skipped, "2011-12-31", "due"],
    ["the day Apia skipped", skipped, "2012-01-01", "overdue"],
    ["no earlier than", never, "2031-12-31", "upcoming"],
    ["no earlier than", never, "2032-01-01", "watching"],
    ["no earlier than", never, "2032-12-31", "watching"],
    ["no earlier than", never, "2033-01-01", "review"],
    ["no earlier than", never, "2033-01-02", "review"],
    ["a review date", undated, "2027-02-28", "watching"],
    ["a review date", undated, "2027-03-01", "review"],
    ["a review date", undated, "2027-03-02", "review"],
    ["no day at all", noDay, "0001-01-01", "watching"],
    ["no day at all", noDay, "9999-12-31", "watching"],
    ["the whole calendar", wholeCalendar, "0001-01-01", "open"],
    ["the whole calendar", wholeCalendar, "9999-12-31", "open"],
  ])("%s: %o on %s is %s", (_, days, today, status) => {
    expect(statusOf(facts(days), day(today))).toBe(status);
  });

  it("takes a review date as a look, never as a deadline of a window", () => {
    const reviewed = { ...plain, reviewOn: "2026-12-01" };
    expect(statusOf(facts(reviewed), day("2026-12-02"))).toBe("open");
    expect(statusOf(facts({ ...never, reviewOn: "2031-06-01" }), day("2031-12-31"))).toBe("upcoming");
  });

  it.each([plain, graced, oneDay, never, undated, noDay])(
    "is resolved on any day once a verdict stands: %o",
    (days) => {
      for (const today of ["0001-01-01", "2026-09-10", "2028-01-01", "9999-12-31"]) {
        expect(statusOf(facts(days, true), day(today))).toBe("resolved");
      }
    },
  );
});

// The oracle: the words of the glossary as plain ifs.
function told({ dueFrom, dueBy, graceBy, reviewOn, resolved }: StatusFacts, today: Day): Status {
  if (resolved) return "resolved";
  if (dueFrom !== null && today < dueFrom) return "upcoming";
  if (dueBy === null) return reviewOn !== null && today >= reviewOn ? "review" : "watching";
  if (today <= dueBy) return "open";
  if (graceBy !== null && today <= graceBy) return "due";
  return "overdue";
}

const on = (n: number) => daysAfter(day("2027-12-26"), n);
const anyDay = fc.integer({ min: 0, max: 8 }).map(on);
const anyDayOrNull = fc.option(anyDay, { nil: null });
const anyFacts = fc
  .record({ dueFrom: anyDayOrNull, dueBy: anyDayOrNull, graceBy: anyDayOrNull, reviewOn: anyDayOrNull })
  .filter((days) => checkWindow(on(0), days).ok);

it("is what the plain ifs say on every day around any legal window", () => {
  fc.assert(
    fc.property(anyFacts, fc.boolean(), (days, resolved) => {
      for (let n = -1; n <= 10; n++) {
        expect(statusOf({ ...days, resolved }, on(n))).toBe(told({ ...days, resolved }, on(n)));
      }
    }),
    { numRuns: 1000 },
  );
});

// Where the first rule that holds and the last one that holds are the same, exactly one holds.
it("follows from exactly one rule: read backwards, the rules say the same", () => {
  const rules = STATUS_RULES as StatusRule[];
  rules.reverse();
  try {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: -1, max: 10 }), (days, n) => {
        const unresolved = { ...days, resolved: false };
        expect(statusOf(unresolved, on(n))).toBe(told(unresolved, on(n)));
      }),
      { numRuns: 5000 },
    );
  } finally {
    rules.reverse();
  }
});

it("gives every status of an unresolved forecast one rule", () => {
  const statuses = STATUS_RULES.map((rule) => rule.status);
  expect(statuses.toSorted()).toEqual(["due", "open", "overdue", "review", "upcoming", "watching"]);
});
