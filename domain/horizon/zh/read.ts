import type { Candidate } from "../candidate.ts";
import { type Found, furthest, type Rule, type Tokens } from "../cursor.ts";
import type { Amount, Bound, Counting, Expression } from "../expression.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { type When, years } from "../period.ts";
import { present } from "../when.ts";
import { readAmount, type SaidAmount } from "./amount.ts";
import { count } from "./number.ts";
import { readWhen } from "./when.ts";
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
  vague,
} from "./words.ts";

type Read = Rule<Candidate>;

function toExpression(said: SaidAmount, how: Counting): Expression {
  const [least, most] = [said.counts[0], said.counts.at(-1)];
  if (least === undefined || most === undefined) return { kind: "vague" };
  const amount: Amount = { least, most, approximate: said.approximate, open: said.isOpen };
  return { kind: "count", how: said.how ?? how, amount };
}

const found = (said: SaidAmount, how: Counting, end: number): Found<Candidate> => ({
  value: { expression: toExpression(said, how) },
  end,
});

const then = wordsOf("才|後才|的時間|時間|後|之後|以後|時間才");

/** 三年內, 未來兩三年, 一年後, 再過一兩年, 不出三年, 至少還要十年, 一年左右. */
const counted: Read = (t, place) => {
  const hedged = hedge(t, place);
  const start = hedged?.end ?? place;
  const forward = ahead(t, start) ?? (hedged === null ? null : ahead(t, place));
  const passed = forward === null ? passing(t, start) : null;
  const said = readAmount(t, forward?.end ?? passed?.end ?? place);
  if (said === null) return null;
  const amount = hedged === null ? said.value : { ...said.value, approximate: true };
  const { end } = said;
  const inside = inThat(t, end);
  if (forward !== null) {
    // 下三天 counts from the day it was said; 下一年 and 下半年 are the calendar's.
    const isNext = t.is(start, "下") && (t.is(forward.end, "半") || t.is(forward.end, "一"));
    if (isNext) return null;
    return found(amount, "within", inside?.end ?? end);
  }
  const after = thereafter(t, end);
  if (passed !== null) {
    const isOver = t.is(place, "過") && lastedBefore(t, place);
    return isOver || otherwise(t, end) !== null
      ? null
      : found(amount, "at", after?.end ?? then(t, end)?.end ?? end);
  }
  if (after !== null) return found(amount, "at", after.end);
  if (lastedBefore(t, place)) return null;
  if (inside !== null && !t.is(end, "中") && !t.is(end, "間") && !t.is(end, "期")) {
    return found(amount, "within", inside.end);
  }
  if (otherwise(t, end) !== null) return null;
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
    lasted(t, place - 1) !== null ||
    lasted(t, place - 2)?.end === place
  );
}

const prefix = lexicon<Bound>([
  ["在|於|就在|將在|將於|預計在|預計於|預計|可望在|有望在|可望於|有望於", "in"],
  [
    "到|至|到了|截至|截止|截止到|截至到|最晚|最遲|至遲|不晚於|不遲於|最慢|最晚在|最遲在|最晚到|最遲到|不會晚於|趕在|在不晚於|最遲於|最晚於|遲至",
    "by",
  ],
  ["直到|一直到|持續到|維持到|直至", "until"],
  ["早於|搶在", "before"],
  [
    "最早|最快|不早於|最早在|最快在|最快要到|最早要到|最快也要到|最早也要到|至少要到|至少要等到|要到|得到|要等到|自從|從|自|自從|不會早於|最快於|最早於|最快也要|等到|得等到|必須等到|要等|最早也要|最早到|最快到|起碼要到|恐怕要到|可能要到|可能要等到",
    "no-earlier",
  ],
  ["晚於|遲於", "after"],
]);
const suffix = lexicon<Bound>([
  ["前|之前|以前|到來前|到來之前|結束前|來臨前|以前就", "before"],
  ["或之前|或以前|及之前|及以前|或更早|含之前|為止|止|結束為止|底為止|當天或之前", "by"],
  ["後|之後|以後|過後|結束後|之後的", "after"],
  ["起|開始|或之後|或以後|及以後|及之後|以降|或更晚|才|才會|才能|才有|之後才", "no-earlier"],
  ["內|之內|以內|裡|期間|當中|之中|中|間|之間|的時候|時", "in"],
]);
const onlyThen = wordsOf("才|方才|方能|才會|才能|後才");

