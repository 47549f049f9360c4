import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import type { Candidate, CandidateRule } from "../expression.ts";
import { wordsOf } from "../lexicon.ts";
import { type When, years } from "../period.ts";
import { present } from "../when.ts";
import { readAmount } from "./amount.ts";
import { calendar } from "./bounded.ts";
import { counted, found } from "./counted.ts";
import { count } from "./number.ts";
import { readWhen } from "./range.ts";
import { isPerhapsRepublic, republicYear } from "./republic.ts";
import { endsWord } from "./word-before.ts";
import { vague } from "./words.ts";

const joined = wordsOf("的|,|算|算的|算,");

/** 自2027年起三年內: counted from another day, by which we have no rule, so that none of it is read. */
const countedFromThen: Rule<Candidate> = (t, place) => {
  const then = calendar(t, place);
  if (then === null || then.value.expression.kind !== "calendar") return null;
  const { how } = then.value.expression;
  if (how !== "no-earlier" && how !== "after") return null;
  const amount = readAmount(t, joined(t, then.end)?.end ?? then.end);
  return amount === null ? null : { value: { ...then.value, isRefused: true }, end: amount.end };
};

/** What a year or its part only tells which of: 明年大選前 says nothing of the day. */
const names = wordsOf(
  "大選|選舉|總統大選|總統選舉|期中選舉|奧運|奧運會|冬奧|夏奧|冬季奧運|夏季奧運|亞運|世界盃|世界杯|世足|世博|世博會|春假|寒假|夏令營|冬令營|冬至|夏至|春分|秋分|清明|清明節|七夕|重陽|雙十|雙十一|元宵|情人節|父親節|母親節|兒童節|勞動節|教師節|開學|股東會|股東大會|兩會|峰會|投票|公投|普選|換屆",
);
const sides = wordsOf("前|之前|以前|後|之後|以後|到來前|開始前|結束前|結束後|期間|時");
const BLURRED = 2;

/**
 * Whether the words that follow, or the last of what was read with them, name an event and what is before or after it.
 */
function isOfEvent(t: Tokens, end: number): boolean {
  for (let back = 0; back <= BLURRED; back += 1) {
    const start = end - back + (back === 0 && t.is(end, "的") ? 1 : 0);
    const name = names(t, start);
    if (name !== null && name.end > end && (back > 0 || sides(t, name.end) !== null)) return true;
  }
  return false;
}

/** Before 年, 月, 季, 週 they make a time of another kind: 每年底, 當年底, 五個年頭. */
const OTHERS = new Set([..."每同當隔翌次某那該逐歷往去上昨前個第這"]);
const UNITS = new Set([..."年月季週周來"]);
const NUMERALS = new Set([..."零〇一二三四五六七八九十百千廿卅兩幾數半"]);

const TO = new Set([..."至到-~"]);
const CARDINALS = new Set([..."零〇一二三四五六七八九十百千廿卅"]);

/** A number that is no part of a name: the 115 of 115年底, not the 5 of "GPT-5 年底". */
function isNumber(t: Tokens, place: number): boolean {
  const token = t.at(place);
  if (token.kind !== "number") return false;
  const before = t.at(place - 1);
  return !(token.glued && (before.kind === "word" || before.text === "-"));
}

/**
 * Whether what begins at a place is the rest of a time that begins before it and was not read: 底 of 115年底 would be
 * this year's, 三月 of 每年三月 the next.
 */
function isCutOff(t: Tokens, place: number): boolean {
  const { kind, text } = t.at(place);
  const before = t.at(place - 1);
  if (before.text === "年" && kind !== "word" && text !== "未") return true;
  if (kind === "number" && CARDINALS.has(before.text)) return true;
  // The 27年 of 2026至27年.
  if (kind === "number" && TO.has(before.text) && t.at(place - 2).kind === "number") return true;
  // 30年代 of 221世紀30年代 is none of this century.
  if (before.text === "紀" && kind === "number") return true;
  if (kind !== "han") return kind === "word" && (text === "q" || text === "h") && isNumber(t, place - 1);
  if (isNumber(t, place - 1)) return true;
  // 八個月 of 十八個月, 三年 of 兩三年.
  if (CARDINALS.has(text) && CARDINALS.has(before.text)) return true;
  const isOther = OTHERS.has(before.text) && !(text === "年" && endsWord(t, place - 1));
  return UNITS.has(text) && (isOther || NUMERALS.has(before.text));
}

const without: CandidateRule = (t, place) => {
  const words = vague(t, place);
  if (words === null) return null;
  return { value: { expression: { kind: "vague" }, deniedBehind: true }, end: words.end };
};

/** The time that Chinese words say at a place. */
export const readChinese: CandidateRule = remembered<Candidate>((t, place) => {
  const found = furthest([
    countedFromThen(t, place),
    counted(t, place),
    calendar(t, place),
    without(t, place),
  ]);
  if (found === null) return null;
  const isFraction = t.is(place - 1, "之") && t.is(place - 2, "分");
  const isFurther = t.is(place, "下") && t.is(place - 1, "下");
  if (t.is(place - 1, "第") || isFraction || isFurther)
    return { value: { ...found.value, isRefused: true }, end: found.end };
  if (isCutOff(t, place)) return null;
  const isUnread =
    found.value.expression.kind === "calendar" &&
    // 不到2030年 is sooner.
    (isOfEvent(t, found.end) || (t.is(place, "到") && t.is(place - 1, "不")));
  return isUnread ? { value: { ...found.value, isRefused: true }, end: found.end } : found;
});

const inCalendar = (
  t: Tokens,
  place: number,
  end: number,
  when: When,
  approximate: boolean,
): Found<Candidate> => ({
  value: {
    expression: {
      kind: "calendar",
      how: "in",
      bound: "",
      when,
      whenWords: t.between(place, end),
      approximate,
    },
  },
  end,
});

const needs = wordsOf("要|需要|還要|得");

/** A phrase that is nothing but a time, as a form's field is filled: 兩三年, 2030, 幾年. */
export const readBareChinese: CandidateRule = (t, place) => {
  const amount = readAmount(t, needs(t, place)?.end ?? place);
  const when = readWhen(t, place);
  const year = count(t, place);
  const republic = republicYear(t, place);
  const isYear = year !== null && year.value >= 1900 && year.value <= 2199 && t.at(year.end).kind === "end";
  return furthest([
    amount === null || isPerhapsRepublic(t, place) ? null : found(amount.value, "within", amount.end),
    when && inCalendar(t, place, when.end, when.value.when, when.value.approximate),
    republic && inCalendar(t, place, republic.end, present([years(republic.value)]), false),
    isYear ? inCalendar(t, place, year.end, present([years(year.value)]), false) : null,
  ]);
};
