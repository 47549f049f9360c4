import type { Found, Tokens } from "../cursor.ts";
import type { Amount, Candidate, CandidateRule, Counting, Expression } from "../expression.ts";
import { wordsBeside, wordsOf } from "../lexicon.ts";
import { lengthOf } from "../span.ts";
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
  if (only === null || isAtMost) return null;
  // 還要十到二十年才能: between the two.
  const [least, most] = [amount.counts[0], amount.counts.at(-1)];
  const isRange = least !== undefined && most !== undefined && lengthOf(least.span) < lengthOf(most.span);
  return isRange && amount.how === null
    ? found(amount, "at", place + 1)
    : found({ ...amount, how: "at-least" }, "at-least", place + 1);
}

const without = wordsBeside("沒有|沒|沒個|不到|不等|不花|沒有個");
const cannot = wordsBeside(
  "做不|搞不|不可能|是不|完不成|完成不|不行|下不來|不會|很難|難|別想|辦不|成不|根本不|恐怕不|是做不|是不可能|看不到|出不|拿不|達不|走不",
);
/** 沒有三五年做不出來: that long at least. */
function notWithout(t: Tokens, place: number, end: number): { readonly end: number } | null {
  const before = without(t, place - 2)?.end === place || without(t, place - 1)?.end === place;
  if (!before) return null;
  for (let at = end; at < end + MOST_TO_CANNOT && !stops.has(t.at(at).text); at += 1) {
    if (t.is(at, "不") || cannot(t, at) !== null) return { end };
  }
  return null;
}

const MOST_TO_CANNOT = 10;
const stops = new Set([".", ";", "!", "?"]);

const fromThere = wordsBeside("起跳|打底|起步|起碼|是底線|是跑不掉的|跑不掉");

/** 三個人一個月都做不完: how much work it is. */
const isWork = (t: Tokens, place: number) =>
  t.is(place - 1, "人") || t.is(place - 1, "天") || t.is(place - 1, "家");

const thenWill = wordsBeside(
  "就會|就能|就可以|就可|就可望|就有|就要|會|將|可望|便會|便能|便可|即可|就夠|就足夠|就搞定|就行",
);
const MEETINGS = new Set([..."議計員場期館長費籍考"]);

const thereupon = wordsBeside("就會|就能|就可以|就可|就有|就要|便會|便能");
const MOST_TO_THEN = 12;
/** 三到五年，量子電腦就會…: said of the clause behind. */
function saysThen(t: Tokens, end: number): boolean {
  if (!t.is(end, ",")) return false;
  for (let at = end + 1; at < end + MOST_TO_THEN && t.at(at).kind !== "sign"; at += 1) {
    if (thereupon(t, at) !== null) return true;
  }
  return false;
}

/** 前三年會, 這兩年會, 第三年會: years of another count. */
const isPart = (t: Tokens, place: number) => "前這那第每首頭近後其".includes(t.at(place - 1).text || " ");

const stillWords = wordsOf("都|也都|都還");
const beforeThen = wordsOf("之前|以前");

const EARLIER = new Set([..."今往此然"]);
/** 上市後三年內 counts from a day that we do not know. */
export function isAfterEvent(t: Tokens, place: number): boolean {
  const at = t.is(place, "後") ? place : t.is(place, "的") ? place - 2 : place - 1;
  if (!t.is(at, "後")) return false;
  const before = t.at(at - 1);
  return (
    (before.kind === "han" || before.kind === "word" || before.kind === "number") && !EARLIER.has(before.text)
  );
}

const vagueTime = (end: number): Found<Candidate> => ({ value: { expression: { kind: "vague" } }, end });

const guesses = wordsBeside(
  "讓我猜|我猜|我估計|我估|我的答案是|我的預測是|答案是|我會說|我押|我賭|我的判斷是|我判斷|我的估計是|我的猜測是|保守估計|樂觀估計|樂觀來看|保守來看|快的話|慢的話|順利的話|時間表是|我的時間表是|時程是",
);
const guessJoins = new Set([",", "是", "大", "約", "要", ":"]);
/** 讓我猜，一到三年: an amount that answers when. */
function isGuessed(t: Tokens, place: number, end: number): boolean {
  const { kind } = t.at(end);
  if (kind !== "sign" && kind !== "end" && t.at(end).text !== "吧") return false;
  for (let back = 1; back <= MOST_GUESS; back += 1) {
    const words = guesses(t, place - back);
    if (words !== null)
      return words.end >= place - 1 && (words.end === place || guessJoins.has(t.at(place - 1).text));
  }
  return false;
}
const MOST_GUESS = 8;

