import { type Day, yearsAfter } from "./day.ts";
import type { FoundHorizon, HorizonReading, TextLanguage } from "./horizon/reading.ts";
import type { Language } from "./vocabulary.ts";

export type { FoundHorizon, HorizonReading, Reading, TextLanguage } from "./horizon/reading.ts";
export type { HorizonRule, HorizonStep } from "./horizon/step.ts";

/** What the rules of a text are chosen by. */
export const textLanguage = (language: Language): TextLanguage => (language === "en" ? "en" : "zh");

/**
 * Every horizon in a text, in order of place.
 *
 * @param saidOn the day on which it was said, which spans are counted from
 */
export function findHorizons(text: string, language: TextLanguage, saidOn: Day): readonly FoundHorizon[] {
  const within =
    language === "en" ? /\b(?:with)?in (\d{1,2}) years?\b/gi : /(\d{1,2}) ?年[之以]?(?:[內内]|[後后])/g;
  return [...text.matchAll(within)].map((match): FoundHorizon => {
    const words = match[0];
    const closes = yearsAfter(saidOn, Number(match[1]));
    const opens = /^within|[內内]$/i.test(words) ? saidOn : closes;
    const counted = match[1] ?? "";
    return {
      kind: "window",
      window: { dueFrom: opens, dueBy: closes, graceBy: null },
      approximate: false,
      proposedGraceBy: null,
      negative: false,
      words,
      start: match.index,
      end: match.index + words.length,
      steps: [
        {
          rule: "count",
          words: counted,
          from: saidOn,
          to: closes,
          edge: opens === closes ? "day" : "closes",
        },
      ],
    };
  });
}

/**
 * The first horizon of a phrase: what a person typed as the horizon, or a whole sentence.
 *
 * @example readHorizon("within 3 years", "en", day("2025-09-10")) // 2025-09-10..2028-09-10
 */
export function readHorizon(phrase: string, language: TextLanguage, saidOn: Day): HorizonReading {
  return findHorizons(phrase, language, saidOn)[0] ?? { kind: "none" };
}
