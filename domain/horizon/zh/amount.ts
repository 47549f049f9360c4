import { type Found, type Rule, remembered, type Tokens } from "../cursor.ts";
import type { Count, Counting } from "../expression.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { lengthOf, plus, type Span, spanOf, UNITS, type Unit } from "../span.ts";
import { type Quantity, quantity } from "./number.ts";
import { atLeast, atMost, hedge, hedgeAfter, neutral, unit, unitAndAHalf } from "./words.ts";

/** An amount of time as it was said. */
export interface SaidAmount {
  /** The numbers, the smaller first; none where there is no number in the words. */
  readonly counts: readonly Count[];
  readonly approximate: boolean;
  /** 五年多, 十幾年. */
  readonly isOpen: boolean;
  readonly how: Counting | null;
  /** 少則三年，多則五年: a time by itself. */
  readonly isPair: boolean;
  /** 左右 or the like was said behind it. */
  readonly isHedgedBehind: boolean;
}

interface Item {
  readonly quantity: Quantity;
  readonly unit: Unit | null;
  readonly more: Span;
  readonly isOpen: boolean;
}

interface Placed extends Item {
  readonly start: number;
  readonly end: number;
}

const joined = lexicon([
  [
    "到|至|-|~|或|或者|甚至|乃至|還是|或是|或者是|、|,|和|到大約|至約|,或者|,甚至|,或|;|,最多|,多則|,長則|,慢則|,晚則|,最長|,最慢|,最久|多則|長則|慢則|晚則|最多|最長|最慢|,頂多|頂多",
    true,
  ],
]);
const MOST_ITEMS = 4;
const MOST_BEFORE = 4;
const MOST_COUNT = 9999;
const NOTHING: Span = { months: 0, days: 0 };

const orLonger = wordsOf(
  "或更久|或更長|或者更久|甚至更久|或更長時間|或者更長|甚至更長|,甚至更久|,或者更久|或更久的時間|往上",
);
const orShorter = wordsOf("或更短|或更快|甚至更快|或者更短|或者更快|或更早|甚至更短|或更少|,甚至更快|以下");

/** 少則三年，多則五年: from the one to the other. */
const toMost = wordsOf(
  ",最多|,多則|,長則|,慢則|,晚則|,最長|,最慢|,最久|多則|長則|慢則|晚則|最多|最長|最慢|,頂多|頂多",
);

/** 半, 零三個月, 又六個月 behind a number of units. */
function more(t: Tokens, place: number, of: Unit): Found<Span> & { readonly isOpen: boolean } {
  if (t.is(place, "半") && !t.is(place + 1, "個"))
    return { value: spanOf(0.5, of), end: place + 1, isOpen: false };
  if (t.is(place, "多") || t.is(place, "餘")) return { value: NOTHING, end: place + 1, isOpen: true };
  let value = NOTHING;
  let end = place;
  let smallest = UNITS.indexOf(of);
  for (let piece = 0; piece < 2; piece += 1) {
    const start = t.is(end, "零") || t.is(end, "又") || t.is(end, "加") ? end + 1 : end;
    const count = quantity(t, start);
    const next = count === null ? null : unit(t, count.end);
    if (count === null || next === null || UNITS.indexOf(next.value) >= smallest) break;
    value = plus(value, spanOf(count.value.most, next.value));
    end = next.end;
    smallest = UNITS.indexOf(next.value);
  }
  return { value, end, isOpen: false };
}

/** 2030年 is a year and not so many years. */
function isYearNumber(t: Tokens, place: number, end: number): boolean {
  const { kind, text, value } = t.at(place);
  const isYear = kind === "number" && text.length === 4 && value >= 1900 && value <= 2199;
  return isYear && (t.is(end, "年") || t.is(end + 1, "年") || !Number.isNaN(t.at(end + 1).value));
}

