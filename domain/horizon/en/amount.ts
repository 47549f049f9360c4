import { type Found, type Rule, remembered, type Tokens } from "../cursor.ts";
import type { Count, Counting } from "../expression.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { lengthOf, plus, type Span, spanOf, UNITS, type Unit } from "../span.ts";
import { quantity } from "./number.ts";
import {
  andAHalf,
  atLeast,
  atLeastAfter,
  atMost,
  atMostAfter,
  hedge,
  hedgeAfter,
  neutral,
  unitMany,
  unitOne,
  vagueQuantity,
} from "./words.ts";

/** "years", "year". */
const timeUnit = (t: Tokens, place: number): Found<Unit> | null => unitMany(t, place) ?? unitOne(t, place);

/** What follows a number of units and belongs to it: "and a half", "and three months", "1 month 12 days". */
export function withSmallerUnits(t: Tokens, first: Found<Span>, of: Unit): Found<Span> {
  let { value, end } = first;
  let smallest = UNITS.indexOf(of);
  for (let piece = 0; piece < 3; piece += 1) {
    const half = andAHalf(t, end);
    if (half !== null) return { value: plus(value, spanOf(0.5, of)), end: half.end };
    const start = t.is(end, ",") || t.is(end, "and") ? end + 1 : end;
    const count = quantity(t, start);
    const next = count === null ? null : timeUnit(t, count.end);
    if (count === null || next === null || UNITS.indexOf(next.value) >= smallest) break;
    value = plus(value, spanOf(count.value, next.value));
    end = next.end;
    smallest = UNITS.indexOf(next.value);
  }
  return { value, end };
}

/** An amount of time as it was said. */
export interface SaidAmount {
  /** The numbers, the smaller first; none where there is no number in the words. */
  readonly counts: readonly Count[];
  readonly approximate: boolean;
  /** "At least", "at most", where it was said. */
  readonly how: Counting | null;
  /** "The 5 upcoming years": counted from now, whatever stands before. */
  readonly ahead: boolean;
  /** "Five-year": it tells what kind of plan it is, not when. */
  readonly isAttribute: boolean;
  /** "Another", "more": on top of what has gone by. */
  readonly isFurther: boolean;
}

interface Item {
  readonly span: Span | null;
  readonly count: number;
  readonly unit: Unit | null;
  readonly ahead: boolean;
  readonly isAttribute: boolean;
  readonly isFurther: boolean;
  /** "5+ years". */
  readonly isOpen: boolean;
  /** "Five or so years", "twenty-odd years". */
  readonly isHedged: boolean;
}

const ahead = wordsOf("next|upcoming|coming|following");
const filler = wordsOf("full|calendar|short|whole|long|solid|good");
const further = wordsOf("more|further|additional|extra");
const furtherBefore = wordsOf("another|a further|an additional|an extra|a full further");
const hedged = wordsOf("or so|odd|-odd|- odd|ish|-ish|- ish|plus or minus");
const joined = lexicon<"range" | "list">([
  [
    "to|-|~|or|and|or maybe|or perhaps|maybe|through|to maybe|if not|- to -|- to|or even|, or|/|to about|to around|or about",
    "range",
  ],
  [", maybe|, perhaps|, possibly|, or maybe|, or perhaps|,|; maybe", "list"],
]);
/** "Thirty (30) days": the number again, as contracts write it. */
function saidAgain(t: Tokens, place: number, count: number): number {
  const isAgain = t.is(place, "(") && t.at(place + 1).value === count && t.is(place + 2, ")");
  return isAgain ? place + 3 : place;
}

const isPlus = (t: Tokens, place: number) => t.is(place, "+") && t.at(place).glued;

/** "2H" is a half of a year; hours are more, or said in a word. */
const isHalf = (t: Tokens, place: number, count: number) => t.is(place, "h") && count <= 2;

/** Between a number of units and one that goes without: "two years, or three", "ten years, maybe twelve". */
const tails = wordsOf("or|, or|, maybe|, perhaps|, possibly|or maybe|or perhaps|, or maybe");

const MOST_ITEMS = 4;
const MOST_BEFORE = 4;
/** More than this many of a unit is no time that anybody means. */
const MOST_COUNT = 9999;

const item = remembered<Item>((t, place) => {
  const count = quantity(t, place);
  if (count === null || count.value > MOST_COUNT) return null;
  const isOpen = isPlus(t, count.end);
  let end = saidAgain(t, isOpen ? count.end + 1 : count.end, count.value);
  const next = ahead(t, end);
  end = next?.end ?? end;
  const loose = hedged(t, end);
  end = loose?.end ?? end;
  const more = further(t, end);
  end = more?.end ?? filler(t, end)?.end ?? end;
  const hyphen = t.at(end);
  const isAttribute = hyphen.text === "-" && hyphen.glued && timeUnit(t, end + 1)?.value !== undefined;
  const found = isHalf(t, end, count.value) ? null : timeUnit(t, isAttribute ? end + 1 : end);
  const plain = {
    count: count.value,
    ahead: next !== null,
    isAttribute,
    isFurther: more !== null,
    isOpen,
    isHedged: loose !== null,
  };
  if (found === null) return { value: { ...plain, span: null, unit: null }, end: count.end };
  const whole = withSmallerUnits(t, { value: spanOf(count.value, found.value), end: found.end }, found.value);
  return { value: { ...plain, span: whole.value, unit: found.value }, end: whole.end };
});

