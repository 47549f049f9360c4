import { type Found, remembered, type Tokens } from "../cursor.ts";

/** How many, from the smaller to the greater: 兩三 is 2 to 3. */
export interface Quantity {
  readonly least: number;
  readonly most: number;
  /** 幾, 數: no number was said. */
  readonly isVague?: boolean;
  /** 十多, 十幾: the number and some more. */
  readonly isOpen?: boolean;
  /** 十來. */
  readonly isApproximate?: boolean;
}

const DIGITS: { readonly [digit: string]: number } = {
  ...Object.fromEntries([..."零一二三四五六七八九"].map((digit, value) => [digit, value])),
  〇: 0,
  兩: 2,
  壹: 1,
  貳: 2,
  參: 3,
};
const POWERS: { readonly [power: string]: number } = { 十: 10, 百: 100, 千: 1000 };
/** Two tens and three in one character: 廿五. */
const TENS: { readonly [character: string]: number } = { 廿: 20, 卅: 30 };
const VAGUE = new Set(["幾", "數", "若", "好"]);
/** Longer ones count nothing that a calendar holds. */
const MOST_CHARACTERS = 10;

const digitAt = (t: Tokens, place: number): number | undefined => DIGITS[t.at(place).text];

/** One digit, or two that make a range: 兩三, 三五. */
function digitsAt(t: Tokens, place: number): Found<readonly [number, number]> | null {
  const first = digitAt(t, place);
  if (first === undefined) return null;
  const second = digitAt(t, place + 1);
  if (second === undefined) return { value: [first, first], end: place + 1 };
  const isRange = first > 0 && (second === first + 1 || (first === 3 && second === 5));
  return isRange && digitAt(t, place + 2) === undefined ? { value: [first, second], end: place + 2 } : null;
}

/** 十五, 兩三, 二三十, 十二三, 一百二十, 十幾, 幾十. */
function written(t: Tokens, place: number): Found<Quantity> | null {
  let [least, most] = [0, 0];
  let end = place;
  let smallest = Number.POSITIVE_INFINITY;
  const tens = TENS[t.at(place).text];
  if (tens !== undefined) {
    [least, most, smallest] = [tens, tens, 10];
    end += 1;
  }
  while (end - place < MOST_CHARACTERS) {
    if (t.is(end, "零") && end > place) end += 1;
    const digits = digitsAt(t, end);
    const power = POWERS[t.at(digits?.end ?? end).text];
    if (power !== undefined && power < smallest && (digits !== null || end === place)) {
      const [low, high] = digits?.value ?? [1, 1];
      least = digits !== null && low !== high ? low * power : most + low * power;
      most += high * power;
      smallest = power;
      end = (digits?.end ?? end) + 1;
      continue;
    }
    if (digits !== null && (end === place || smallest > 1)) {
      least += digits.value[0];
      most += digits.value[1];
      end = digits.end;
    }
    break;
  }
  return end === place ? null : { value: { least, most }, end };
}

/** 三〇, 一〇〇: digits one by one, which a nought among them shows. */
function withNought(t: Tokens, place: number): Found<number> | null {
  const run = digitRun(t, place);
  if (run === null || run.end - place < 2 || run.end - place > 3 || t.is(place, "〇") || t.is(place, "零"))
    return null;
  for (let at = place; at < run.end; at += 1)
    if (t.is(at, "〇")) return POWERS[t.at(run.end).text] ? null : run;
  return null;
}

const OPEN = new Set(["多", "餘", "幾"]);

/** How many of something, in digits or characters. */
export const quantity = remembered<Quantity>((t, place) => {
  const token = t.at(place);
  if (VAGUE.has(token.text)) {
    const next = t.at(place + 1).text;
    if (token.text === "若")
      return next === "干" ? { value: { least: 1, most: 1, isVague: true }, end: place + 2 } : null;
    if (token.text === "好")
      return next === "幾" ? { value: { least: 1, most: 1, isVague: true }, end: place + 2 } : null;
    const power = next in POWERS;
    return { value: { least: 1, most: 1, isVague: true }, end: power ? place + 2 : place + 1 };
  }
  if (token.text === "半") return { value: { least: 0.5, most: 0.5 }, end: place + 1 };
  const isNumber = token.kind === "number" && !Number.isNaN(token.value);
  const positional = isNumber ? null : withNought(t, place);
  if (positional !== null)
    return { value: { least: positional.value, most: positional.value }, end: positional.end };
  const found = isNumber
    ? { value: { least: token.value, most: token.value }, end: place + 1 }
    : written(t, place);
  if (found === null) return null;
  const more = t.at(found.end).text;
  const isRound = found.value.most >= 10 && found.value.most % 10 === 0;
  if (isRound && OPEN.has(more)) return { value: { ...found.value, isOpen: true }, end: found.end + 1 };
  if (isRound && more === "來") return { value: { ...found.value, isApproximate: true }, end: found.end + 1 };
  return found;
});

/** A plain number: of a month, a day, a quarter. */
export function count(t: Tokens, place: number): Found<number> | null {
  const found = quantity(t, place);
  if (found === null || found.value.isVague || found.value.least !== found.value.most) return null;
  return Number.isInteger(found.value.least) ? { value: found.value.least, end: found.end } : null;
}

/** Digits one by one, at most four of them: 二〇三〇, 一一八. */
export function digitRun(t: Tokens, place: number): Found<number> | null {
  let value = 0;
  let end = place;
  for (let digit = digitAt(t, end); digit !== undefined && end - place < 4; digit = digitAt(t, end)) {
    value = value * 10 + digit;
    end += 1;
  }
  return end === place ? null : { value, end };
}

/** The digits of a year one by one: 2030, 二〇三〇, or two of them. */
export function yearDigits(
  t: Tokens,
  place: number,
): Found<{ readonly year: number; readonly isShort: boolean }> | null {
  const token = t.at(place);
  if (token.kind === "number") {
    const { length } = token.text;
    if (Number.isNaN(token.value) || (length !== 4 && length !== 2)) return null;
    return { value: { year: token.value, isShort: length === 2 }, end: place + 1 };
  }
  const run = digitRun(t, place);
  const length = run === null ? 0 : run.end - place;
  return run !== null && (length === 4 || length === 2)
    ? { value: { year: run.value, isShort: length === 2 }, end: run.end }
    : null;
}
