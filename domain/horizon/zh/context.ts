import {
  type Context,
  clauseAround,
  findsIn,
  isLikelyOver,
  isOnlyBetween,
  isYearless,
  type Placed,
  type Stretch,
} from "../context.ts";
import { remembered, type Tokens } from "../cursor.ts";
import type { Expression } from "../expression.ts";
import { wordsBeside } from "../lexicon.ts";
import { isAfterEvent } from "./counted.ts";
import { quantity } from "./number.ts";
import { back, future, isAhead, isPast, nowAgain, told } from "./tense.ts";

/** The clause of a place, and the one before it. */
function withClauseBefore(t: Tokens, one: Stretch, sentence: Stretch): Stretch {
  let { start } = clauseAround(t, one);
  if (start > sentence.start && t.is(start - 1, ",")) {
    start -= 1;
    while (start > sentence.start && !t.is(start - 1, ",")) start -= 1;
  }
  return { start, end: one.end };
}

/** 2019年. */
const yearGone = (t: Tokens, at: number) => {
  const { kind, text, value } = t.at(at);
  return kind === "number" && text.length === 4 && value < Number(t.saidOn.slice(0, 4)) && t.is(at + 1, "年")
    ? true
    : null;
};

/** 2018年的時候，: the clause before only says when. */
const THEN = new Set([..."候時年"]);

/** 三年前他預測三年後會實現: counted from then. */
function isOfOlderForecast(t: Tokens, one: Placed, sentence: Stretch): boolean {
  const { expression } = one.candidate;
  const isNamed = findsIn(t, one, named) && !findsIn(t, one, ofYear);
  if (!isCounted(expression) && !isYearless(one) && !isNamed) return false;
  const near = withClauseBefore(t, one, sentence);
  let saying: number | null = null;
  for (let at = near.start; at < one.start; at += 1) if (told(t, at) !== null) saying = at;
  if (saying === null) return false;
  const { start } = clauseAround(t, { start: saying, end: saying + 1 });
  const clause = { start, end: saying + 1 };
  const before = start > sentence.start ? clauseAround(t, { start: start - 1, end: start - 1 }) : clause;
  const isThen = THEN.has(t.at(start - 2).text) && findsIn(t, before, yearGone);
  if (!isThen && !findsIn(t, clause, back) && !findsIn(t, clause, yearGone)) return false;
  return !findsIn(t, { start, end: one.start }, nowAgain);
}

/** Counted from the day it was said, at both of its bounds if it has two. */
const isCounted = (expression: Expression): boolean =>
  expression.kind === "both"
    ? isCounted(expression.first)
    : expression.kind === "count" && expression.base === undefined;

/** The number of a year, or of one of the Republic: the same on whatever day it is said. */
const ofYear = (t: Tokens, at: number): true | null =>
  t.is(at, "民") || (t.at(at).kind === "number" && (t.at(at).text.length === 4 || t.is(at + 1, "年")))
    ? true
    : null;

/** 上市後約兩年內: counted from then; 上市後未來兩年 is from now. */
function isAfterThat(t: Tokens, one: Placed): boolean {
  if (!isCounted(one.candidate.expression) || findsIn(t, one, aheadWords)) return false;
  let place = one.start;
  while (BEFORE_COUNT.has(t.at(place - 1).text) && one.start - place < MOST_WORD) place -= 1;
  return isAfterEvent(t, place);
}
/** Of 約, 最快, 至少, 短則 and the like, which may stand between. */
const BEFORE_COUNT = new Set([..."約大概最快早至少起碼短則不到"]);

/** Named from the day on which it is said. */
const named = remembered(
  wordsBeside(
    "今|明|後年|本月|本季|本週|本周|這個月|下季|下個月|下週|下周|年底|年初|年中|年內|月底|月內|下半年|上半年|這|本財|本會計|下一|下個|下个|禮拜|星期",
  ),
);
const present = remembered(
  wordsBeside("今年|本季|本月|這個月|這個季|本週|本周|今天|今日|這週|這周|當季|這季|本年度|今年度"),
);
const isRelative = (t: Tokens, one: Placed): boolean => findsIn(t, one, present);

