import { err, ok, type Result } from "../result.ts";
import type { Stretch } from "./transcript.ts";

export type PassageFault = "words-not-in-copy" | "words-twice-in-copy";

const folded = (text: string): string => text.replaceAll(/\s+/gu, " ");

/** For each place in some words, how long a beginning of them ends there (the table of Knuth, Morris and Pratt). */
function beginningsIn(words: string): Uint32Array {
  const lengths = new Uint32Array(words.length);
  let length = 0;
  for (let at = 1; at < words.length; at++) {
    while (length > 0 && words[at] !== words[length]) length = lengths[length - 1] ?? 0;
    if (words[at] === words[length]) length++;
    lengths[at] = length;
  }
  return lengths;
}

/** The first two places of words in a text, in time that grows with the two alone: neither is to be trusted. */
function placesOf(words: string, text: string): readonly number[] {
  const beginnings = beginningsIn(words);
  const places: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length && places.length < 2; at++) {
    while (length > 0 && text[at] !== words[length]) length = beginnings[length - 1] ?? 0;
    if (text[at] === words[length]) length++;
    if (length === words.length) {
      places.push(at + 1 - length);
      length = beginnings[length - 1] ?? 0;
    }
  }
  return places;
}

/** The place in a text of a place in the same text folded. */
function unfolded(text: string, place: number): number {
  let dropped = 0;
  for (const { index, 0: blank } of text.matchAll(/\s+/gu)) {
    if (index - dropped >= place) break;
    dropped += blank.length - 1;
  }
  return place + dropped;
}

/**
 * Where words that somebody typed or pasted stand in a text, however the two are spaced.
 *
 * @param text in Unicode's composed form (NFC)
 * @param startsAt which place is meant, where the words stand at several; null takes the only one
 * @returns UTF-16 offsets, the end excluded; refused where the words do not stand there, or at more places than one
 * @example findPassage("It will\nrain.", "will rain", null) // ok({ start: 3, end: 12 })
 */
export function findPassage(
  text: string,
  words: string,
  startsAt: number | null,
): Result<Stretch, PassageFault> {
  const wanted = folded(words.normalize("NFC")).trim();
  if (wanted === "") return err("words-not-in-copy");
  const within = folded(text);
  const from = startsAt === null ? null : folded(text.slice(0, startsAt)).length;
  const places = from === null ? placesOf(wanted, within) : within.startsWith(wanted, from) ? [from] : [];
  const [at] = places;
  if (at === undefined) return err("words-not-in-copy");
  if (places.length > 1) return err("words-twice-in-copy");
  return ok({ start: unfolded(text, at), end: unfolded(text, at + wanted.length - 1) + 1 });
}
