import type { Found, Tokens } from "../cursor.ts";
import type { Amount, Candidate, CandidateRule, Counting, Expression } from "../expression.ts";
import { wordsOf } from "../lexicon.ts";
import { readAmount, type SaidAmount } from "./amount.ts";
import { isPerhapsRepublic } from "./republic.ts";
import { endsWord } from "./word-before.ts";
import {
  ahead,
  atLeastAlone,
  atMostAlone,
  hedge,
  inThat,
  lasted,
  otherwise,
  passing,
  thereafter,
} from "./words.ts";

function toExpression(said: SaidAmount, how: Counting): Expression {
  const [least, most] = [said.counts[0], said.counts.at(-1)];
  if (least === undefined || most === undefined) return { kind: "vague" };
  const amount: Amount = { least, most, approximate: said.approximate, open: said.isOpen };
  return { kind: "count", how: said.how ?? how, amount };
}

/** @param deniedBehind it says 內 or the like, so that a denial behind it is of this time, with 至少 too */
export const found = (
  said: SaidAmount,
  how: Counting,
  end: number,
  deniedBehind?: boolean,
): Found<Candidate> => ({
  value: { expression: toExpression(said, how), deniedBehind },
  end,
});

const onlyThenWords = wordsOf("才|方才|方能|才會|才能|才有|才可能|才可以|才開始|才做得到");

/** 三年後才會: then at the earliest. */
function onlyThen(t: Tokens, place: number, amount: SaidAmount): Found<Candidate> | null {
  const only = onlyThenWords(t, place);
  const isAtMost = amount.how === "within";
  return only === null || isAtMost ? null : found({ ...amount, how: "at-least" }, "at-least", place + 1);
}

const stillWords = wordsOf("都|也都|都還");
const beforeThen = wordsOf("之前|以前");

const EARLIER = new Set([..."今往此然"]);
/** 上市後三年內 counts from a day that we do not know. */
function isAfterEvent(t: Tokens, place: number): boolean {
  const at = t.is(place, "後") ? place : t.is(place, "的") ? place - 2 : place - 1;
  if (!t.is(at, "後")) return false;
  const before = t.at(at - 1);
  return (
    (before.kind === "han" || before.kind === "word" || before.kind === "number") && !EARLIER.has(before.text)
  );
}

const then = wordsOf("才|後才|的時間|時間|後|之後|以後|時間才");

/** 三年內, 未來兩三年, 一年後, 再過一兩年, 不出三年, 至少還要十年, 一年左右. */
export const counted: CandidateRule = (t, place) => {
  const hedged = hedge(t, place);
  const start = hedged?.end ?? place;
  // 合約剩下三年 is what is left of it.
  if (t.is(place, "下") && endsWord(t, place)) return null;
  const forward = ahead(t, start) ?? (hedged === null ? null : ahead(t, place));
  const passed = forward === null ? (passing(t, start) ?? passing(t, place)) : null;
  const said = readAmount(t, forward?.end ?? passed?.end ?? place);
  if (said === null) return null;
  const amount = hedged === null ? said.value : { ...said.value, approximate: true };
  const { end } = said;
  const inside = inThat(t, end);
  if (forward !== null) {
    // 下三天 counts from the day it was said; 下一年 and 下半年 are the calendar's.
    const isNext = t.is(start, "下") && (t.is(forward.end, "半") || t.is(forward.end, "一"));
    const isDecade =
      t.is(start, "下") && (t.is(end - 1, "紀") || (t.is(end - 1, "年") && t.is(end - 2, "十")));
    if (isNext || isDecade || isAfterEvent(t, start)) return null;
    return found(amount, "within", inside?.end ?? end, true);
  }
  const after = thereafter(t, end);
  if (passed !== null) {
    const isOver = t.is(place, "過") && lastedBefore(t, place);
    if (isOver || otherwise(t, end) !== null) return null;
    return (
      onlyThen(t, after?.end ?? end, amount) ?? found(amount, "at", after?.end ?? then(t, end)?.end ?? end)
    );
  }
  // 115年後 may be the year.
  if (isPerhapsRepublic(t, place)) return null;
  if (after !== null) {
    const until = beforeThen(t, after.end);
    if (until !== null) return found(amount, "within", until.end);
    return onlyThen(t, after.end, amount) ?? found(amount, "at", after.end);
  }
  if (lastedBefore(t, place) || isAfterEvent(t, place)) return null;
  if (inside !== null && !t.is(end, "中") && !t.is(end, "間") && !t.is(end, "期")) {
    return found(amount, "within", inside.end, true);
  }
  if (otherwise(t, end) !== null) return null;
  // 至少十年都不會.
  if (stillWords(t, end) !== null && (t.is(end + 1, "不") || t.is(end + 1, "沒") || t.is(end + 2, "不"))) {
    return { value: { ...found(amount, "within", end, true).value, onlyNegative: true }, end };
  }
  if (atMostAlone(t, place) !== null) return found(amount, "within", end);
  if (atLeastAlone(t, place) !== null) return found(amount, "at-least", then(t, end)?.end ?? end);
  if (amount.how === "at-least" && then(t, end) !== null)
    return found(amount, "at-least", then(t, end)?.end ?? end);
  if (amount.isHedgedBehind) return found(amount, "within", end);
  // 也許五年,也許十年: two guesses at a time are no measure of anything else.
  const isGuess = amount.approximate && hedge(t, place) !== null && amount.counts.length > 1;
  return isGuess ? found(amount, "within", end) : null;
};

const passedWords = new Set(["經", "超", "度", "渡", "去", "通", "花", "用"]);

function lastedBefore(t: Tokens, place: number): boolean {
  return (
    passedWords.has(t.at(place - 1).text) ||
    (lasted(t, place - 1) !== null && !(t.is(place - 1, "上") && endsWord(t, place - 1))) ||
    lasted(t, place - 2)?.end === place
  );
}
