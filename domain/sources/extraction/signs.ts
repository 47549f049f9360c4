import type { Sentence } from "../transcript.ts";

/**
 * Words in which 會 and 將 do not mean "will". They are taken out before anything is looked for. A few look the same
 * where two words meet: 半導體會, 各國會, 廠商會, 會長期, 會考慮.
 */
const ASSEMBLIES = [
  "(?:理事|監事|监事|董事|委員|委员|立法|協|协|議|议|教|聚|大|誤|误|峰|社|發表|发表|發布|发布|研討|研讨|博覽|博览)[會会]",
  "(?<![手飛飞司])[機机][會会]",
  "(?<![大科同化醫医])[學学][會会]",
  "(?<![員员人施勞劳])工[會会]",
  "(?<![廠厂客電电券])商[會会]",
  "(?<![各中美英法德泰韓韩兩两全])[國国][會会]",
  "(?<![集媒導导團团整群軟软硬])[體体][會会]",
  "[開开][會会](?=[去了時时的中前後后，。])",
  "(?<![大合節节])[約约][會会]",
];
const MEETINGS = [
  "[會会](?:議|议|計(?!劃|畫)|计(?!划)|員|员|場|场|期|館|馆|費|费|籍)",
  "[會会](?:[長长](?![期大高久遠远得出])|面(?![臨临對对向])|[見见](?![到底])|考(?![慮虑驗验])|所(?!有))",
];
const GENERALS = ["[將将](?:軍|军|近|士|領|领|帥|帅)", "[名麻武小][將将]"];
const NO_FUTURE_IN = new RegExp([...ASSEMBLIES, ...MEETINGS, ...GENERALS].join("|"), "gu");

/** What Chinese words tell of a sentence, in either script. */
const CHINESE_SIGNS: SignPatterns = {
  future:
    /會|会|將|将|預計|预计|預料|预料|預估|预估|預測|预测|預期|预期|估計|估计|可望|有望|勢必|势必|終究|终究|遲早|迟早|肯定|一定|應該|应该|不可能|我看(?![過过錯错到見见了])|我猜|我賭|我赌|看好|看衰|能做到|打算|可達|可达|能帶來|能带来|上看|料將|料将|有機會|有机会|挑戰|挑战|估將|估将|看[漲涨跌多空]|力拚|力拼|[:：]\s*\d{1,3}(?:\.\d+)?\s*[%％]\s*$|[（(]\s*\d{1,3}\s*[%％]\s*[)）]/,
  possible:
    /可能|也許|也许|或許|或许|大概|大約|大约|恐怕|說不定|说不定|希望|相信|認為|认为|覺得|觉得|想|能|可以|要|再|難|难/,
  past: /(?<!(?:不|就|快|再|會|会|將|将|即).{0,8})[^不會会要]了|已經|已经|已[^在]|曾|過去|过去|當時|当时|當年|当年|那時|那时|從前|从前|去年|前年|上個?月|上个月|上[週周]|昨|[剛刚]|成立[於于]|以來|以来/,
  toldBefore: /推估|說|说|預測|预测|預言|预言|預估|预估|講過|讲过|宣稱|宣称|保證|保证|標題|标题/,
  wouldBe: /會|会|要|將|将|就|[內内]/,
  longAgo:
    /年前|以前(?=推估|預測|预测|說|说)|[說说講讲][過过]|當時|当时|當年|当年|從前|从前|去年|前年|前幾年|前几年/,
  always:
    /總[是會]|总[是会]|每年|每天|每次|每個月|每个月|每月|每[週周]|每升|每隔|通常|一般|往往|向來|向来|從來|从来|一向|所謂|所谓|規律|规律|都知道|都懂|永遠|永远|是指/,
  unreal:
    /(?:如果|假如|要是|倘若|若|早知).{0,6}(?:當初|当初|當年|当年|年前|那時|那时|早就|以前|去年)|本來會|本来会|原本會|原本会/,
  plan: /(?:計畫|計劃|计划|規劃|规划|法案|草案|條例|条例|合約|合约|合同|協議|协议|目標|目标|政策|白皮書|白皮书|藍圖|蓝图|方案|路線圖|路线图|契約|契约|租約|租约|預算|预算)[」』”》]?(?:的目標|的目标)?(?:說|说|要|打算|是|規定|规定|要求|訂|订|提出|預定|预定|將|将|寫|写)|(?:按照|根據|根据|依照|依).{0,16}(?:計畫|計劃|计划|規劃|规划|法案|條例|条例)|(?:投影片|簡報|简报|幻燈片|幻灯片|海報|海报|新聞稿|新闻稿)[上裡里]?[都也]?[寫写說说](?:的是|著|着)|(?<!我|我們|我们)要求.{1,20}(?:前|內|内|把|將|将)|[據据聽听][說说]|(?:友商|對手|对手|同行|對方|对方)[說说要打計计]|(?:新聞|新闻|報導|报道|計劃表|计划表|計畫表|時程表|时程表)[上裡里]?(?:寫|写)|(?:訂|订|定)[在於于].{0,10}[日號号](?!.*(?:會|会)(?:漲|涨|跌|升|降))|(?<!我|我們|我们|公司)要求.{0,12}(?:前|內|内)|(?:定[於于]|訂[於于]?|订[於于]?).{0,12}(?:□|召開|召开|開會|开会|舉行|举行|登場|登场|開庭|开庭)|\d日.{0,6}(?:召開|召开|開會|开会|舉行|举行)|提出.{0,8}\d{4}年|(?:執照|执照|牌照|合約|合约|合同|租約|租约|專利|专利|許可|许可).{0,12}(?:屆滿|届满|到期|期滿|期满)|^(?!.*(?:我|本公司|本院|本行|敝)).*(?:呼籲|呼吁|批評|批评|主張|主张|促請|促请|敦促).{0,16}(?:應|应|須|须|必[須须]|在|於|于)|^(?!.*(?:我|本公司|本院|本行|敝)).*(?:計畫|計劃|计划|預定|预定|規劃|规划|擬|拟|打算|希望|承諾|承诺)(?:在|於|于|將|将|從|从)(?!.*(?:會|会(?!議|议|計|计)|恐|但我|不可能|做不到))/,
  conditional: /如果|假如|要是|倘若|若是|只要|除非|萬一|万一|的話|的话/,
  negative:
    /不會|不会|不可能|不再|不考慮|不考虑|沒有人|没有人|沒人|没人|絕不|绝不|[趕抓看赶]不[上到]|從未|从未/,
};

