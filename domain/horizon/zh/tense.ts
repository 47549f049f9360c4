import { type Rule, remembered } from "../cursor.ts";
import { wordsBeside } from "../lexicon.ts";

// What Chinese tells of a time with: what is to come, what is over, and who said so when.

export const future = remembered(
  wordsBeside(
    "會|將|預計|預料|預估|預測|預期|估計|可望|有望|勢必|終究|遲早|肯定|一定|應該|應會|應可|料|看好|看衰|打算|能|可達|上看|目標|就能|就可以|挑戰|力拚|拚|計劃|計畫|規劃|擬|估|恐|望|可能|要|爭取|有機會|邁向|開始|即將|準備|才|再|還",
  ),
);
export const told = remembered(
  wordsBeside(
    "預測|預言|預估|預期|預計|估計|宣稱|聲稱|承諾|保證|斷言|誇口|揚言|喊出|喊|說|表示|認為|寫道|提出|講過|說過|宣布|許諾|以為|看好|放話|曾說|曾預測|曾預言",
  ),
);
export const back = remembered(
  wordsBeside(
    "年前|個月前|週前|周前|天前|當年|當時|去年|前年|大前年|曾|此前|先前|早前|上次|那時|從前|以前|當初|早年|上個月|上月|上季|上週|上周|月前|早在",
  ),
);
export const nowAgain = remembered(
  wordsBeside("現在|如今|目前|今天|最新|這次|此次|近日|本次|今|並|仍|依然|他還|最近"),
);
const past = wordsBeside(
  "已|曾|過去|當時|當年|那時|上季|去年|大漲|大跌|共|累計|完成了|了|創下|剛|來到|過|達成了|衰退了|較去年|年增|同比|環比|同期|按年|按月|按季|季增|月增|年減|季減|月減",
);
/** Words in which 了 and 過 tell of no past. */
const NO_PAST = new Set([
  "為了",
  "除了",
  "到了",
  "不了",
  "透過",
  "通過",
  "超過",
  "不過",
  "經過",
  "再過",
  "過後",
  "過程",
  "過渡",
  "太過",
  "了解",
  "過剩",
  "共同",
  "公共",
  "共識",
  "創新",
  "創造",
  "創業",
]);
export const isPast: Rule<true> = remembered((t, at) => {
  if (past(t, at) === null) return null;
  const [before, here, behind] = [t.at(at - 1).text, t.at(at).text, t.at(at + 1).text];
  return NO_PAST.has(before + here) || NO_PAST.has(here + behind) ? null : { value: true, end: at + 1 };
});
/** What is to come, said so that nothing of the past is: fewer words than `future`. */
const ahead = wordsBeside(
  "會|將|預計|預料|預估|預測|預期|估計|可望|有望|勢必|遲早|肯定|一定|應該|應可|料|上看|目標|就能|力拚|計劃|計畫|規劃|擬|恐|可能|要|爭取|有機會|邁向|即將|能|估|望|挑戰",
);
const NO_AHEAD = new Set([
  "社會",
  "機會",
  "大會",
  "會議",
  "協會",
  "工會",
  "學會",
  "國會",
  "議會",
  "董事",
  "股東",
  "會員",
  "功能",
  "性能",
  "能源",
  "能力",
  "重要",
  "主要",
  "需要",
  "要求",
  "只要",
  "資料",
  "材料",
  "原料",
  "不料",
  "產能",
  "節能",
  "動能",
  "效能",
  "智能",
  "聚會",
  "都會",
  "委員",
  "員會",
  "事會",
  "東會",
  "會計",
  "材料",
  "將近",
  "希望",
  "失望",
  "絕望",
  "願望",
  "估值",
  "評估",
  "要素",
  "展望",
  "期望",
]);
export const isAhead: Rule<true> = remembered((t, at) => {
  if (ahead(t, at) === null) return null;
  const [before, here, behind] = [t.at(at - 1).text, t.at(at).text, t.at(at + 1).text];
  return NO_AHEAD.has(before + here) || NO_AHEAD.has(here + behind) ? null : { value: true, end: at + 1 };
});
