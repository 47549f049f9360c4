import type { Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";

const denied = wordsOf(
  "不會|不可能|不太可能|不大可能|絕不|不能|無法|沒法|看不到|不認為|不覺得|不相信|不預期|沒有|沒人|難以|不太會|不至於|不見得會|不大會|永遠不|別指望|做不到|達不到|不再|未必會|不應|不打算|不準備|也不|都不|實現不了|不可|無望|見不到|不預計|不期待|未必|不一定|不見得|很難|難於|恐難|不易|不容易|極難|太難|難達|難有|難見|難再|不起來|做不出|造不出|建不成|辦不成|做不成|做不完|建不完|蓋不完|賺不到|漲不到|跌不到|等不到|找不到|買不到|抓不到|趕不上|追不上|拿不到|達不成|走不到|排不到|撐不到|解決不了|完成不了|改變不了|取代不了|辦不了|解不了|做不了|變不了|上不了|不太能|不太容易|沒機會|沒戲|別想|沒辦法|沒可能|辦不到|來不及",
);
/** The words are there and deny nothing: 不會超過三年 is "within". */
const notDenied = wordsOf(
  "不會超過|不會太久|不會太遠|不會只|不能不|不可能不|沒有理由不|不會晚於|不會早於|沒有意外|不可避免|不可否認|沒有人不|無法避免|不能說|不能否認|沒有之一|不會再等|不可思議|不會不|沒有問題|很難過|很難受|很難看|很難吃|很難不|不是不會|不是不可能|不難|一定不會不|不再只|不再是|不再需要|都不會意外|不能只|不可能只|不會懷疑|都不會懷疑|也不會懷疑|都不懷疑|也不懷疑|沒有人懷疑|沒人懷疑|沒有人會懷疑|沒人會懷疑|不能排除|都不能排除|也不能排除|無法排除|未必不|未必沒|很難想像不|難以想像不|無法想像不|很難不|難以不|沒有人能阻止|沒人能阻止|無法阻止",
);
/** It denies what stands right behind it: 不是三年內就能解決的. */
const isNot = wordsOf("不是|並非|並不是|絕非|絕不是");
const WILL = new Set([..."會將就"]);
/** 會沒有私家車: that there are none is what will be. */
const isAbsence = (t: Tokens, at: number) => t.is(at, "沒") && WILL.has(t.at(at - 1).text);

const stops = new Set([".", ";", ":", "!", "?", "\n", ","]);

const double = wordsOf("不是|難保|未必|未嘗|未尝|無不|非");
const MOST_BETWEEN = 6;
/** 不是不可能, 並非不會, 難保不會, 未嘗不可, 非做完不可: a denial that is denied. */
function isDouble(t: Tokens, at: number): boolean {
  if (double(t, at - 1)?.end === at || double(t, at - 2)?.end === at) return true;
  if (!t.is(at, "不") || !t.is(at + 1, "可")) return false;
  for (let back = 2; back <= MOST_BETWEEN; back += 1) {
    if (stops.has(t.at(at - back).text)) return false;
    if (t.is(at - back, "非") && !t.is(at - back - 1, "並")) return true;
  }
  return false;
}

/** 會不會, 能不能: a question. */
const isAsked = (t: Tokens, at: number) =>
  t.is(at, "不") && t.at(at - 1).kind === "han" && t.is(at + 1, t.at(at - 1).text);

const turns = wordsOf("但|但是|而是|因為|不過|雖然|可是|然而|所以");

const MOST_BEFORE = 12;
const MOST_BEHIND = 12;

/**
 * Whether the clause around a time denies what it says: 不會在五年內, 五年內不會.
 *
 * @param looksBehind whether words after it count: they do for 五年內, not for 到2030年
 */
export function isDeniedInChinese(t: Tokens, start: number, end: number, looksBehind: boolean): boolean {
  for (let back = 2; back <= 3; back += 1) {
    if (isNot(t, start - back)?.end === start && !t.is(start - back - 1, "是")) return true;
  }
  for (let at = start - 1; at >= 0 && at >= start - MOST_BEFORE; at -= 1) {
    if (stops.has(t.at(at).text) || turns(t, at) !== null) break;
    const found = denied(t, at);
    if (found !== null && notDenied(t, at) === null && !isAsked(t, at) && !isDouble(t, at)) return true;
  }
  if (!looksBehind) return false;
  for (let at = end; at < end + MOST_BEHIND; at += 1) {
    const isStop = stops.has(t.at(at).text) && !(at === end && t.is(at, ","));
    if (isStop || turns(t, at) !== null) return false;
    if (denied(t, at) !== null && !isAsked(t, at) && !isAbsence(t, at))
      return notDenied(t, at) === null && !isDouble(t, at);
  }
  return false;
}
