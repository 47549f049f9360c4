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

/**
 * The horizon of a phrase: what a person typed as one, or a whole sentence. The first that says when counts, else the
 * first vague one. Where the phrase is nothing but a time, it may be as short as "2-3 years" or "2030".
 *
 * @example readHorizon("in two to three years", "en", day("2025-09-10")) // 2027-09-10..2028-09-10
 * @example readHorizon("一兩年之內", "zh", day("2025-09-10")) // 2026-09-10..2027-09-10
 * @example readHorizon("by Christmas", "en", day("2025-09-10")) // none
 */
export function readHorizon(phrase: string, language: TextLanguage, saidOn: Day): HorizonReading {
  const found = findHorizons(phrase, language, saidOn);
  return (
    found.find(({ kind }) => kind === "window" || kind === "ambiguous") ??
    scanBare(phrase, language, saidOn) ??
    found[0] ?? { kind: "none" }
  );
}