/** 三年內, 未來三年: never told of what is over. */
const aheadItself = (t: Tokens, one: Placed): boolean =>
  t.is(one.end - 1, "內") || findsIn(t, one, aheadWords);
const aheadWords = wordsBeside("未來|今後|接下來|往後");

/** 11月-12月已大漲: told, and nothing of it is to come. */
function isTold(t: Tokens, one: Placed, sentence: Stretch): boolean {
  const { expression } = one.candidate;
  const isAheadItself = expression.kind === "count" && aheadItself(t, one);
  if (isAheadItself || !(isYearless(one) || isRelative(t, one) || expression.kind === "count")) return false;
  const clause = clauseAround(t, one);
  const outside = { start: one.end, end: clause.end };
  const isPastHere =
    findsIn(t, outside, isPast) || findsIn(t, { start: clause.start, end: one.start }, isPast);
  if (!isPastHere && !isLikelyOver(t, one)) return false;
  const parts = [
    { start: sentence.start, end: one.start },
    { start: one.end, end: sentence.end },
  ];
  return !parts.some((part) => findsIn(t, part, isAhead)) && !findsIn(t, one, isAhead);
}

const until = wordsBeside("截至|截止|截至到|截止到|截止至");
/** 截至9月底 of a month that is over: how things stood. */
function isAsOf(t: Tokens, one: Placed): boolean {
  if (until(t, one.start) === null || one.candidate.expression.kind !== "calendar") return false;
  if (isRelative(t, one)) return true;
  return one.candidate.expression.when.some(({ from, assumed }) => {
    const monthSaid = t.saidOn.slice(5, 7);
    return assumed === true && (from.slice(5, 7) <= monthSaid || from.slice(0, 4) > t.saidOn.slice(0, 4));
  });
}

const RATIOS = new Set([..."同環环占佔相對无無"]);
const COMPARES = new Set([..."比較"]);
const comparing = wordsBeside(
  "低於|高於|不低於|不高於|優於|不如|多於|少於|大於|小於|劣於|等於|超過|超越|相較於|相較|相比|對比|相對於|較之|有別於|不同於|不亞於|好於|差於|強於|弱於|勝過|快於|慢於|早於|遜於|相當於|接近於|持平於|比起|跟|高過|低過|比",
);
const afterCompared = wordsBeside(
  "同期|水準|水平|水位|高點|低點|的水準|的水平|的高點|的低點|的同期|基期|相比|比較|的基期|的紀錄|的記錄|的歷史高點|的高峰|的低谷|相當|持平",
);
const MOST_WORD = 4;

/** 不低於今年的800億元, 較第二季成長: what something is held against. */
function isComparedWith(t: Tokens, one: Placed): boolean {
  const isOpen = isYearless(one) || isRelative(t, one);
  for (let back = 1; back <= MOST_WORD; back += 1) {
    const words = comparing(t, one.start - back);
    // 同比, 占比: what was compared stands elsewhere.
    const isRatio = t.is(one.start - back, "比") && RATIOS.has(t.at(one.start - back - 1).text);
    const isNear = words?.end === one.start || (words?.end === one.start + 1 && t.is(one.start, "於"));
    if (isNear && !isRatio) return true;
  }
  if (one.candidate.expression.kind !== "calendar") return false;
  const last = t.at(one.start - 1).text;
  if (COMPARES.has(last) && !(last === "較" && "比相".includes(t.at(one.start - 2).text)) && isOpen)
    return true;
  const opens = t.is(one.start, "從") || t.is(one.start, "由") || t.is(one.start, "自");
  if (opens && isValue(t, one.end)) return true;
  return afterCompared(t, one.end) !== null && isOpen && !findsIn(t, one, until);
}

/** 今年的4%: a value, of which the time only tells which. */
function isValue(t: Tokens, end: number): boolean {
  const at = t.is(end, "的") ? end + 1 : end;
  for (let on = at; on < at + 3; on += 1) if (t.at(on).kind === "number" && !t.is(on + 1, "年")) return true;
  return false;
}