const events = wordsBeside(
  "畢業|停牌|退役|上市|投產|獲批|開通|通車|落成|完工|成立|結婚|出生|出院|手術|術|離職|上任|就任|卸任|退休|簽約|收購|合併|合並|並購|併購|發佈|發布|推出|發售|上線|開業|開幕|開工|動工|施工|啟用|通過|生效|實施|核准|批准|確診|感染|接種|服藥|治療|失業|離婚|分手|入學|入職|復牌|投保|購買|交車|交屋|交付|量產|試產|商轉|啟動|立案|起訴|判決|宣判|入獄|獲釋|去世|過世|身故|大選|選舉|疫情|戰爭|停火|停戰|地震|事故|上路|登陸|就職|當選|落選|加入|離開|搬家|搬遷|移民|破產|倒閉|重整|解禁|解封|關閉|除役|停產|停工|復工|封城|降息|升息|加息|開賣|下市|募資|融資|掛牌|收盤|購入|買進|買入|貸款|簽署|公投|獨立|建國|開戰|點火|發射|升空|著陸|入軌|交割|過戶|斷奶|戒菸|懷孕|生產完|開學|放榜|修法|立法|鑽探|動土|開挖|註冊|登記|訂婚|求婚",
);
const MOST_EVENT = 4;
/** 畢業五年後: counted from a day that we do not know. */
function eventBefore(t: Tokens, place: number): boolean {
  for (let back = 1; back <= MOST_EVENT; back += 1) if (events(t, place - back)?.end === place) return true;
  return false;
}

/** 公布以來的四天裡. */
const isSince = (t: Tokens, place: number): boolean => {
  const at = t.is(place, "的") ? place - 1 : t.is(place - 1, "的") ? place - 2 : place - 1;
  return t.is(at, "來") && t.is(at - 1, "以");
};

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
  // 未來十多年 says of no day that it is over by then.
  if (forward !== null && amount.isOpen && amount.how === null) return vagueTime(inside?.end ?? end);
  if (passed !== null && (t.is(place - 1, "多") || (t.is(place, "過") && t.is(place - 1, "不")))) return null;
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
    // 上市後再過一年: counted from then.
    if (isAfterEvent(t, place)) return { value: { expression: { kind: "vague" }, isRefused: true }, end };
    return (
      onlyThen(t, after?.end ?? end, amount) ?? found(amount, "at", after?.end ?? then(t, end)?.end ?? end)
    );
  }
  // 115年後 may be the year.
  if (isPerhapsRepublic(t, place)) return null;
  if (after !== null && (eventBefore(t, place) || isAfterEvent(t, place))) return null;
  if (after !== null) {
    const until = beforeThen(t, after.end);
    if (until !== null) return found(amount, "within", until.end);
    return onlyThen(t, after.end, amount) ?? found(amount, "at", after.end);
  }
  const long = notWithout(t, place, end);
  if (long !== null) {
    const { value, end: behind } = found({ ...amount, how: null }, "at-least", long.end);
    return { value: { ...value, isAffirmed: true }, end: behind };
  }
  if (lastedBefore(t, place) || isAfterEvent(t, place) || isSince(t, place)) return null;
  if (inside !== null && !t.is(end, "中") && !t.is(end, "間") && !t.is(end, "期")) {
    return found(amount, "within", inside.end, true);
  }
  if (otherwise(t, end) !== null) return null;
  if (amount.isPair) return found(amount, "within", end);
  const least = fromThere(t, end);
  if (least !== null) return found({ ...amount, how: null }, "at-least", least.end, false);
  // 至少十年都不會.
  const isStill = t.is(end + 1, "不") || t.is(end + 1, "沒") || (t.is(end + 2, "不") && !t.is(end + 1, "做"));
  if (stillWords(t, end) !== null && isStill && !isWork(t, place)) {
    return { value: { ...found(amount, "within", end, true).value, onlyNegative: true }, end };
  }
  // 至少十年不會蓋出來.
  if (amount.how === "at-least" && (t.is(end, "不") || t.is(end, "沒")) && !isWork(t, place)) {
    return {
      value: { ...found({ ...amount, how: null }, "within", end, true).value, onlyNegative: true },
      end,
    };
  }
  if (atMostAlone(t, place) !== null) return found(amount, "within", end);
  if (atLeastAlone(t, place) !== null) return found(amount, "at-least", then(t, end)?.end ?? end);
  if (amount.how === "at-least" && then(t, end) !== null)
    return found(amount, "at-least", then(t, end)?.end ?? end);
  if (amount.isHedgedBehind || isGuessed(t, place, end)) return found(amount, "within", end);
  // 一年半到兩年會回本, 不到一年就會超越.
  const isMeeting = t.is(end, "會") && MEETINGS.has(t.at(end + 1).text);
  if (((thenWill(t, end) !== null && !isMeeting) || saysThen(t, end)) && !isPart(t, place))
    return found(amount, "within", end);
  // 也許五年,也許十年: two guesses at a time are no measure of anything else.
  const isGuess = amount.approximate && hedge(t, place) !== null && amount.counts.length > 1;
  return isGuess ? found(amount, "within", end) : null;
};

const passedWords = new Set(["經", "超", "度", "渡", "去", "通", "花", "用"]);

function lastedBefore(t: Tokens, place: number): boolean {
  // 不過三年內不會: "but".
  if (t.is(place - 1, "過") && t.is(place - 2, "不")) return false;
  return (
    passedWords.has(t.at(place - 1).text) ||
    (lasted(t, place - 1) !== null && !(t.is(place - 1, "上") && endsWord(t, place - 1))) ||
    lasted(t, place - 2)?.end === place
  );
}
