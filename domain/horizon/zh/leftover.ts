import type { Found, Tokens } from "../cursor.ts";
import type { Candidate, CandidateRule } from "../expression.ts";
import { wordsBeside } from "../lexicon.ts";
import { readAmount } from "./amount.ts";
import { quantity } from "./number.ts";
import { readWhen } from "./range.ts";
import { unit } from "./words.ts";

const joins = wordsBeside(
  "或|或是|或者|或者是|到|至|甚至|還是|乃至|-|/|~|、|,或|,或者|,或是|,甚至|,還是|,頂多|,最多|(或|(最晚|(最遲|(或者|抑或|,至多|不然就是|要不|要不就是",
);
/** Directly behind a time these tell which part of it, or bound it again. */
const rightBehind = wordsBeside(
  "早些時候|晚些時候|較早|較晚|稍早|稍後|早段|晚段|後半|前半|後半段|前半段|上半葉|下半葉|後半葉|前半葉|前後|左近|過半|財年|財政年度|會計年度|學年度|學年|球季|賽季|年度|的頭幾年|的前幾年|的最後幾年|的頭兩年|的後幾年|頭幾年|前幾年",
);
/** Words in which 半 does not halve the time before it. */
const HALF_WORDS = new Set([..."導导數数價价島岛路途徑径球成票夜山百"]);
const sides = wordsBeside("前|之前|以前|後|之後|以後|內|之內|以內");
const eventDays = wordsBeside(
  "投票日|選舉日|開票日|開幕日|截止日|到期日|上市日|就職日|大選日|開學日|交割日|除息日|股東會",
);
const LETTERS = new Set(["q", "h"]);
const MOST_BLANK = 1;

/** Whether a time, or what counts one, begins at a place. */
function timeAt(t: Tokens, place: number, read: CandidateRule): number | null {
  const time = read(t, place);
  if (time !== null) return time.value.expression.kind === "vague" && !time.value.isRefused ? null : time.end;
  const when = readWhen(t, place);
  if (when !== null) return when.end;
  const amount = readAmount(t, place);
  if (amount !== null && amount.value.counts.length > 0) return amount.end;
  return rightBehind(t, place)?.end ?? null;
}

/** Where what is said of the time beyond what was read ends; null where nothing is. */
function behind(t: Tokens, end: number, read: CandidateRule): number | null {
  const next = t.at(end);
  if (next.text === "半" && !HALF_WORDS.has(t.at(end + 1).text)) return end + 1;
  if (LETTERS.has(next.text) && t.at(end + 1).glued && t.at(end + 1).kind === "number") return end + 2;
  if ((next.text === "/" || next.text === "-") && next.glued && LETTERS.has(t.at(end + 1).text))
    return end + 3;
  if (next.kind === "number" && next.glued && t.at(end - 1).kind !== "han") return end + 1;
  const part = rightBehind(t, end);
  if (part !== null) return part.end;
  const day = eventDays(t, end);
  const side = day === null ? null : sides(t, day.end);
  if (side !== null) return side.end;
  const limit = limitAgain(t, end);
  if (limit !== null) return limit.end;
  const isComma = t.is(end, ",") && t.between(end, end + 1) !== "、";
  const found = joins(t, end);
  // "，" parts clauses; with an 或 behind it goes on with the time.
  const join = isComma && found?.end === end + 1 ? null : found;
  const time = join === null ? null : timeAt(t, join.end, read);
  if (time !== null) return time;
  // 2027年後年底: two times with nothing between them.
  return next.kind === "han" && next.text !== "年" ? direct(t, end, read) : null;
}

/** 最快本月中，最遲農曆年前: a second bound that was not joined. */
const limitAgain = wordsBeside(
  [",", "、", ""]
    .flatMap((sign) =>
      ["最遲", "最晚", "最慢", "至遲", "晚則", "慢則", "不遲於", "不晚於"].map((word) => sign + word),
    )
    .join("|"),
);

const SAME_TIME = /^[年月日週季]/u;
/** Another time directly behind: 明年底後年初, which is neither of them. */
function direct(t: Tokens, end: number, read: CandidateRule): number | null {
  const number = quantity(t, end);
  const counted = number === null ? null : unit(t, number.end);
  if (counted !== null && !number?.value.isVague && sides(t, counted.end) !== null)
    return counted.end + MOST_BLANK;
  const words = t.at(end).text;
  if (SAME_TIME.test(words)) return null;
  const time = "明後今去".includes(words) ? read(t, end) : null;
  return time !== null && time.value.expression.kind === "calendar" ? time.end : null;
}

/** What is said of a time beyond what was read, as places before and behind; null where it was read whole. */
export function leftoverInChinese(
  t: Tokens,
  start: number,
  { value, end }: Found<Candidate>,
  read: CandidateRule,
): { readonly start: number; readonly end: number } | null {
  if (value.expression.kind === "vague") return null;
  const to = behind(t, end, read);
  return to === null ? null : { start, end: to };
}
