import { describe, expect, it } from "vitest";
import { day } from "#domain/day.ts";
import { extraction } from "#domain/sources/extraction.ts";
import { LONGEST_SENTENCE } from "#domain/sources/transcript/sentences.ts";
import { keepText, LARGEST_TEXT_BYTES, passagesOf } from "#domain/sources/transcript.ts";
import { rounds } from "../support/rounds.ts";

const SAID = day("2025-09-10");

const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
  ["one letter", "a"],
  ["one Han character", "會"],
  ["newlines", "\n"],
  ["spaces", " "],
  ["colons", ":"],
  ["full-width colons", "："],
  ["digits and commas", "1,"],
  ["full stops", "."],
  ["full stops and spaces", ". "],
  ["Chinese full stops", "。"],
  ["opening quotes", "「"],
  ["closing quotes", "”"],
  ["quotes that end sentences", "。」"],
  ["asterisks", "*"],
  ["hashes", "#"],
  ["hashes on lines", "#\n"],
  ["hyphens on lines", "-\n"],
  ["letters on lines", "a\n"],
  ["lone surrogates", "\uD800"],
  ["lone surrogates the other way", "\uDC00a"],
  ["right to left", "\u202Eשלום "],
  ["NUL", "\0"],
  ["labels", "Q:\n"],
  ["names", "Ann Bo: "],
  ["brackets", "["],
  ["years", "2030 "],
  ["times ahead", "in 5 years "],
  ["many times ahead", "We will in 5 years. "],
  ["words that tell", "said would plan says if "],
  ["Chinese that tells", "如果當年說過會，"],
  ["cues", "00:00:01,000 --> 00:00:02,000\na\n\n"],
  ["tags", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v <v <c <"],
  ["arrows", "-->"],
  ["emoji", "\u{1F468}\u200D\u{1F469}"],
];

/** The largest text there may be in the long run. */
const BYTES = rounds(LARGEST_TEXT_BYTES / 8, LARGEST_TEXT_BYTES);

describe("a long text of", () => {
  it.each(HOSTILE)("%s is dealt with, in small steps", (_name, unit) => {
    const raw = unit.repeat(Math.floor(BYTES / Buffer.byteLength(unit)));
    const { text } = keepText(raw, null);
    expect(text.isWellFormed()).toBe(true);
    const before = process.cpuUsage();
    const work = extraction(text, SAID);
    let step = work.next();
    for (; !step.done; step = work.next());
    const { user, system } = process.cpuUsage(before);
    // Of a processor, since the machine does other things. Generous: what is not linear takes minutes.
    expect((user + system) / 1000).toBeLessThan(rounds(10_000, 30_000));
    for (const { sentence } of step.value.candidates) {
      expect(sentence.text.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
    }
  });
});

describe("the work grows with the text and not faster", () => {
  /** What the rules about sentences are given: their cost is bounded by these. */
  function given(raw: string) {
    let characters = 0;
    let longest = 0;
    let most = 0;
    for (const passage of passagesOf(raw)) {
      most = Math.max(most, passage?.sentences.length ?? 0);
      for (const { text } of passage?.sentences ?? []) {
        characters += text.length;
        longest = Math.max(longest, text.length);
      }
    }
    return { characters, longest, most };
  }

  it.each(HOSTILE)("for %s", (_name, unit) => {
    for (const times of [100, 10_000]) {
      const raw = unit.repeat(times);
      const { characters, longest, most } = given(raw);
      expect(characters).toBeLessThanOrEqual(raw.length);
      expect(longest).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(most).toBeLessThanOrEqual(20);
    }
  });
});
