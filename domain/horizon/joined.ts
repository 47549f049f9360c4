import type { Found, Tokens } from "./cursor.ts";
import type { Candidate, CandidateRule, Expression, OneTime } from "./expression.ts";
import { saysLast } from "./latest.ts";
import { wordsBeside } from "./lexicon.ts";

/** Between two bounds of one time; 最快明年最晚後年 has nothing between them. */
const connective = wordsBeside(
  "but|and|or|, but|, and|, or|,|yet|but not|, but not|; but|- but|但|而|且|但是|,但|,而|,且|,但是|到|或|並|,並|又|,又|;|,至",
);
const certainly = wordsBeside(
  "certainly|definitely|probably|surely|likely|almost certainly|in any case|i think|hopefully|most likely|perhaps|maybe",
);
const opens = (expression: OneTime): boolean =>
  expression.kind === "count"
    ? expression.how === "at-least"
    : ["no-earlier", "after", "until-least"].includes(expression.how);
const closes = (expression: OneTime): boolean =>
  expression.kind === "count"
    ? expression.how === "within"
    : ["by", "before", "until"].includes(expression.how);
/** What names a day or a stretch and is no bound: 五年之後, "in 2027". */
const names = (expression: OneTime): boolean =>
  expression.kind === "count" ? expression.how === "at" : expression.how === "in";

function whole(first: Expression, last: Expression, isLast: boolean, isDirect: boolean): Expression | null {
  if (first.kind === "both" || first.kind === "vague" || last.kind === "both" || last.kind === "vague")
    return null;
  if (opens(first) && (closes(last) || (isLast && names(last)))) return { kind: "both", first, last };
  if (names(first) && isLast && (closes(last) || names(last))) return { kind: "both", first, last };
  // 五年之後、十年之內: both are counted, so that the first is no day of its own.
  const isCounted = first.kind === "count" && last.kind === "count";
  if (isCounted && first.how === "at" && last.how === "within") return { kind: "both", first, last };
  // 明年底後年初: one time over the turn of the year.
  const isRun = isDirect && names(first) && names(last) && !isCounted;
  return isRun ? { kind: "both", first, last } : null;
}

/**
 * A time with its second bound: "after 2027 but before 2030", 最快明年、最晚後年.
 *
 * @param read the rule of the language
 * @returns null where nothing is joined to it
 */
export function joinedWith(t: Tokens, one: Found<Candidate>, read: CandidateRule): Found<Candidate> | null {
  const { isRefused, isDenied, onlyNegative, expression } = one.value;
  if (isRefused || isDenied || onlyNegative || expression.kind === "vague") return null;
  const join = connective(t, one.end);
  const isHan = t.at(one.end).kind === "han" || t.at(one.end).kind === "number";
  const at =
    (join && (certainly(t, join.end)?.end ?? join.end)) ?? (isHan && t.at(one.end).glued ? one.end : null);
  const second = at === null ? null : read(t, at);
  if (at === null || second === null || second.value.isRefused) return null;
  const both = whole(expression, second.value.expression, saysLast(t, at, second.end), join === null);
  return both === null ? null : { value: { expression: both, onlyAffirmed: true }, end: second.end };
}
