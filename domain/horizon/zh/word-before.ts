import type { Tokens } from "../cursor.ts";

// With the character before them these end a word, and begin no time: 市場上 | 年底前, 之後 | 年底前, 聲明 | 年底前.
const ENDS: { readonly [last: string]: ReadonlySet<string> } = {
  上: new Set([..."場市加晚路線线網网身樓楼早以手海史車船際实實本則则致論论術术面臺台地"]),
  下: new Set([..."旗剩留名之以地樓楼手線线當底腳脚私轄辖屬属門门"]),
  前: new Set([..."之以提目先日面眼當空生跟門门賽赛會戰战產产"]),
  後: new Set([..."之以然今往最隨随背戰战此日事幕落先爾尔其賽赛"]),
  去: new Set([..."下過出回進失離离死拿除老逝"]),
  明: new Set([..."聲声證证文黎表發闡阐照透分鮮鲜標标註申"]),
  當: new Set([..."應相適适"]),
  該: new Set([..."應"]),
  次: new Set([..."這首"]),
};

/** Before 來年, which hardly any text says without them: 接下來, 看起來, 本來 and many more end so. */
const COMES = new Set([..."在到於至"]);

/** 周年, 季節 behind 線上, 路上: no week or quarter of its own. */
const GOES_ON: { readonly [unit: string]: ReadonlySet<string> } = {
  週: new Set([..."年邊边圍围遭"]),
  季: new Set([..."節节風风"]),
  月: new Set([..."色亮餅饼"]),
};
/** 年輕人, 年輕選民; 今年輕軌通車 is a year. */
const YOUNG = new Set([..."人一世族選选學学男女化時父媽妈工客"]);

/** Whether the character at a place ends the word before it: the 上 of 市場上, the 該 of 應該. */
export const endsWord = (t: Tokens, place: number): boolean =>
  ENDS[t.at(place).text]?.has(t.at(place - 1).text) ?? false;

/** Whether what looks like a time at a place is the end of one word, or the beginning of another: 之後年底, 今年輕人. */
export function isAcrossWords(t: Tokens, place: number): boolean {
  const [first, unit, next] = [t.at(place).text, t.at(place + 1).text, t.at(place + 2).text];
  if (unit === "年" && (next === "輕" || next === "轻")) return YOUNG.has(t.at(place + 3).text);
  if (first === "這") return unit === "年" && next === "頭";
  if (first === "來" && unit === "年") {
    const before = t.at(place - 1);
    return before.kind === "han" && !COMES.has(before.text);
  }
  if (first === "上" && unit in GOES_ON) {
    const isWord = GOES_ON[unit]?.has(next) ?? false;
    return isWord && (unit === "月" || endsWord(t, place));
  }
  return endsWord(t, place);
}
