import type { Tokens } from "../cursor.ts";

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

export function joinsNext(t: Tokens, place: number): boolean {
  return nextWords.has(t.at(place).text + t.at(place + 1).text);
}