const moved = remembered(
  wordsBeside(
    "改|延|推遲|延後|押後|延至|推至|挪|推|順延|提前|調整|移|延宕|拖|改期|後移|展延|遞延|延期|往後|挪|變更|修正|上修|下修|提早|延長|拉長|升|降|增|減|成長|增加|減少|上升|下降|擴大|擴|縮|提高|提升|下滑|攀升|走升",
  ),
);
const toThen = wordsBeside("到|至|為");
const MOST_BETWEEN = 8;

/** 從2031年3月改到2033年6月: the second counts. */
function isMovedFrom(t: Tokens, one: Placed, following: readonly Placed[]): boolean {
  if (!(t.is(one.start, "從") || t.is(one.start, "由") || t.is(one.start, "自"))) {
    const before = t.at(one.start - 1).text;
    if (before !== "從" && before !== "由" && before !== "自" && before !== "原") return false;
  }
  const [second] = following;
  if (second === undefined || second.start - one.end > MOST_BETWEEN) return false;
  const between = { start: one.end, end: second.start + 1 };
  return findsIn(t, between, moved) && findsIn(t, between, toThen);
}

const originally = remembered(
  wordsBeside("原定|原訂|原本|本來|原先|原計劃|原計畫|原預計|原預期|早先|原來|原定的|最初"),
);
const MOST_TO_ORIGINAL = 8;
/** 原定2022年投產，推遲到2024年. */
function isOriginal(t: Tokens, one: Placed, following: readonly Placed[]): boolean {
  if (following.length === 0) return false;
  for (let back = 0; back <= MOST_TO_ORIGINAL; back += 1) {
    if (t.at(one.start - back).kind === "sign") return false;
    if (originally(t, one.start - back) !== null) return true;
  }
  return false;
}

/** 從2023年的61%、2024年的64%升到2026年的七成: the last one is what is forecast. */
function isEarlierValue(t: Tokens, one: Placed, following: readonly Placed[]): boolean {
  const isReached = following.some(({ start }) => toThen(t, start) !== null || toThen(t, start - 1) !== null);
  if (!t.is(one.end, "的") || !isValue(t, one.end)) return false;
  // 由8月的3.2％上修至5.1％.
  const isChanged = isYearless(one) && findsIn(t, { start: one.end + 1, end: one.end + MOST_BETWEEN }, moved);
  return isReached || isChanged;
}

const isNot = wordsBeside("不是|並非|並不是|而不是|不在|不是說|並不是說");
const butIs = wordsBeside("是|,是|而是|,而是|,應是|,應該是|,會是|,要到|,要等到|,得到");
const sorry = wordsBeside(
  "哦不|喔不|噢不|啊不|不對|抱歉|我是說|應該說|更正|說錯了|口誤|不不|不,|我說錯|對不起|應該是|講錯了",
);
/** 到2028年，哦不，2029年: nothing but that stands between them. */
const isTakenBack = (t: Tokens, one: Placed, second: Placed): boolean =>
  isOnlyBetween(t, { start: one.end, end: second.start }, sorry);

const OLDEST = 120;
/** 他今年四十五歲. */
function isAge(t: Tokens, one: Placed): boolean {
  const number = quantity(t, one.end);
  if (number === null) return false;
  const { kind } = t.at(number.end);
  // 老闆今年七十九。
  const isBare = t.is(one.start, "今") && number.value.most <= OLDEST && (kind === "sign" || kind === "end");
  return isBare || t.is(number.end, "歲") || t.is(number.end, "岁");
}

const expiring = wordsBeside("到期的|屆滿的|期滿的|交割的|到期之|生效的");
const story = wordsBeside("講的是|說的是|設定在|背景是|背景設在|故事發生在|寫的是");
/** 電影講的是2075年的事. */
const isStory = (t: Tokens, one: Placed): boolean => {
  for (let back = 2; back <= 5; back += 1) if (story(t, one.start - back)?.end === one.start) return true;
  return story(t, one.start) !== null;
};

