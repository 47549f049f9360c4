import type { Day } from "../day.ts";
import { type HorizonReading, readHorizon } from "../horizon.ts";
import type { Candidate } from "./candidate.ts";

/** No words for a time are longer. */
const MOST_WORDS = 300;

const windowsOf = (reading: HorizonReading): string =>
  JSON.stringify(
    reading.kind === "window"
      ? reading.window
      : reading.kind === "ambiguous"
        ? reading.readings.map(({ window }) => window)
        : reading.kind,
  );

/**
 * The words to be put down as a candidate's horizon: those that carry its time, or the whole sentence where by
 * themselves they would be read otherwise. Null where it has none.
 */
export function horizonWordsOf({ horizon, sentence }: Candidate, saidOn: Day): string | null {
  if (horizon === null) return null;
  const { reading, standsIn } = horizon;
  const meant = windowsOf(reading);
  const isMeant = (words: string) =>
    windowsOf(readHorizon(words, sentence.language, saidOn)) === meant && words.length <= MOST_WORDS;
  if (standsIn === "sentence" && !isMeant(reading.words) && isMeant(sentence.text)) return sentence.text;
  return reading.words;
}