interface Placed extends Item {
  readonly start: number;
  readonly end: number;
}

/** The numbers of a list, each joined to the one before. */
function items(t: Tokens, place: number): readonly Placed[] {
  const found: Placed[] = [];
  let at = place;
  while (found.length < MOST_ITEMS) {
    const one = item(t, at);
    if (one === null) break;
    found.push({ ...one.value, start: at, end: one.end });
    const join = joined(t, one.end);
    if (join === null) break;
    at = hedge(t, join.end)?.end ?? join.end;
  }
  // A number that no unit stands behind or before says nothing of time: "two years, 5 of them".
  while (found.length > 1 && found.at(-1)?.unit === null) {
    const [last, earlier] = [found.at(-1), found.at(-2)];
    const isTail = earlier?.unit != null && last !== undefined && tails(t, earlier.end)?.end === last.start;
    if (isTail) break;
    found.pop();
  }
  return found;
}

/** Each number with the unit it was said with, or that of the next one that has one, or of the one before. */
function countsOf(t: Tokens, said: ReturnType<typeof items>): readonly Count[] {
  return said.flatMap((one, at) => {
    const of = one.unit ?? said.slice(at).find((later) => later.unit !== null)?.unit ?? said[at - 1]?.unit;
    if (of == null) return [];
    return [{ words: t.between(one.start, one.end), span: one.span ?? spanOf(one.count, of) }];
  });
}

/** "A few years": an amount without a number. */
function withoutNumber(t: Tokens, place: number): Found<SaidAmount> | null {
  const quantity = vagueQuantity(t, place);
  if (quantity === null) return null;
  const start = (further(t, quantity.end) ?? filler(t, quantity.end))?.end ?? quantity.end;
  const found = unitMany(t, ahead(t, start)?.end ?? start);
  if (found === null) return null;
  return {
    value: {
      counts: [],
      approximate: false,
      how: null,
      ahead: false,
      isAttribute: false,
      isFurther: further(t, quantity.end) !== null,
    },
    end: found.end,
  };
}

/**
 * An amount of time: "2-3 years", "a year and a half", "maybe five, maybe ten years", "at least a few decades".
 */
export const readAmount: Rule<SaidAmount> = remembered((t, place) => {
  let at = place;
  let approximate = false;
  let how: Counting | null = null;
  let isFurther = false;
  for (let word = 0; word < MOST_BEFORE; word += 1) {
    const vague = withoutNumber(t, at);
    if (vague !== null) return vague;
    const [least, most, hedged] = [atLeast(t, at), atMost(t, at), hedge(t, at)];
    const before = least ?? most ?? hedged ?? (t.is(at, "between") ? { end: at + 1 } : neutral(t, at));
    if (before === null || (quantity(t, at)?.end ?? 0) > before.end) break;
    // "Another decade": the word stands for the number.
    if (furtherBefore(t, at)?.end === before.end) {
      isFurther = true;
      if (unitOne(t, before.end) !== null) break;
    }
    if (least !== null) how = "at-least";
    else if (most !== null) how = "within";
    else if (hedged !== null) approximate = true;
    at = before.end;
  }
  const said = items(t, at);
  if (how === null && said.some(({ isOpen }) => isOpen)) how = "at-least";
  const counts = [...countsOf(t, said)].sort((a, b) => lengthOf(a.span) - lengthOf(b.span));
  const last = said.at(-1);
  if (counts.length === 0 || last === undefined) return null;
  let end = last.end;
  for (let word = 0; word < 2; word += 1) {
    const [least, most, hedged] = [atLeastAfter(t, end), atMostAfter(t, end), hedgeAfter(t, end)];
    if (least !== null) how = "at-least";
    else if (most !== null) how = "within";
    else if (hedged !== null) approximate = true;
    end = (least ?? most ?? hedged)?.end ?? end;
  }
  // "Maybe five, maybe ten years" hedges both numbers; "five, maybe ten" the second.
  const hedgedWithin = said.some((one, index) => index > 0 && hedge(t, one.start - 1) !== null);
  return {
    value: {
      counts,
      approximate: approximate || hedgedWithin || said.some((one) => one.isHedged),
      how,
      ahead: said.some((one) => one.ahead),
      isAttribute: said.some((one) => one.isAttribute),
      isFurther: isFurther || said.some((one) => one.isFurther),
    },
    end,
  };
});
