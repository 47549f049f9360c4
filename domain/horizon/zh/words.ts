import type { Rule } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import type { Season } from "../period.ts";
import type { Unit } from "../span.ts";
import type { Part } from "../step.ts";

// What Chinese says time with, in Traditional characters: those of a Simplified text are exchanged before.

export const unit = lexicon<Unit>([
  ["年|載|個年頭|年時間|年的時間", "year"],
  ["個月|個月的時間|個月時間", "month"],
  ["個季度|個季|季度|季", "quarter"],
  ["週|個星期|星期|個禮拜|禮拜|周|個周|個週", "week"],
  ["小時|個小時|鐘頭|個鐘頭", "hour"],
  ["天|日|個工作天", "day"],
  ["個半年", "half"],
  ["個十年", "decade"],
  ["個世紀|世紀", "century"],
]);
/** "一個半月": the half stands before the unit. */
export const unitAndAHalf = lexicon<Unit>([
  ["個半月", "month"],
  ["個半星期|個半禮拜|週半", "week"],
  ["個半世紀", "century"],
]);

const hedges = wordsOf(
  "大約|大概|約|約莫|也許|或許|可能|差不多|將近|接近|大致|恐怕|大抵|大約在|大概在|約在|可能在|也許在|或許在|差不多在|預估約|大概是|大約是|可能要|大概要|大約要|說不定|有可能在|大概需要|大約需要|應該是|~",
);
const DENIED = new Set(["不", "太", "大", "無"]);
/** 可能 and the like, though not in 不太可能. */
export const hedge: Rule<true> = (t, place) => (DENIED.has(t.at(place - 1).text) ? null : hedges(t, place));
export const hedgeAfter = wordsOf("左右|上下|前後|的樣子|光景|許|出頭");
export const atLeast = wordsOf(
  "至少|起碼|最少|最快|最早|超過|不少於|不低於|逾|多於|少說|少則|至少要|至少還要|起碼還要|至少還需要|至少需要|最快要|最快也要|至少再|至少在|不早於|不會早於|最快也得|最少還得|至少還得|起碼還得|最少還要|最少也要|至少也要|起碼也要|少說也要|少說還要|最起碼要|怎麼也要|怎麼也得|短則|快則|早則|至快|至快也要|至快要|至快也得",
);
export const atMost = wordsOf(
  "最多|至多|不超過|不出|少於|低於|最長|最慢|最晚|最遲|頂多|用不了|要不了|無需|不會超過|不用|不到|最多再|多則|不消|不須|頂多再|不晚於|不遲於|至遲|不會晚於|不會遲於|至遲|撐不過|熬不過|活不過|挺不過|捱不過|小於|長則|慢則|晚則|<",
);
/** Those that make a time of a number on their own: "不出三年". */
export const atMostAlone = wordsOf(
  "不出|撐不過|熬不過|活不過|挺不過|捱不過|用不了|要不了|無需|不用|最多再|頂多再|不會超過|不消|最慢|最晚|最遲|不須",
);
export const atLeastAlone = wordsOf(
  "最快|最早|最快要|最快也要|至少還要|起碼還要|至少還需要|至少再|至快|至快也要|至快要|至快也得|最少還要|最少還得|至少還得|起碼還得|至少得|起碼得|最快也得|最少也要|至少也要|起碼也要|少說也要|少說還要|最起碼要|怎麼也要|怎麼也得|少說",
);
export const neutral = wordsOf("短短|僅|只|的|這|整整|再|還|熬|撐|再熬|再撐|再等|還得|還要");

export const ahead = wordsOf(
  "從今天算起|從現在算起|從現在起|從今天起|自今天起|自即日起|即日起|從今起|從現在開始|從今天開始|未來|未來的|今後|今後的|往後|往後的|接下來|接下來的|接下去的|此後|將來的|之後的|下|後|下一個|在未來|在未來的|在今後|在接下來的|在接下來|在往後|未來這|未來這個|未來至少|未來最多|接下去|未來的這個",
);
export const inThat = wordsOf(
  "內|之內|以內|裡|裏|之中|當中|期間|間|中|的時間內|的時間裡|時間內|時間裡|之間|裡面|裏面",
);
export const thereafter = wordsOf("後|之後|以後|過後|的後|的時間後|時間後|之後的");
export const passing = wordsOf(
  "再給我們|再給他們|再給我|再給他|再給它|再給大家|再給這個產業|再給|再過|過|再|再等|再晚|再晚個|再等個|再過個|再拖個|再拖|再熬|再撐|再忍|再等上|再等個|晚個|等|還要|還需要|還需|再花|需要再|還得|再有|要再等|還得等|還要等|大約再過|估計還要|估計要|估計需要|估計還需要|預計要|預計需要|預計還要|恐怕要|恐怕還要|恐怕需要|應該要|應該還要|我看要|我看還要|可能要|可能需要|可能還要|大概要|大概需要|大概還要|大約要|大約需要",
);
/** Before a bare amount: that it lasted so long, or is over. */
export const lasted = wordsOf(
  "了|過|去|歷時|曆時|已經|已|這|前|近|每|長達|達|滿|最近|持續|為期|花|上|有|頭|同|第|僅|才|隔|逢|短短|學制|任期|壽命",
);
/** Behind one: that it tells a past, an age, or a kind. */
export const otherwise = wordsOf(
  "前|以前|之前|來|以來|級|齡|曆史|歷史|經驗|老|期|制|計畫|計劃|規劃|生|級別|內存|份",
);
/** Behind "這十年": the past as well. */

