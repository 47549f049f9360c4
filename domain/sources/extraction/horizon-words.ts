import type { Day } from "../../day.ts";
import { type HorizonReading, readHorizon } from "../../horizon/read.ts";
import type { Candidate } from "./candidate.ts";

/** No words for a time are longer. */
const MOST_WORDS = 300;
/** How many words may stand between what denies and the time, or a Chinese text's characters. */
const MOST_AROUND = 24;

const windowsOf = (reading: HorizonReading): string =>
  JSON.stringify(
    reading.kind === "window"
      ? reading.window
      : reading.kind === "ambiguous"
        ? reading.readings.map(({ window }) => window)
        : reading.kind,
  );

/** Where a cut of a sentence may begin or end: between words, and between Chinese characters. */
const isSeam = (text: string, at: number) =>
  at <= 0 ||
  at >= text.length ||
  !/[a-z0-9'’\ud800-\udbff]$/i.test(text.slice(0, at)) ||
  !/^[a-z0-9'’\udc00-\udfff]/i.test(text.slice(at));

/** The words for a time with ever more of what stands before them, then of what stands behind. */
function* wider(text: string, start: number, end: number): Generator<string> {
  for (const step of [-1, 1] as const) {
    let [from, to] = [start, end];
    for (let seams = 0; seams < MOST_AROUND && from >= 0 && to <= text.length; ) {
      if (step === -1) from -= 1;
      else to += 1;
      if (from < 0 || to > text.length) break;
      if (!isSeam(text, step === -1 ? from : to)) continue;
      seams += 1;
      if (/\S/.test(text.charAt(step === -1 ? from : to - 1))) yield text.slice(from, to);
    }
  }
}

/**
 * The words to be put down as a candidate's horizon: those that carry its time; where by themselves they would be read
 * otherwise ("until 2028" without its "won't"), as few more of the sentence as it takes. Null where it has none.
 */
export function horizonWordsOf({ horizon, sentence }: Candidate, saidOn: Day): string | null {
  if (horizon === null) return null;
  const { reading, standsIn } = horizon;
  const meant = windowsOf(reading);
  const isMeant = (words: string) =>
    words.length <= MOST_WORDS && windowsOf(readHorizon(words, sentence.language, saidOn)) === meant;
  if (standsIn !== "sentence" || isMeant(reading.words)) return reading.words;
  for (const words of wider(sentence.text, reading.start, reading.end)) if (isMeant(words)) return words;
  return isMeant(sentence.text) ? sentence.text : reading.words;
}