const item = remembered<Item>((t, place) => {
  const number = quantity(t, place);
  if (number === null || number.value.most > MOST_COUNT || isYearNumber(t, place, number.end)) return null;
  const plain = { quantity: number.value, isOpen: number.value.isOpen === true };
  const halved = unitAndAHalf(t, number.end);
  if (halved !== null) {
    return { value: { ...plain, unit: halved.value, more: spanOf(0.5, halved.value) }, end: halved.end };
  }
  if (t.is(place, "半") && t.is(number.end, "月")) {
    return { value: { ...plain, unit: "month", more: NOTHING }, end: number.end + 1 };
  }
  const isMore = t.is(number.end, "多");
  const found = unit(t, isMore ? number.end + 1 : number.end);
  if (found === null) return { value: { ...plain, unit: null, more: NOTHING }, end: number.end };
  const rest = more(t, found.end, found.value);
  const isOpen = plain.isOpen || isMore || rest.isOpen;
  return { value: { ...plain, unit: found.value, more: rest.value, isOpen }, end: rest.end };
});

function items(t: Tokens, place: number): readonly Placed[] {
  const found: Placed[] = [];
  let at = place;
  while (found.length < MOST_ITEMS) {
    const one = item(t, at);
    if (one === null) break;
    found.push({ ...one.value, start: at, end: one.end });
    const join = joined(t, one.end);
    const direct = hedge(t, one.end);
    // 八年十年: from the one to the other.
    const next = join === null && direct === null && one.value.unit !== null ? item(t, one.end) : null;
    const isMore = next?.value.unit === one.value.unit && next.value.quantity.least > one.value.quantity.most;
    if (isMore) {
      at = one.end;
      continue;
    }
    if (join === null && direct === null) break;
    at = join === null ? (direct?.end ?? one.end) : (hedge(t, join.end)?.end ?? join.end);
  }
  while (found.length > 0 && found.at(-1)?.unit === null) found.pop();
  return found;
}

/** Each number with its unit, or that of the next one that has one. */
function countsOf(t: Tokens, said: readonly Placed[]): readonly Count[] {
  return said.flatMap((one, at) => {
    const of = said.slice(at).find((later) => later.unit !== null)?.unit;
    if (of == null || one.quantity.isVague) return [];
    const words = t.between(one.start, one.end);
    const { least, most } = one.quantity;
    const counts = [{ words, span: plus(spanOf(least, of), one.more) }];
    return least === most ? counts : [...counts, { words, span: plus(spanOf(most, of), one.more) }];
  });
}

/**
 * An amount of time: 兩三年, 2-3年, 一年半, 也許五年,也許十年, 至少十年, 十幾年.
 */
export const readAmount: Rule<SaidAmount> = remembered((t, place) => {
  let at = place;
  let approximate = false;
  let how: Counting | null = null;
  for (let word = 0; word < MOST_BEFORE; word += 1) {
    const [least, most, hedged] = [atLeast(t, at), atMost(t, at), hedge(t, at)];
    const before = least ?? most ?? hedged ?? neutral(t, at);
    if (before === null) break;
    if (least !== null) how = "at-least";
    else if (most !== null) how = "within";
    else if (hedged !== null) approximate = true;
    at = before.end;
  }
  const said = items(t, at);
  const last = said.at(-1);
  if (last === undefined) return null;
  const isVague = said.some(({ quantity }) => quantity.isVague);
  const counts = [...countsOf(t, said)].sort((a, b) => lengthOf(a.span) - lengthOf(b.span));
  const isPair = said.some((one, index) => index < said.length - 1 && toMost(t, one.end) !== null);
  if (isPair) how = null;
  const behind = hedgeAfter(t, last.end);
  const longer = behind === null ? orLonger(t, last.end) : null;
  const shorter = behind === null && longer === null ? orShorter(t, last.end) : null;
  if (shorter !== null) how = "within";
  const above = behind === null && (t.is(last.end, "以") || t.is(last.end, "之")) && t.is(last.end + 1, "上");
  const hedgedWithin = said.some((_one, index) => {
    const earlier = said[index - 1];
    if (earlier === undefined) return false;
    return hedge(t, joined(t, earlier.end)?.end ?? earlier.end) !== null;
  });
  return {
    value: {
      counts: isVague ? [] : counts,
      approximate:
        approximate || behind !== null || hedgedWithin || said.some((one) => one.quantity.isApproximate),
      isOpen: above || longer !== null || said.some((one) => one.isOpen),
      how,
      isPair,
      isHedgedBehind: behind !== null,
    },
    end: above ? last.end + 2 : ((longer ?? shorter)?.end ?? behind?.end ?? last.end),
  };
});
