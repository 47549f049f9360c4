import type { Sentence } from "../transcript.ts";

const SAYS =
  "said|says|told|predicts|predicted|expects|expected|forecasts|forecast|warned|warns|argues|argued|estimates|estimated|added|adds|believes|thinks|wrote|writes|reckons|insisted|insists|projected|projects";
const WORD = String.raw`\p{Lu}[\p{L}’'-]+`;
const NAME = String.raw`(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?${WORD}(?: (?:\p{Lu}\. |(?:de|van|von|der|al|bin|da|di) )?${WORD}){1,2}`;

const ENGLISH = [
  // "…", said Ann Lee; according to Ann Lee
  new RegExp(String.raw`(?:\b(?:${SAYS})|\b[Aa]ccording to) (${NAME})\b`, "u"),
  // Ann Lee, chief economist at Acme, said
  new RegExp(
    String.raw`(?<![\p{L}] )\b(${NAME})(?:, [^,.;:“”"]{2,80},)? (?:also |now |still )?(?:${SAYS})\b`,
    "u",
  ),
];
/** What begins like a name and is none of a person. */
const NO_PERSON =
  /^(?:The|A|An|In|On|At|By|For|But|And|If|When|While|After|Before|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;
const ENGLISH_PRONOUN = new RegExp(
  String.raw`\b(?:[Hh]e|[Ss]he) (?:also )?(?:${SAYS})\b|\b(?:said|added) (?:he|she)\b`,
);

const SAYS_HAN =
  "表示|預言|预言|認為|认为|預測|预测|預估|预估|預期|预期|預計|预计|指出|強調|强调|坦言|透露|直言|判斷|判断|說|说|補充|补充|提到|回應|回应|看好|估計|估计|談到|谈到|稱|称";
const TITLES =
  "董事長|董事长|總經理|总经理|副總|副总|執行長|执行长|教授|分析師|分析师|研究員|研究员|部長|部长|主任|處長|处长|局長|局长|院長|院长|會長|会长|理事長|理事长|創辦人|创办人|創始人|创始人|總裁|总裁|經理|经理|發言人|发言人|經濟學家|经济学家|所長|所长|專家|专家|主席|委員|委员|議員|议员|立委|市長|市长|署長|署长|博士|老師|老师|醫師|医师|律師|律师|顧問|顾问|代表|行長|行长|總監|总监|校長|校长|秘書長|秘书长|合夥人|合伙人|負責人|负责人|理事|主委|漁民|渔民|農民|农民|店長|店长|總幹事|总干事|秘書|秘书|組長|组长|科長|科长|處長|主管|主播|教練|教练|CEO|財務長|财务长|首席";
const SURNAMES =
  "王李張张劉刘陳陈楊杨趙赵黃黄周吳吴徐孫孙胡朱高林何郭馬马羅罗梁宋鄭郑謝谢韓韩唐馮冯于董蕭萧程曹袁鄧邓許许傅沈曾彭呂吕蘇苏盧卢蔣蒋蔡賈贾丁魏薛葉叶閻阎余潘杜戴夏鍾钟汪田任姜范方石姚譚谭廖鄒邹熊金陸陆郝孔白崔康毛邱秦江史顧顾侯邵孟龍龙萬万段雷錢钱湯汤尹黎易常武喬乔賀贺賴赖龔龚文施洪簡简游連连詹柯藍蓝翁莊庄歐欧柳辛阮童";
const CHINESE = new RegExp(
  String.raw`(?:(?:${TITLES})[兼暨]?(${"[\\p{Script=Han}]"}{2,4}?)|(?:^|[，。；：「」『』“”！？\s（）()])([${SURNAMES}]\p{Script=Han}{1,2}))(?:也|還|还|則|则|另|並|并|今日?|昨日?|[今昨]?（\d{1,2}）日|日前|近日|接受訪問時|受訪時|受访时|在會上|在会上|進一步|进一步|曾)?(?:${SAYS_HAN})`,
  "u",
);
const CHINESE_PRONOUN = new RegExp(
  `(?:^|[，。；「」『』“”])(?:他|她)(?:也|還|还|並|并|另|則|则|進一步|进一步|強調|强调)?(?:${SAYS_HAN})`,
);
const QUOTED = /^[「『“"]/;

/** Whom a text without labels says its words are of, from sentence to sentence: "said Ann Lee", 董事長王小明表示, 他認為. */
export class Attribution {
  #last: string | null = null;
  #passage = -1;

  /**
   * Who says a sentence, by its own words, or those before it.
   *
   * @param passage the place of the passage that it stands in
   * @example new Attribution().speakerOf({ text: "It opens by 2030, said Ann Lee.", ... }, 0) // "Ann Lee"
   */
  speakerOf({ text, language }: Sentence, passage: number): string | null {
    const isSame = passage === this.#passage;
    const named = language === "en" ? personIn(text) : (CHINESE.exec(text)?.slice(1).find(Boolean) ?? null);
    if (named !== null) {
      this.#last = named;
      this.#passage = passage;
      return named;
    }
    const isPronoun = (language === "en" ? ENGLISH_PRONOUN : CHINESE_PRONOUN).test(text);
    const isNear = isSame || passage === this.#passage + 1;
    if (!(isNear && isPronoun) && !(isSame && QUOTED.test(text))) return null;
    this.#passage = passage;
    return this.#last;
  }
}

function personIn(text: string): string | null {
  for (const pattern of ENGLISH) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined && !NO_PERSON.test(name)) return name;
  }
  return null;
}
