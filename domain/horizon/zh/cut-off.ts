import type { Tokens } from "../cursor.ts";
import { endsWord } from "./word-before.ts";

/** Before 年, 月, 季, 週 they make a time of another kind: 每年底, 當年底, 五個年頭. */
const OTHERS = new Set([..."每同當隔翌次某那該逐歷往去上昨前個第這"]);
const UNITS = new Set([..."年月季週周來"]);
const NUMERALS = new Set([..."零〇一二三四五六七八九十百千廿卅兩幾數半"]);

const DIGITS = new Set([..."零〇一二三四五六七八九"]);

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
export function isCutOff(t: Tokens, place: number): boolean {
  const { kind, text } = t.at(place);
  const before = t.at(place - 1);
  if (before.text === "年" && kind !== "word" && text !== "未") return true;
  if (kind !== "han") return kind === "word" && (text === "q" || text === "h") && isNumber(t, place - 1);
  if (isNumber(t, place - 1)) return true;
  if (DIGITS.has(text) && DIGITS.has(before.text)) return true;
  const isOther = OTHERS.has(before.text) && !(text === "年" && endsWord(t, place - 1));
  return UNITS.has(text) && (isOther || NUMERALS.has(before.text));
}