/** 6月底前到期的期權, 一個月內的短線: what kind of thing is meant. */
function isKind(t: Tokens, one: Placed, sentence: Stretch): boolean {
  if (expiring(t, one.end) !== null) return true;
  const { expression } = one.candidate;
  const last = t.at(one.end - 1).text;
  if (expression.kind !== "count" || !t.is(one.end, "的") || last !== "內" || t.is(one.end + 1, "事"))
    return false;
  const parts = [
    { start: sentence.start, end: one.start },
    { start: one.end, end: sentence.end },
  ];
  return !parts.some((part) => findsIn(t, part, isAhead));
}

/** 不是明年，是後年. */
function isCorrected(t: Tokens, one: Placed, following: readonly Placed[]): boolean {
  const [second] = following;
  if (second !== undefined && isNot(t, one.start - 3)?.end === one.start && t.is(one.start - 1, "說"))
    return true;
  const isDenied =
    isNot(t, one.start - 2)?.end === one.start ||
    isNot(t, one.start - 3)?.end === one.start ||
    isNot(t, one.start) !== null;
  if (second !== undefined && isTakenBack(t, one, second)) return true;
  const join = isDenied && second !== undefined ? butIs(t, one.end) : null;
  return join !== null && second !== undefined && Math.abs(second.start - join.end) <= 2;
}

const thisYear = wordsBeside("今年");
const releases = wordsBeside(
  "上修|下修|上調|下調|調升|調降|調高|調低|發布|發佈|公布|公佈|宣布|宣佈|表示|指出|預測|預估|重申|更新|修正|發表|出具|透露|說|受訪|談到|喊出|召開|舉行",
);
/** 本週上修2027年銷量預測: when that was said. */
function isWhenTold(t: Tokens, one: Placed, following: readonly Placed[]): boolean {
  if (!isRelative(t, one) || findsIn(t, one, thisYear)) return false;
  const isFollowed = following.some(
    ({ horizon }) => horizon.kind === "window" || horizon.kind === "ambiguous",
  );
  return isFollowed && findsIn(t, { start: one.end, end: one.end + 8 }, releases);
}

const stock = wordsBeside(
  "庫存|存貨|交期|工期|週期|周期|合約|租期|壽命|保固|保質期|療程|課程|訓練|等待時間|工時|刑期|學制|任期|試用期|期限|年限|去化|天數|庫存水位|庫存天數|帳齡|車齡|屋齡|年資|資歷|經驗|役期",
);
/** 庫存約三到五週: how long a thing is. */
function isLengthOf(t: Tokens, one: Placed): boolean {
  const { expression } = one.candidate;
  if (expression.kind !== "count") return false;
  const clause = clauseAround(t, one);
  const words = t.between(one.start, one.end);
  const isBound = /[內内後后]$|未來|未来|今後|今后|再|過|还|還/u.test(words);
  return !isBound && findsIn(t, { start: clause.start, end: one.start }, stock);
}

const ownView = remembered(
  wordsBeside(
    "我猜|我看|我認為|我覺得|我預言|我預測|我估計|我判斷|我賭|我押|我相信|我敢說|我的看法|我的判斷|我預計|我預期|個人認為|個人覺得",
  ),
);

export const chineseContext: Context = {
  isNoHorizon: (t, one, sentence, following) =>
    isOfOlderForecast(t, one, sentence) ||
    isAsOf(t, one) ||
    isAfterThat(t, one) ||
    isTold(t, one, sentence) ||
    isComparedWith(t, one) ||
    isMovedFrom(t, one, following) ||
    isOriginal(t, one, following) ||
    isEarlierValue(t, one, following) ||
    isCorrected(t, one, following) ||
    isLengthOf(t, one) ||
    isAge(t, one) ||
    isStory(t, one) ||
    isKind(t, one, sentence) ||
    isWhenTold(t, one, following),
  isOwnView: (t, stretch) => findsIn(t, stretch, ownView),
  speaksAhead: (t, stretch) => findsIn(t, stretch, future),
};
