import { describe, expect, it } from "vitest";
import { day } from "#domain/day.ts";
import { type HorizonReading, readHorizon, type TextLanguage } from "#domain/horizon/read.ts";
import { ENGLISH } from "#scripts/measure/phrases-en.ts";
import { FIELD_ENGLISH } from "#scripts/measure/phrases-field-en.ts";
import { FIELD_CHINESE } from "#scripts/measure/phrases-field-zh.ts";
import { CHINESE } from "#scripts/measure/phrases-zh.ts";
import { type Phrase, SAID_ON } from "#scripts/measure/written-reading.ts";
import { KEPT_CHINESE, KEPT_ENGLISH, type Kept } from "./mutation-kept.ts";

// A phrase with more said of its time has another window, or none. Pieces are set only where the time itself begins or
// ends, so that each of them is said of it.

interface Piece {
  readonly words: string;
  /** The phrases that it can be said of; all where it is left out. */
  readonly of?: RegExp;
}

/** No bound of their own stands before these. */
const BARE =
  /^(?!in\b|on\b|at\b|by\b|before|after|until|till|not\b|no\b|from|since|as\b|within|over|during|through|up to|between|sometime|some time|come|for|starting|beginning|later than|past|around|NET|NLT|pre-|post-|this side|my|our|the goal|I\b|I'd|launch)/i;
const ENGLISH_BEHIND: readonly Piece[] = [
  { words: "27" },
  { words: "/Q4" },
  { words: " or the year after" },
  { words: " but before 2060" },
  { words: " early on" },
  { words: ", give or take five years" },
];
const ENGLISH_BEFORE: readonly Piece[] = [
  { words: "unchanged from ", of: BARE },
  { words: "raised since ", of: BARE },
  { words: "worse than " },
  { words: "not until well after the middle of " },
  { words: "6/", of: /^\d/ },
  { words: "the second week of " },
];
/** A bound of their own begins these, or ends them. */
const UNBOUNDED = /^(?!最|少則|快則|短|早則|不到|至[快少]|约|起码|.*(?:起跳|打底|起步))/;
const NUMERAL = /^[一二三四五六七八九]/;
const CHINESE_BEHIND: readonly Piece[] = [
  { words: "半" },
  { words: "早些時候" },
  { words: "/Q4" },
  { words: "或後年" },
  { words: "，最遲2060年" },
  { words: "投票日前" },
];
const CHINESE_BEFORE: readonly Piece[] = [
  { words: "不低於", of: UNBOUNDED },
  { words: "相較於" },
  { words: "三年前他預測" },
  { words: "第", of: UNBOUNDED },
  { words: "二○", of: NUMERAL },
  { words: "上市後" },
];

const windowsOf = (reading: HorizonReading): string | null =>
  reading.kind === "window"
    ? JSON.stringify([reading.window, reading.negative])
    : reading.kind === "ambiguous"
      ? JSON.stringify(reading.readings.map(({ window, negative }) => [window, negative]))
      : null;

interface Mutation {
  readonly piece: string;
  readonly phrase: string;
  readonly mutated: string;
  readonly saidOn: string;
}

/** Every phrase of a list with a window, with each piece set to its time. */
function mutations(
  phrases: readonly Phrase[],
  language: TextLanguage,
  before: readonly Piece[],
  behind: readonly Piece[],
): readonly Mutation[] {
  return phrases.flatMap(([phrase, , saidOn = SAID_ON]): Mutation[] => {
    const reading = readHorizon(phrase, language, day(saidOn));
    if (windowsOf(reading) === null || reading.kind === "none") return [];
    const said = (pieces: readonly Piece[]) => pieces.filter(({ of }) => of?.test(phrase) ?? true);
    const made = (piece: Piece, mutated: string) => ({ piece: piece.words, phrase, mutated, saidOn });
    return [
      ...(reading.start === 0 ? said(before).map((piece) => made(piece, piece.words + phrase)) : []),
      ...(reading.end === phrase.length
        ? said(behind).map((piece) => made(piece, phrase + piece.words))
        : []),
    ];
  });
}

const isKept = ({ piece, phrase }: Mutation, kept: readonly Kept[]) =>
  kept.some((one) => one.piece === piece && one.phrases.includes(phrase));

describe.each([
  [
    "English",
    "en",
    mutations([...ENGLISH, ...FIELD_ENGLISH], "en", ENGLISH_BEFORE, ENGLISH_BEHIND),
    KEPT_ENGLISH,
  ],
  [
    "Chinese",
    "zh",
    mutations([...CHINESE, ...FIELD_CHINESE], "zh", CHINESE_BEFORE, CHINESE_BEHIND),
    KEPT_CHINESE,
  ],
] as const)("%s: a phrase with more said of its time", (_name, language, all, kept) => {
  it("is made of every phrase whose time begins or ends it", () => {
    expect(all.length).toBeGreaterThan(1500);
  });

  it("has another window or none, unless it rightly keeps it", () => {
    const unchanged = all.filter((one) => {
      const before = windowsOf(readHorizon(one.phrase, language, day(one.saidOn)));
      return !isKept(one, kept) && before === windowsOf(readHorizon(one.mutated, language, day(one.saidOn)));
    });
    expect(unchanged.map(({ mutated }) => mutated)).toEqual([]);
  });

  it("is excused only where it keeps it", () => {
    const changed = all.filter((one) => {
      const before = windowsOf(readHorizon(one.phrase, language, day(one.saidOn)));
      return isKept(one, kept) && before !== windowsOf(readHorizon(one.mutated, language, day(one.saidOn)));
    });
    expect(changed.map(({ mutated }) => mutated)).toEqual([]);
  });

  it("is excused for nothing that is gone from the lists", () => {
    const gone = kept.filter((entry) => !all.some((one) => isKept(one, [entry])));
    expect(gone.map(({ piece, why }) => `${piece}: ${why}`)).toEqual([]);
  });
});
