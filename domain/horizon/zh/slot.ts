import type { Found, Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { count } from "./number.ts";
import { half } from "./words.ts";

export const nth = wordsOf("第");

export const quarterUnit = wordsOf("季|季度|個季度|個季");

/** 第三季, 三季度, Q3, 上半年, H1. */
export function slot(t: Tokens, place: number): Found<readonly [number, number]> | null {
  const halves = half(t, place);
  if (halves !== null) return { value: [halves.value, 2], end: halves.end };
  const isBehindSign = (t.is(place, "-") || t.is(place, "/")) && /^[qh]$/.test(t.at(place + 1).text);
  if (isBehindSign) return slot(t, place + 1);
  const letter = t.at(place).text;
  const number = t.at(place + 1);
  if (
    (letter === "q" || letter === "h") &&
    number.glued &&
    number.value >= 1 &&
    number.value <= (letter === "q" ? 4 : 2)
  ) {
    return { value: [number.value, letter === "q" ? 4 : 2], end: place + 2 };
  }
  const at = nth(t, place)?.end ?? place;
  const which = count(t, at);
  const unit = which === null ? null : quarterUnit(t, which.end);
  if (which !== null && unit !== null && which.value >= 1 && which.value <= 4) {
    // "三季" may be three of them; 第三季 and 三季度 are the third.
    const isOrdinal = at > place || (t.is(unit.end - 1, "度") && !t.is(which.end, "個"));
    if (isOrdinal) return { value: [which.value, 4], end: unit.end };
  }
  if (t.is(place, "首") && t.is(place + 1, "季")) return { value: [1, 4], end: place + 2 };
  if (t.is(place, "末") && t.is(place + 1, "季")) return { value: [4, 4], end: place + 2 };
  return null;
}
