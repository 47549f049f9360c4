import type { TextLanguage } from "../../horizon/read.ts";
import type { Language } from "../../vocabulary.ts";

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * What a sentence is written in, by its script: Chinese when at least a third of its letters are Han characters, so
 * that names and terms in Latin letters do not make it English. A text in any other script is read as English, whose
 * rules find nothing in it.
 *
 * @example languageOf("到 2028 年 NVIDIA 會") // "zh"
 * @example languageOf("He said 加油 and left") // "en"
 */
export function languageOf(text: string): TextLanguage {
  const han = count(text, HAN);
  return han > 0 && han * 3 >= count(text, LETTER) ? "zh" : "en";
}

/** As much of a text as tells its language: enough for a title and the first passages, however long it is. */
const SAMPLE = 50_000;

/** What a whole text is written in: any Chinese is our one Chinese. */
export const languageOfText = (text: string): Language =>
  languageOf(text.slice(0, SAMPLE)) === "en" ? "en" : "zh-Hant";
