/** Phrases that rightly keep their window though a piece is set to them, and why. */
export interface Kept {
  readonly piece: string;
  readonly phrases: RegExp | "all";
  readonly why: string;
}

const OPENS = /at the (?:very )?(?:earliest|latest)$|or later$|not until|no earlier/i;

export const KEPT_ENGLISH: readonly Kept[] = [
  { piece: "6/", phrases: /^5\+ years/, why: "six or five years at least are five at least" },
  {
    piece: " or the year after",
    phrases: /^(?:no earlier|not before|not until|as early as|since|NET|launch NET)/,
    why: "it opens with the first of the two and never closes",
  },
  {
    piece: "/Q4",
    phrases:
      /^(?:Q4 CY2026|NET Q3|by Q4 of next year|next quarter|in the last quarter|the final quarter|the last three months)/,
    why: "that is the fourth quarter",
  },
  { piece: "raised since ", phrases: OPENS, why: "it says by itself what bounds it" },
];

const EXPLICIT =
  /\d{2,4}|民[國国]|[一二]一八|二〇|二十一世紀|世紀|世纪|年代|十年|下一季|財年|会计年度|○|◯|十五五|十四五|禮拜五|星期三|三年之後，五年/;

export const KEPT_CHINESE: readonly Kept[] = [
  {
    piece: "或後年",
    phrases: /^(?:最快|2027|27|後年|明後年|二〇二七|早則明年|原定2026年|不是明年)/,
    why: "後年 is 2027, and 最快 opens with the first of the two",
  },
  {
    piece: "/Q4",
    phrases:
      /到|不晚於|最晚|最快|年底|年末|底$|下半年|H2|下一季|年內|或2029年|左右|民國|最早|[早晚]則|晚些時候|或2028年|大後年|末$|4Q26/,
    why: "the fourth quarter ends when the year does, or opens later than 最快",
  },
  {
    piece: "早些時候",
    phrases: /不早於|最快|要等到|得到|至快要到/,
    why: "it opens with the beginning of that year and never closes",
  },
  {
    piece: "三年前他預測",
    phrases: EXPLICIT,
    why: "a year that is named is the same whenever it was forecast",
  },
  {
    piece: "上市後",
    phrases:
      /^(?:\d{2,4}[年/]?\D?|[^\d一二三四五六七八九十兩两半百０-９]|[一二三]十[一]?世紀|三十年代|二[〇○◯O]|十[二四五]|一一八|2H25|[三3]月[底下]?(?!內)|一一五年)/,
    why: "a time of the calendar, or one from now, is the same after whatever happened",
  },
  {
    piece: "不低於",
    phrases: /內|内|後|后|都不|不出|不會|不早|不晚|多$|才會|最快|還要/,
    why: "its number is the least already, or a bound of its own follows",
  },
];
