import { type Found, type Rule, remembered, type Tokens } from "../cursor.ts";
import { andAHalf, cardinal, ordinalWord, power, quantityWord } from "./words.ts";

const MOST_WORDS = 8;

/** "twenty-five", "two hundred", "one hundred and twenty". */
function spelled(t: Tokens, place: number): Found<number> | null {
  let end = place;
  let total = 0;
  let group: number | null = null;
  // "A hundred", "a couple of hundred".
  const many = t.is(place, "a") ? power(t, place + 1) : null;
  if (many !== null) {
    group = many.value === 1000 ? 0 : 100;
    total = many.value === 1000 ? 1000 : 0;
    end = many.end;
  }
  for (let word = 0; word < MOST_WORDS; word += 1) {
    const joined = group !== null && (t.is(end, "-") || t.is(end, "and")) ? end + 1 : end;
    const small = cardinal(t, joined);
    const isOpen: boolean =
      group === null ||
      (small !== null &&
        ((group % 100 === 0 && small.value < 100 && !(joined > end && t.is(end, "-"))) ||
          (group >= 20 && group % 10 === 0 && group < 100 && small.value < 10 && !t.is(end, "and"))));
    const large = group !== null && group < 100 ? power(t, end) : null;
    if (large !== null) {
      if (large.value === 1000) {
        total += (group ?? 1) * 1000;
        group = 0;
      } else group = (group ?? 1) * 100;
      end = large.end;
    } else if (small !== null && isOpen) {
      group = (group ?? 0) + small.value;
      end = small.end;
    } else break;
  }
  return group === null ? null : { value: total + group, end };
}

/** A plain number in digits, of its own and no part of a name like "GPT-5". */
export function digits(t: Tokens, place: number): Found<number> | null {
  const token = t.at(place);
  if (token.kind !== "number" || Number.isNaN(token.value)) return null;
  const before = t.at(place - 1);
  if (token.glued && before.kind === "word") return null;
  if (token.glued && before.text === "-" && before.glued) {
    const name = t.at(place - 2);
    if (name.kind === "word" && !PREFIXES.has(name.text)) return null;
  }
  return { value: token.value, end: place + 1 };
}

const PREFIXES = new Set(["mid", "to", "end", "or", "early", "late", "until", "by", "post", "pre"]);

/**
 * How many: in digits or in words, "a couple of", "two and a half".
 *
 * @example quantity of "two and a half years" // 2.5
 */
export const quantity: Rule<number> = remembered((t, place) => {
  const said = quantityWord(t, place);
  const written = digits(t, place) ?? spelled(t, place);
  const found = written !== null && written.end >= (said?.end ?? 0) ? written : said;
  if (found === null) return null;
  const half = andAHalf(t, found.end);
  return half === null ? found : { value: found.value + 0.5, end: half.end };
});

const SUFFIXES = new Set(["st", "nd", "rd", "th"]);

/** "third", "3rd". */
export const ordinal: Rule<number> = (t, place) => {
  const number = digits(t, place);
  if (number === null) return ordinalWord(t, place);
  const suffix = t.at(number.end);
  return suffix.glued && SUFFIXES.has(suffix.text) ? { value: number.value, end: number.end + 1 } : null;
};

/** A day of a month: "3", "3rd", "third". */
export const dayNumber: Rule<number> = (t, place) => {
  const found = ordinal(t, place) ?? digits(t, place);
  return found !== null && Number.isInteger(found.value) && found.value >= 1 && found.value <= 31
    ? found
    : null;
};