/** What English words tell of a sentence. Each pattern takes time in proportion to the sentence. */
const ENGLISH_SIGNS: SignPatterns = {
  future:
    /\b(?:will|won['’]t|shall|gonna|going to|about to|bound to|set to|destined to|on course to|on track to|expect(?:s|ed|ing)?|expectations?|guidance|outlook|project(?:s|ed|ing)? (?!manager)|(?:is|are) seen|we (?:now )?see|i (?:now )?see|guid(?:es?|ed|ing)|estimat(?:e|es|ed|ing)|slated|scheduled|poised|looks? (?:set|like|for)|pencil(?:s|led|ed)? in|predict(?:s|ing)?|forecasts?|foresee[sn]?|anticipat(?:e|es|ing)|(?:un)?likely|inevitabl[ey]|see you|my (?:guess|bet|forecast|prediction)|i['’]d bet|don['’]t see|doubts?|plans? to|intends? to|aims? to|hopes? to|promises? to|(?:takes?|needs?)(?: us| me| them)? another|would be (?:\w+ )?surprised if|(?:said|says|warned|added|predicted|forecast|expects?|told \w+|believes?)\b[^.;]{0,120}\b(?:would|will))\b|[:：–—-]\s*(?:about |around |~)?\d{1,3}(?:\.\d+)?\s?(?:%|percent\b)\s*[.)]?$|\(\d{1,3}(?:\.\d+)?\s?%\)|['’]ll\b|['’]d be (?:\w+ )?surprised if\b/i,
  possible:
    /\b(?:could|may|might|should|can|probably|perhaps|maybe|hopes?|believes?|thinks?|bet|guess|would be surprised|chance|odds|in my (?:opinion|view))\b/i,
  past: /\b(?:was|were|wasn['’]t|weren['’]t|did|didn['’]t|had|hadn['’]t|has been|have been|ha(?:s|ve) (?:\w+ed|taken|made|gone|come|grown|fallen|risen|built|seen|met|hired|raised|cut|put|run|sold|won|lost)|(?:we|i|they|he|she|it|you)['’]ve|took|went|came|got|fell|rose|grew|made|built|said|told|gave|saw|lost|won|sold|bought|began|ran|met|ended|lasted|cost|used to|thought|founded|launched|started|opened|closed|signed|promised|predicted|wrote|paid|(?<!\b(?:a|an|the|rate|price|tax|another|first|next|one|two|three|more|further|to|will|would|could|of|fed)[ -])cut|reached|passed|decided|finished|moved|called|announced|released|shipped|raised|trained|turned|happened|tripled|doubled|dropped|became)\b/i,
  toldBefore:
    /\b(?:said|told|predicted|promised|thought|claimed|warned|forecast|believed|expected|wrote|(?<!\b(?:would|wouldn['’]t|not|never|i['’]d) )bet)\b/i,
  wouldBe: /\b(?:would|wouldn['’]t|could|were going to|was going to)\b|['’]d\b/i,
  longAgo:
    /\b(?:ago|back then|at the time|once|last (?:year|month|week|spring|summer|autumn|fall|winter))\b|\bwhen i was\b|\b(?:in|since|by) (?:1[0-9]\d\d|20[01]\d)\b/i,
  always:
    /\b(?:always|usually|typically|generally|in general|tends? to|every (?:year|day|month|week|time|decade|generation)|each (?:year|day|month|time)|by definition|means|is defined|refers to|most of the time|normally|as a rule)\b/i,
  unreal:
    /\bif (?:i|we|you|he|she|it|they|the \w+|\w+)(?: (?:were(?! to\b)|had)\b|['’]d\b)|^["“]?had (?!to\b)|\b(?:would|could|should|might) have (?:been|had|done|gone|\w+ed)\b|\bi would have\b/i,
  plan: /\b(?:plan|strategy|bill|act|law|contract|agreement|treaty|target|roadmap|directive|budget|programme|program|policy|scheme|mandate|pledge|regulation|licen[cs]e|lease|patent|deal)s?(?: \w+){0,6}? (?:says?|calls? for|wants?|demands?|requires?|runs? out|expires?|runs? (?:until|to|through)|(?<!the |year |year-|month |decade )ends?(?! of)|envisages?|foresees?|aims?|provides?|lasts?|stipulates?|is to|are to|sets?)\b|\b(?:you|we|they|people|customers|buyers) ?(?:['’]re|are|get) (?:being )?told\b|^(?!.*\b(?:we|i|our|us|my|i['’]m|we['’]re|i['’]d|we['’]ll|i['’]ll)\b).*\b(?:(?:has|have) it scheduled|(?:is|are|was|were) (?:scheduled|required|obliged|mandated|supposed|contracted|ordered|due) to|(?:must|has to|have to) (?!be (?:true|wrong))|matures?|expires?|lapses?|sunsets?|ought to|(?:is|are) demanding|(?:plans?|wants?|vows?|intends?|pledges?) to|(?:said|says) it plans|call(?:s|ed) (?:on|for)|urg(?:es?|ed)|demand(?:s|ed)|asked? for|(?:vow|pledg|order|promis)ed to)\b|\b(?:governor|mayor|minister|president|board|regulators?|customers?|governments?|ministr(?:y|ies)|unions?|congress|parliament|council|court|competitors?|rivals?) (?:\w+ ){0,2}?(?:wants?|ha(?:s|ve) scheduled|plans?|requires?|demands?|intends?|aims?|ought)\b|\b(?:company|city|government|they|agency|ministry|it) (?:says?|said) (?:they['’]re|it['’]s|they are|it is|it plans|they plan)\b|forward-looking statements/i,
  conditional: /\b(?:if|unless|provided that|as long as|assuming|in case|should (?:we|they|it|he|she))\b/i,
  negative:
    /\b(?:won['’]t|will not|not going to|(?:is|are)n['’]t going to|never|nobody|no one|none|nothing)\b|\b(?:don['’]t|doesn['’]t|do not|does not) (?:believe|think|expect|see)\b|\bno chance\b|\bdoubts?\b|\bunlikely\b/i,
};

/** What the words of a sentence can tell of it, whatever its language. */
export const SIGNS = [
  /** It speaks of what is to come. */
  "future",
  /** It speaks of what may be, which only together with a time makes a forecast. */
  "possible",
  "past",
  /** It tells of words: "said", "predicted". */
  "toldBefore",
  /** What was to come, seen from then: "would". */
  "wouldBe",
  /** It names a time that is over. */
  "longAgo",
  /** What it says is so again and again. */
  "always",
  /** What it says is not so. */
  "unreal",
  /** A plan, law or contract has its say. */
  "plan",
  "conditional",
  "negative",
] as const;
export type Sign = (typeof SIGNS)[number];
export type Signs = { readonly [S in Sign]: boolean };
export type SignPatterns = { readonly [S in Sign]: RegExp };

/**
 * The signs of a sentence.
 *
 * @example signsOf(sentence("董事會去年開了十次。")).future // false
 */
export function signsOf({ text, language }: Sentence): Signs {
  const words = language === "zh" ? text.replace(NO_FUTURE_IN, "□") : text;
  const patterns = language === "zh" ? CHINESE_SIGNS : ENGLISH_SIGNS;
  return {
    future: patterns.future.test(words),
    possible: patterns.possible.test(words),
    past: patterns.past.test(words),
    toldBefore: patterns.toldBefore.test(words),
    wouldBe: patterns.wouldBe.test(words),
    longAgo: patterns.longAgo.test(words),
    always: patterns.always.test(words),
    unreal: patterns.unreal.test(words),
    plan: patterns.plan.test(words),
    conditional: patterns.conditional.test(words),
    negative: patterns.negative.test(words),
  };
}
