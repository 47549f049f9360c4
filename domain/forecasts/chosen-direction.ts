import type { Day } from "../day.ts";
import { findHorizons, type HorizonReading, readHorizon, textLanguage } from "../horizon/read.ts";
import { err, ok, type Result } from "../result.ts";
import { placeInQuote } from "../sources/quoted-words.ts";
import type { Language } from "../vocabulary.ts";

/** The words for a time, and what they were said in. */
export interface TimedWords {
  /** Null where there are none. */
  readonly horizon: string | null;
  readonly quote: string;
  readonly lang: Language;
  readonly saidOn: Day;
}

/** Whether a reading denies; null where it says nothing of a time to come. */
function denies(reading: HorizonReading): boolean | null {
  switch (reading.kind) {
    case "window":
    case "vague":
      return reading.negative;
    case "ambiguous":
      return reading.readings.some(({ negative }) => negative);
    default:
      return null;
  }
}

/**
 * Whether words for a time say that something will not happen then: by themselves, or where they stand in the quote.
 *
 * @returns null where they carry no time to come, so that they say neither
 * @example saysNegative({ horizon: "not in the next five years", ... }) // true
 * @example saysNegative({ horizon: "in the next five years", quote: "It won't fly in the next five years.", ... }) // true
 */
export function saysNegative({ horizon, quote, lang, saidOn }: TimedWords): boolean | null {
  if (horizon === null || horizon === "") return null;
  const said = denies(readHorizon(horizon, textLanguage(lang), saidOn));
  if (said !== false) return said;
  const place = placeInQuote(horizon, quote);
  if (place === null) return said;
  return findHorizons(quote, textLanguage(lang), saidOn).some(
    (found) => found.start < place.end && found.end > place.start && denies(found) === true,
  );
}

/** A claim that says the opposite of its words for the time takes a note, and is shown with it. */
export const isTurnedRound = (negative: boolean, words: TimedWords): boolean => {
  const said = saysNegative(words);
  return said !== null && said !== negative;
};

export type DirectionFault = { readonly field: "horizonNote"; readonly code: "direction-needs-note" };

/**
 * Whether a claim is of what will not happen: as the words for its time say, unless it was chosen.
 *
 * @param chosen null: as the words say; where they say neither, that it will happen
 */
export function settleDirection(
  chosen: boolean | null,
  words: TimedWords,
  hasNote: boolean,
): Result<boolean, DirectionFault> {
  if (chosen === null) return ok(saysNegative(words) ?? false);
  return isTurnedRound(chosen, words) && !hasNote
    ? err({ field: "horizonNote", code: "direction-needs-note" })
    : ok(chosen);
}

/** What was chosen, seen from what is on record: null where it is what the words say. */
export const directionChoice = (negative: boolean, words: TimedWords): boolean | null =>
  negative === (saysNegative(words) ?? false) ? null : negative;