export interface PartWord {
  readonly part: Part;
  /** Up to this one: 中後期. */
  readonly last?: Part;
  readonly moment?: "start" | "end";
}
export const part = lexicon<PartWord>([
  [
    "初|年初|伊始|年頭|之初|開年|的年初|的初|初期|早期|前期|上旬|的早期|的前期|早些時候|較早時候|較早|早段|的早些時候|稍早|前段|開春",
    { part: "early" },
  ],
  ["中|年中|中期|中葉|中旬|中段|的年中|的中期|的中葉|年中期", { part: "mid" }],
  ["後期|晚期|下旬|的後期|的晚期|後段|晚些時候|較晚|較晚時候|晚段|的晚些時候|末段", { part: "late" }],
  [
    "底|年底|末|年末|年尾|尾|歲末|歲尾|的年底|的年末|之末|月底|月末|末期|尾聲|年終|終|的末|的尾聲",
    { part: "late", moment: "end" },
  ],
  ["中後期|中後段|中晚期|中下旬|的中後期|中後葉|中末期", { part: "mid", last: "late" }],
  ["上中旬|中上旬|初中期|前中期|早中期", { part: "early", last: "mid" }],
  ["月初", { part: "early" }],
  ["月中", { part: "mid" }],
  ["開始時|一開始|的開頭", { part: "early", moment: "start" }],
]);

export const relativeYear = lexicon<readonly [number, number]>([
  ["去年|舊年|上年|上一年|去年度|上年度", [-1, -1]],
  ["前年", [-2, -2]],
  ["大前年", [-3, -3]],
  ["今年|本年|本年度|這一年|這年|今年度|今年之|年", [0, 0]],
  ["明年|出年|來年|下年|下一年|明年度|下年度|新的一年", [1, 1]],
  ["後年", [2, 2]],
  ["大後年", [3, 3]],
  [
    "明後年|明後兩年|明年或後年|明年、後年|明、後年|明年後年|明後二年|明年和後年|明年到後年|明年至後年",
    [1, 2],
  ],
  ["今明年|今明兩年|今年或明年|今、明兩年|今年和明年|今年到明年", [0, 1]],
]);
export const relativeMonth = lexicon([
  ["上月|上個月|上一個月", -1],
  ["上上個月|上上月", -2],
  ["本月|這個月|今個月|當月|這月|月", 0],
  ["下月|下個月|下一個月", 1],
  ["下下個月|下下月", 2],
]);
export const relativeQuarter = lexicon([
  ["上季|上一季|上季度|上個季度|上一個季度|上一季度", -1],
  ["本季|本季度|這季|這一季|這個季度|當季|季", 0],
  ["下季|下一季|下季度|下個季度|下一個季度|下一季度", 1],
  ["下下季", 2],
]);
export const relativeWeek = lexicon([
  ["上週|上星期|上個星期|上禮拜|上個禮拜|上一週|上周|上一周", -1],
  ["上上週|上上星期|上上個星期|上上周|上上禮拜", -2],
  ["本週|這週|這一週|這個星期|這個禮拜|本周|這周|這一周|這星期|這禮拜|今個星期", 0],
  ["下週|下星期|下個星期|下禮拜|下個禮拜|下一週|下周|下一周", 1],
  ["下下週|下下星期|下下個星期|下下周|下下禮拜", 2],
]);
export const relativeDecade = lexicon([
  ["本十年|這個十年|本個十年|這一個十年", 0],
  ["下個十年|下一個十年", 10],
]);
export const relativeCentury = lexicon([
  ["本世紀|這個世紀|世紀|這世紀", 0],
  ["下世紀|下個世紀|下一世紀", 100],
]);
export const dayWord = lexicon([
  ["昨天|昨日", -1],
  ["前天", -2],
  ["今天|今日", 0],
  ["明天|明日|聽日", 1],
  ["後天|後日", 2],
  ["大後天", 3],
]);
/** Today is hardly a horizon where it stands alone; the days after it are. */
export const dayAhead = wordsOf("明天|明日|聽日|後天|後日|大後天");
export const weekdayWord = wordsOf("星期|週|禮拜|周");
const halves = lexicon([
  ["上半年|前半年|頭半年|的上半年|上半", 1],
  ["下半年|後半年|的下半年|下半", 2],
]);
const OF_OTHERS = new Set([..."場身部旗葉輩生夜句截集段程月邊層頁區卷期局"]);
/** A half of a year, and not of a match: 下半場. */
export const half: Rule<number> = (t, place) => {
  const found = halves(t, place);
  return found !== null && t.is(found.end - 1, "半") && OF_OTHERS.has(t.at(found.end).text) ? null : found;
};
export const season = lexicon<Season>([
  ["春季|春天|春|的春天", "spring"],
  ["夏季|夏天|夏|暑假|的夏天", "summer"],
  ["秋季|秋天|秋|的秋天", "autumn"],
  ["冬季|冬天|冬|的冬天", "winter"],
]);

/** Phrases that point forward and have no number: "很快", 未來幾年. */
export const vague = wordsOf(
  "很快|很快就|很快地|近期|近期內|不久|不久後|不久之後|不久的將來|不久將來|在不久的將來|短期內|短期之內|短時間內|中期內|長期內|即將|將來|在未來|遲早|終有一天|總有一天|有朝一日|早晚|可預見的未來|可預見的將來|可見的未來|馬上就|一段時間後|一段時間內|長遠來看|長期來看|從長遠看|未來某個時候|某一天|總會有一天|終將|未來的某一天|不遠的將來|不遠的未來|不久的未來|指日可待|近未來|中長期|這幾年內|未來一段時間|未來一段時間內|接下來一段時間|幾年之內就|眼下不久|過不久|過不了多久|用不了多久|要不了多久|不用多久|不需要多久|早晚會|假以時日|再過一段時間|過段時間|一段時間之後|過一陣子|在將來|中短期內|中期來看|中長期來看|未來的日子",
);
