import type { Day } from "../day.ts";
import type { Language } from "../vocabulary.ts";
import type { FoundHorizon, HorizonReading, TextLanguage } from "./reading.ts";
import { scan, scanBare } from "./scan.ts";

export type { FoundHorizon, HorizonReading, Reading, TextLanguage } from "./reading.ts";
export type { HorizonRule, HorizonStep } from "./step.ts";

/** What the rules of a text are chosen by: any Chinese is read by the same ones. */
export const textLanguage = (language: Language): TextLanguage => (language === "en" ? "en" : "zh");

/**
 * Every horizon of a text, in order of place. A number of years without a word that makes it one ("it took two years")
 * is none.
 *
 * @param saidOn the day on which it was said, which spans are counted from
 * @example findHorizons("It ships in Q3 2026, and everyone has it within two years.", "en", day("2025-09-10")) // two
 */
export const findHorizons = (text: string, language: TextLanguage, saidOn: Day): readonly FoundHorizon[] =>
  scan(text, language, saidOn).found;

/** The horizons of a sentence, and the one of them that what it says falls due in; null where none says when. */
export interface SentenceHorizons {
  readonly found: readonly FoundHorizon[];
  readonly foremost: FoundHorizon | null;
}

/**
 * The same, with which of them counts: the one in the clause that speaks of what is to come, else the first.
 *
 * @example horizonsOf("Up from 2026, it will double by 2030.", "en", day("2025-09-10")).foremost?.words // "by 2030"
 */
export function horizonsOf(sentence: string, language: TextLanguage, saidOn: Day): SentenceHorizons {
  const { found, foremost } = scan(sentence, language, saidOn);
  return { found, foremost };
}

/**
 * The horizon of a phrase: what a person typed as one, or a whole sentence. The one that its first sentence with a time
 * falls due in, else the first vague one. Where the phrase is nothing but a time, it may be as short as "2-3 years" or
 * "2030".
 *
 * @example readHorizon("in two to three years", "en", day("2025-09-10")) // 2027-09-10..2028-09-10
 * @example readHorizon("一兩年之內", "zh", day("2025-09-10")) // 2026-09-10..2027-09-10
 * @example readHorizon("by Christmas", "en", day("2025-09-10")) // none
 * @example readHorizon("by 2030, or the one after that", "en", day("2025-09-10")) // unread: more is said than we read
 */
export function readHorizon(phrase: string, language: TextLanguage, saidOn: Day): HorizonReading {
  const { found, foremost } = scan(phrase, language, saidOn);
  return foremost ?? scanBare(phrase, language, saidOn) ?? found[0] ?? { kind: "none" };
}
