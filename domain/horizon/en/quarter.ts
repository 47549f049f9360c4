import { wordsOf } from "../lexicon.ts";
import { months, nextOf, sliceOf, type When, yearOf, years } from "../period.ts";
import { present, saidWhen, type WhenRule } from "../when.ts";
import { decade } from "./named-period.ts";
import { definite, relative, slot, slotBehind } from "./unit-period.ts";
import { month as monthName } from "./words.ts";
import { yearBehind, yearNumber } from "./year.ts";

export const ofThe = wordsOf("of the|of|in the|in");

/** A quarter or a half of something, or the next of its kind. */
export const quarterOrHalf: WhenRule = (t, place) => {
  const found = slot(t, place);
  if (found === null) return null;
  const [index, count] = found.value;
  const sized = (when: When) => present(when.map((period) => sliceOf(period, index, count)));
  // Two digits stand for a year right behind: "3Q26", "Q3'26".
  const short = t.at(found.end);
  if (short.glued && short.kind === "number" && short.text.length === 2) {
    const isEstimated = t.at(found.end + 1).glued && t.is(found.end + 1, "e");
    return saidWhen(sized(present([years(2000 + short.value)])), found.end + (isEstimated ? 2 : 1));
  }
  const year = yearBehind(t, found.end);
  if (year !== null) return saidWhen(sized(year.value), year.end);
  const of = ofThe(t, found.end);
  const whole = of === null ? null : (longUnit(t, of.end) ?? decade(t, of.end) ?? relative(t, of.end));
  if (whole !== null) return saidWhen(sized(whole.value.when), whole.end);
  const month = of === null ? null : (shortUnit(t, of.end) ?? namedMonth(t, of.end));
  const end = of !== null && t.is(of.end, "year") ? of.end + 1 : found.end;
  if (month !== null && count === 2) return saidWhen(sized(month.value.when), month.end);
  const inYear = (of: number) => {
    const whole = years(of);
    return whole && sliceOf(whole, index, count);
  };
  return saidWhen(present([nextOf(t.saidOn, inYear)]), end, end > found.end);
};

/** "The first half of June". */
const namedMonth: WhenRule = (t, place) => {
  const named = monthName(t, place);
  const year = named === null ? null : yearBehind(t, named.end);
  if (named === null) return null;
  const inYear = (of: number) => months(of, named.value, 1);
  const when =
    year === null ? [nextOf(t.saidOn, inYear)] : year.value.map(({ from }) => inYear(yearOf(from)));
  return saidWhen(present(when), year?.end ?? named.end);
};

const longUnit: WhenRule = (t, place) => {
  const found = definite(t, place);
  return found !== null && (t.is(found.end - 1, "decade") || t.is(found.end - 1, "century")) ? found : null;
};

const shortUnit: WhenRule = (t, place) => {
  const found = definite(t, place);
  return found !== null && t.is(found.end - 1, "month") ? found : null;
};

/** "2030", "2026 Q3", "2026-H2", "2027 year-end". */
export const yearFirst: WhenRule = (t, place) => {
  const year = yearNumber(t, place);
  if (year === null) return null;
  const when = present([years(year.value)]);
  const piece = slotBehind(t, year.end);
  if (piece !== null) return saidWhen(present(when.map((one) => sliceOf(one, ...piece.value))), piece.end);
  return saidWhen(when, year.end, year.end - place > 1 && !t.is(place, "'"));
};
