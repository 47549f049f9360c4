import { type Day, daysAfter, yearsAfter } from "../day.ts";
import type { Found, Rule } from "./cursor.ts";
import {
  monthOf,
  months,
  nextOf,
  type Period,
  SEASONS,
  type Season,
  thirdOf,
  through,
  type When,
  yearOf,
} from "./period.ts";
import type { Part } from "./step.ts";

/** What calendar words were read as, before their bound is known. */
export interface SaidWhen {
  readonly when: When;
  readonly approximate: boolean;
  /** It is a time even where no "in" or "by" stands before it: "next year", "Q3 2026", but not a bare "2030". */
  readonly isStrong: boolean;
  /** It has a first and a last of its own, so that "from" before it is no bound: "13 to 15 July". */
  readonly isRange?: boolean;
  /** One or the next, as in "2030 or the year after": nothing is said before it. */
  readonly isEither?: boolean;
}

/** Reads calendar words. */
export type WhenRule = Rule<SaidWhen>;

/** Calendar words read up to a place; null where the calendar has none of what they say. */
export const saidWhen = (when: When, end: number, isStrong = true): Found<SaidWhen> | null =>
  when.length === 0 ? null : { value: { when, approximate: false, isStrong }, end };

export const present = (periods: readonly (Period | null)[]): When =>
  periods.filter((period) => period !== null);

/** A part of what was said, "mid to late" from the first to the last. */
export function partsOf(when: When, parts: readonly Part[], moment?: Period["moment"]): When {
  return when.map((period) => {
    const thirds = parts.map((part) => thirdOf(period, part));
    const [first, last] = [thirds[0] ?? period, thirds.at(-1) ?? period];
    const { assumed, approximate } = period;
    return { ...first, to: last.to, moment, assumed, approximate };
  });
}

/** The season that begins in a year. */
export const seasonOf = (year: number, season: Season): Period | null => months(year, SEASONS[season], 3);

/**
 * "Winter 2026": the one that begins or the one that ends in that year. All other seasons lie within their year.
 */
export const seasonIn = (year: number, season: Season): When =>
  present(
    season === "winter" ? [seasonOf(year, season), seasonOf(year - 1, season)] : [seasonOf(year, season)],
  );

/**
 * "Next March", "next summer": the coming one, or the one after this year's. Where the coming one is still this
 * year's, speakers mean either.
 */
export function nextNamed(saidOn: Day, inYear: (year: number) => Period | null): When {
  const coming = nextOf(saidOn, inYear);
  if (coming === null) return [];
  const isUnderWay = coming.from <= saidOn;
  const year = yearOf(coming.from);
  if (isUnderWay) return present([inYear(year + 1)]);
  const { assumed: _, ...plain } = coming;
  return year === yearOf(saidOn) ? present([plain, inYear(year + 1)]) : [plain];
}

/** Where years that are named for the one they end in end: with December, September, June or March. */
const FISCAL_ENDS = [12, 9, 6, 3] as const;

/** A fiscal year, named for the year it ends in; in more than one way as long as nobody says when it ends. */
export const fiscalYears = (year: number, ends: readonly number[] = FISCAL_ENDS): When =>
  present(ends.map((month) => months(year, month - 11, 12)));

/** A fiscal year named by both its years ("FY2026/27"): it ends in the second, so not with December. */
export const fiscalYearsOver = (second: number): When => fiscalYears(second, FISCAL_ENDS.slice(1));

/** The fiscal year that a day is in, or one so many later, as long as nobody says when it ends. */
export const fiscalYearsNear = (saidOn: Day, ahead: number): When =>
  FISCAL_ENDS.flatMap((month) =>
    fiscalYears(yearOf(saidOn) + (monthOf(saidOn) > month ? 1 : 0) + ahead, [month]),
  );

/** The same stretch so many years later; one that ends with its month still does, in February too. */
export function moved(period: Period, count: number): Period {
  const next = daysAfter(period.to, 1);
  const endsMonth = next.endsWith("-01");
  return {
    ...period,
    from: yearsAfter(period.from, count),
    to: endsMonth ? daysAfter(yearsAfter(next, count), -1) : yearsAfter(period.to, count),
  };
}
const MOST_YEARS = 9000;

/**
 * From one time to another. Where no year was said for the first, it is the last one before the second; where none was
 * said for the second, the first one after the first.
 */
export function fromTo(first: Period, last: Period): Period | null {
  if (yearOf(first.from) > MOST_YEARS || yearOf(last.to) > MOST_YEARS) return through(first, last);
  if (first.assumed) {
    const behind = moved(first, yearOf(last.to) - yearOf(first.from));
    return through(behind.from <= last.to ? behind : moved(behind, -1), last);
  }
  if (!last.assumed) return through(first, last);
  const ahead = moved(last, yearOf(first.from) - yearOf(last.from));
  return through(first, ahead.to >= first.from ? ahead : moved(ahead, 1));
}
