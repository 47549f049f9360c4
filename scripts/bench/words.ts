import type { Language } from "#domain/vocabulary.ts";
import type { Random } from "./random.ts";

type List = readonly [string, ...string[]];

const SUBJECTS: { readonly [L in Language]: List } = {
  en: ["Open models", "Household robots", "Solid-state batteries", "Agents", "Inference costs", "Heat pumps"],
  "zh-Hant": ["開放模型", "家用機器人", "固態電池", "代理程式", "推論成本", "熱泵"],
};
const CHANGES: { readonly [L in Language]: List } = {
  en: [
    "will match the best closed ones on public tests",
    "will be in every tenth home of the city",
    "will fall to a tenth of today's price",
    "will do most of the routine work of an office",
    "will be forbidden by law in at least one large country",
    "will need no new kind of hardware",
  ],
  "zh-Hant": [
    "將在公開測試中追上最好的封閉產品",
    "將進入城市裡十分之一的家庭",
    "價格將降到今天的十分之一",
    "將完成辦公室裡大部分的例行工作",
    "將在至少一個大國被法律禁止",
    "將不需要任何新的硬體",
  ],
};
const HORIZONS: { readonly [L in Language]: List } = {
  en: ["within a year", "in two to three years", "by the end of the decade", "about a year from now"],
  "zh-Hant": ["一年之內", "兩到三年之內", "這個十年結束以前", "大約一年以後"],
};
const REASONS: { readonly [L in Language]: List } = {
  en: ["since the parts are cheaper every year", "as the first trials have shown", "because nobody can wait"],
  "zh-Hant": ["因為零件一年比一年便宜", "正如最初的試驗所示", "因為沒有人等得及"],
};

const GIVEN: List = ["Ada", "Chen", "Mei", "Tomas", "Ruth", "Kofi", "Ines", "Noor", "Paul", "Yuki"];
const FAMILY: List = ["Lindqvist", "Okafor", "Huang", "Marsh", "Silva", "Tanaka", "Novak", "Reyes", "Weber"];
const TOPICS: List = [
  "energy",
  "chips",
  "robots",
  "models",
  "health",
  "cities",
  "trade",
  "space",
  "law",
  "food",
];
const KINDS: List = ["costs", "limits", "jobs", "safety", "markets", "research"];

/** A claim about the future, with the number that keeps it apart from all others. */
export function claimIn(language: Language, random: Random, number: number): string {
  const [subject, change] = [random.pick(SUBJECTS[language]), random.pick(CHANGES[language])];
  return language === "en"
    ? `${subject} ${change}, ${random.pick(REASONS.en)} (${number})`
    : `${subject}${change}，${random.pick(REASONS["zh-Hant"])}（${number}）`;
}

export const horizonIn = (language: Language, random: Random): string => random.pick(HORIZONS[language]);

export const quoteIn = (language: Language, random: Random): string =>
  language === "en"
    ? `I think ${random.pick(SUBJECTS.en).toLowerCase()} ${random.pick(CHANGES.en)}, ${random.pick(REASONS.en)}.`
    : `我認為${random.pick(SUBJECTS["zh-Hant"])}${random.pick(CHANGES["zh-Hant"])}，${random.pick(REASONS["zh-Hant"])}。`;

export const criterionIn = (language: Language, random: Random): string =>
  language === "en"
    ? `Two independent publications report that it ${random.pick(CHANGES.en)}, with figures that can be checked.`
    : `兩家互不相關的刊物以可查證的數字報導：${random.pick(CHANGES["zh-Hant"])}。`;

export const summaryOf = (random: Random): string =>
  `A survey of ${random.between(40, 4000)} firms: ${random.pick(SUBJECTS.en).toLowerCase()} ${random.pick(CHANGES.en)}, says the report, ${random.pick(REASONS.en)}.`;

export const nameOf = (random: Random, number: number): string =>
  `${random.pick(GIVEN)} ${random.pick(FAMILY)} ${number}`;

/** Sixty tags, ten topics by six kinds. */
export const TAGS: readonly string[] = TOPICS.flatMap((topic) => KINDS.map((kind) => `${topic}-${kind}`));