const OPENERS = new Set(["從", "自", "由"]);

/** 2027年底前, 到2030年, 最快明年, 2032年才, 明年下半年. */
const calendar: Read = (t, place) => {
  const hedged = hedge(t, place);
  const first = hedged?.end ?? place;
  const before = prefix(t, first);
  const start = before?.end ?? first;
  // "從2027年到2030年": the range has an opening word of its own.
  const own = readWhen(t, place);
  const inner = before === null ? readWhen(t, start) : readWhen(t, start);
  const opensRange = before !== null && OPENERS.has(t.at(place).text) && own?.end === inner?.end;
  const usesOwn = own !== null && (opensRange || own.end > (inner?.end ?? 0));
  const when = usesOwn ? own : inner;
  if (when === null || when.value.when.length === 0) return null;
  const after = suffix(t, when.end);
  // "中國": the character belongs to the next word.
  const isWord = after !== null && after.end === when.end + 1 && joinsNext(t, when.end);
  const behind = isWord ? null : after;
  if (!when.value.isStrong && before === null && behind === null) return null;
  const end = behind?.end ?? when.end;
  const isOnlyThen =
    before !== null &&
    !usesOwn &&
    (before.value === "by" || before.value === "until") &&
    onlyThen(t, end) !== null;
  const own2 = usesOwn ? null : (before?.value ?? null);
  const how = isOnlyThen ? "no-earlier" : decide(own2, behind?.value ?? null);
  const expression: Expression = {
    kind: "calendar",
    how,
    bound:
      behind !== null && behind.value !== "in"
        ? t.between(when.end, behind.end)
        : before === null
          ? ""
          : t.between(first, start),
    when: when.value.when,
    whenWords: t.between(usesOwn ? place : start, when.end),
    approximate: when.value.approximate || hedged !== null,
  };
  return { value: { expression }, end: isOnlyThen ? (onlyThen(t, end)?.end ?? end) : end };
};

/** What stands behind decides, unless it only says "in": 最晚2030年內. */
function decide(before: Bound | null, behind: Bound | null): Bound {
  if (before === "no-earlier" && behind === "after") return "after";
  if (before === "no-earlier" && behind === "before") return "before";
  if (behind !== null && behind !== "in" && !(before === "no-earlier" && behind === "no-earlier"))
    return behind;
  return before ?? behind ?? "in";
}

const nextWords = new Set([
  "中國",
  "中文",
  "中心",
  "中期",
  "中共",
  "前景",
  "前進",
  "前端",
  "前瞻",
  "前所",
  "後端",
  "後續",
  "前往",
  "時代",
  "時間",
  "時期",
  "間接",
  "開始",
  "中間",
  "後來",
  "前提",
  "前沿",
  "後果",
  "起來",
  "起碼",
  "止步",
  "中央",
]);
function joinsNext(t: Tokens, place: number): boolean {
  return nextWords.has(t.at(place).text + t.at(place + 1).text);
}

const without: Read = (t, place) => {
  const words = vague(t, place);
  return words === null ? null : { value: { expression: { kind: "vague" } }, end: words.end };
};

/** The time that Chinese words say at a place. */
export const readChinese: Read = (t, place) =>
  furthest([counted(t, place), calendar(t, place), without(t, place)]);

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

/** A phrase that is nothing but a time, as a form's field is filled: 兩三年, 2030, 幾年. */
export const readBareChinese: Read = (t, place) => {
  const amount = readAmount(t, place);
  const when = readWhen(t, place);
  const year = count(t, place);
  const isYear = year !== null && year.value >= 1900 && year.value <= 2199 && t.at(year.end).kind === "end";
  return furthest([
    amount && found(amount.value, "within", amount.end),
    when && inCalendar(t, place, when.end, when.value.when, when.value.approximate),
    isYear ? inCalendar(t, place, year.end, present([years(year.value)]), false) : null,
  ]);
};
