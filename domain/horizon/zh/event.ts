import type { Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";

/** What a year or its part only tells which of: 明年大選前 says nothing of the day. */
const names = wordsOf(
  "大選|選舉|總統大選|總統選舉|期中選舉|奧運|奧運會|冬奧|夏奧|冬季奧運|夏季奧運|亞運|世界盃|世界杯|世足|世博|世博會|春假|寒假|夏令營|冬令營|冬至|夏至|春分|秋分|清明|清明節|七夕|重陽|雙十|雙十一|元宵|情人節|父親節|母親節|兒童節|勞動節|教師節|開學|股東會|股東大會|兩會|峰會|投票|公投|普選|換屆",
);
const sides = wordsOf("前|之前|以前|後|之後|以後|到來前|開始前|結束前|結束後|期間|時");
const BLURRED = 2;

/**
 * Whether the words that follow, or the last of what was read with them, name an event and what is before or after it.
 */
export function isOfEvent(t: Tokens, end: number): boolean {
  for (let back = 0; back <= BLURRED; back += 1) {
    const start = end - back + (back === 0 && t.is(end, "的") ? 1 : 0);
    const name = names(t, start);
    if (name !== null && name.end > end && (back > 0 || sides(t, name.end) !== null)) return true;
  }
  return false;
}
