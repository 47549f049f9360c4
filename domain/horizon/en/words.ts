import { lexicon, wordsOf } from "../lexicon.ts";
import type { Season } from "../period.ts";
import type { Unit } from "../span.ts";
import type { Part } from "../step.ts";

// What English says time with. A phrase is cut into tokens as the texts are, so hyphens and apostrophes count.

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

export const cardinal = lexicon([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, place) => [word, (place + 2) * 10] as const),
]);
export const power = lexicon([
  ["hundred|hundreds", 100],
  ["thousand", 1000],
]);

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
export const ordinalWord = lexicon([
  ...ORDINALS.map((word, place) => [word, place + 1] as const),
  ["thirtieth", 30],
  ...ORDINALS.slice(0, 9).map((word, place) => [`twenty-${word}|twenty ${word}`, place + 21] as const),
  ["thirty-first|thirty first", 31],
  ["latter|back", 2],
  ["front", 1],
]);

/** What stands where a number would, with what it comes to. */
export const quantityWord = lexicon([
  ["a|an|one|a single|a full|a further|another", 1],
  ["a couple|a couple of|couple|couple of|a pair of", 2],
  ["half a|half an|a half|half|half -|a half -", 0.5],
  ["one and a half|a and a half", 1.5],
  ["a dozen|one dozen", 12],
  ["hundred", 100],
  ["half a dozen", 6],
  ["a quarter of a|quarter of a|a quarter", 0.25],
  ["three quarters of a|three-quarters of a", 0.75],
]);
/** What stands there and has no number in it. */
export const vagueQuantity = wordsOf(
  "few|a few|quite a few|a good few|several|many|some|a number of|a handful of|handful of|multiple|a lot of|lots of|dozens of|tens of|scores of|x|n|a certain number of|so many|not many|not too many|just a few|only a few|a small number of|next few|another few",
);
export const andAHalf = wordsOf("and a half|and one half|and a half of|and half|1/2|½");

const UNIT_WORDS: readonly (readonly [one: string, many: string, unit: Unit])[] = [
  ["hour|hour's|hr", "hours|hours'|hrs|h", "hour"],
  ["day|day's", "days|days'", "day"],
  ["week|week's|wk|w", "weeks|weeks'|wks", "week"],
  ["fortnight|fortnight's", "fortnights", "fortnight"],
  ["month|month's|mo|mth", "months|months'|mos|mths", "month"],
  ["quarter|quarter's", "quarters|quarters'", "quarter"],
  ["half-year|half year", "half-years|half years", "half"],
  ["year|year's|yr|calendar year|y", "years|years'|yrs|calendar years", "year"],
  ["decade|decade's", "decades|decades'", "decade"],
  ["century|century's", "centuries", "century"],
];
export const unitOne = lexicon(UNIT_WORDS.map(([one, , unit]) => [one, unit] as const));
export const unitMany = lexicon(UNIT_WORDS.map(([, many, unit]) => [many, unit] as const));

export const MONTH_NAMES = [
  "january|jan|jan.",
  "february|feb|feb.",
  "march|mar|mar.",
  "april|apr|apr.",
  "may",
  "june|jun|jun.",
  "july|jul|jul.",
  "august|aug|aug.",
  "september|sep|sept|sep.|sept.",
  "october|oct|oct.",
  "november|nov|nov.",
  "december|dec|dec.",
];
export const month = lexicon(MONTH_NAMES.map((names, place) => [names, place + 1] as const));
export const weekday = lexicon(
  [
    "monday|mon",
    "tuesday|tue|tues",
    "wednesday|wed",
    "thursday|thu|thur|thurs",
    "friday|fri",
    "saturday",
    "sunday",
  ].map((names, place) => [names, place + 1] as const),
);
export const season = lexicon<Season>([
  ["spring|springtime", "spring"],
  ["summer|summertime", "summer"],
  ["autumn|fall", "autumn"],
  ["winter|wintertime", "winter"],
]);

/** How many units ahead of the one that the day said is in. */
export const thisOrNext = lexicon([
  ["this|the current|current|this calendar|this current|this very", 0],
  ["next|coming|the coming|this coming|following|the following|upcoming|the upcoming|the next", 1],
]);
export const aboutNext = wordsOf("about|around|roughly|approximately");

export interface PartWord {
  readonly parts: readonly Part[];
  readonly moment?: "start" | "end";
}
/** The middle of what the word itself names. */
export const middleOf = lexicon<Unit>([
  ["midcentury|mid-century|mid century|the midcentury", "century"],
  ["middecade|mid-decade|mid decade", "decade"],
  ["midyear|mid-year|mid year", "year"],
]);

export const part = lexicon<PartWord>([
  [
    "early|early in|very early in|early on in|the early part of|early part of|earlier in",
    { parts: ["early"] },
  ],
  [
    "mid|mid-|middle of|the middle of|midway through|halfway through|midpoint of|the midpoint of",
    { parts: ["mid"] },
  ],
  [
    "late|late in|very late in|the latter part of|latter part of|later part of|the later part of",
    { parts: ["late"] },
  ],
  [
    "early to mid|early-to-mid|early to mid-|early-to-mid-|early or mid|early or mid-",
    { parts: ["early", "mid"] },
  ],
  ["mid to late|mid-to-late|mid-late|mid or late|mid- to late|mid- or late", { parts: ["mid", "late"] }],
  [
    "beginning of|the beginning of|start of|the start of|the very start of|the dawn of|the turn of",
    { parts: ["early"], moment: "start" },
  ],
  [
    "the back end of|back end of|the far end of|far end of|end of|the end of|close of|the close of|the very end of|the tail end of|tail end of|end|end-|the end",
    { parts: ["late"], moment: "end" },
  ],
]);

export const hedge = wordsOf(
  "about|around|roughly|approximately|approx|approx.|circa|ca|ca.|c.|maybe|perhaps|probably|possibly|something like|somewhere around|somewhere between|anywhere between|anywhere from|say|i'd say|i guess|i think|more or less|some|nearly|almost|close to|in the region of|on the order of|in the order of|~|like|maybe about|maybe around|likely|most likely|very roughly|or maybe|or perhaps",
);
/** Between two numbers these make a range, and nothing of the kind of "about". */
export const neutral = wordsOf(
  "just|only|another|a further|the|a full|no|a mere|somewhere|anywhere|another full",
);
export const hedgeAfter = wordsOf(
  "or so|or thereabouts|give or take|, give or take|ish|-ish|or something like that|or something|more or less",
);

export const atLeast = wordsOf(
  ">|>=|≥|at least|no less than|not less than|no fewer than|a minimum of|more than|over|upwards of|greater than|as little as|as few as|well over|in excess of|at the very least",
);
export const atMost = wordsOf(
  "<|<=|≤|less than|under|no more than|not more than|at most|up to|fewer than|as much as|a maximum of|as many as|no longer than|within|below|well under|not longer than",
);
export const atLeastAfter = wordsOf(
  "or more|or longer|at least|at a minimum|minimum|at minimum|, minimum|, at minimum|, at a minimum|, at least|, at the very least|at the very least|at the earliest|or later|, or later|plus|+",
);
export const atMostAfter = wordsOf(
  "or less|or sooner|or fewer|at most|tops|max|maximum|at the outside|at the latest|, tops|, max|, at most|, maximum|, at the latest|, at the outside",
);
