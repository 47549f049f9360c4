/** After these a full stop never ends a sentence: a name, a number or more of the sentence follows. */
const LEADING = new Set(
  "mr mrs ms dr prof rev hon st sen rep gov gen col lt sgt capt pres fig figs vol vs cf e.g i.e viz approx ca est al"
    .split(" ")
    .concat("jan feb mar apr jun jul aug sep sept oct nov dec mt messrs".split(" ")),
);

/** After these it ends one only before a word that opens sentences: "in the U.S. The next", but "U.S. Steel". */
const TRAILING = new Set("inc ltd co corp llc plc jr sr etc a.m p.m ph.d b.c a.d bros dept univ".split(" "));

const INITIALS = /^(?:\p{L}\.)*\p{Lu}$/u;

const OPENERS = new Set(
  `the a an this that these those there here it its it's we we're we've we'll i i'm i'd i've i'll you he she they
   they're and but or so if when while what who why how where which in on at by for from to with after before as not
   no yes nobody nothing some most all many one two my our your his her their then now today still even every since
   because although however meanwhile once until unless last next of`.split(/\s+/),
);

/** The word that ends at `end`, dots within it included, at most a dozen characters. */
function wordBefore(text: string, end: number): string {
  const stretch = text.slice(Math.max(0, end - 12), end);
  return /[\p{L}\p{N}.]*$/u.exec(stretch)?.[0] ?? "";
}

/**
 * Whether the full stop at `at` belongs to the word before it and not to the sentence.
 *
 * @param next the place of the first character after the stop, its closing marks and the white space
 * @example belongsToWord("Dr. Osei", 2, 4) // true
 */
function belongsToWord(text: string, at: number, next: number): boolean {
  const word = wordBefore(text, at);
  if (word === "") return false;
  const plain = word.toLowerCase();
  if (LEADING.has(plain)) return true;
  const following = /^[\p{L}\p{N}'’]+/u.exec(text.slice(next, next + 20))?.[0] ?? "";
  if (plain === "no" || plain === "nos" || plain === "pp") return /^\d/.test(following);
  const isInitials = INITIALS.test(word) && plain !== "i";
  return (isInitials || TRAILING.has(plain)) && !OPENERS.has(following.toLowerCase().replace("’", "'"));
}

/** A stretch of a text: UTF-16 offsets, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * No sentence is longer. What has no full stops (captions made by a machine) is cut at a comma or a space, which also
 * bounds what any rule about one sentence can cost.
 */
export const LONGEST_SENTENCE = 600;
/** A cut is made after this much at the earliest. */
const SHORTEST_CUT = 300;

const SPACE = /\s/;
const CLOSING = /["'”’」』）)\]】》〉*_]/;
const FULL_STOP = /[。！？；｡…!?.]/;
const STOPS_ANYWHERE = /[。！？；｡]/;
const STARTS_SENTENCE = /^[\p{Lu}\p{Lo}\p{N}"'“‘「『（([【《〈*_¿¡—–]/u;
const HAN = /\p{Script=Han}/u;
/** 「……。」他說。 is one sentence: who said it stands after the quotation. */
const ATTRIBUTION =
  /^[^。！？；，,\n]{1,10}(?:說|说|道|表示|指出|認為|认为|強調|强调|問|问|笑)[^。！？；\n]{0,8}[。！？]/;

/** The place after a run of characters of one kind. */
function skip(text: string, from: number, end: number, kind: RegExp): number {
  let at = from;
  while (at < end && kind.test(text.charAt(at))) at++;
  return at;
}

/**
 * Whether the stop at `at` ends a sentence, of which `after` is the end with its closing marks, `next` what follows.
 */
function ends(text: string, at: number, after: number, next: number, end: number): boolean {
  if (next >= end) return true;
  const stop = text.charAt(at);
  const follower = text.charAt(next);
  const isQuoted = after > at + 1;
  if (STOPS_ANYWHERE.test(stop)) return !(isQuoted && ATTRIBUTION.test(text.slice(after, after + 24)));
  if (stop === "…" && !/[a-z]/i.test(follower)) return true;
  if (next === after) return stop !== "." && HAN.test(follower);
  const starts = STARTS_SENTENCE.test(text.slice(next, next + 2));
  if (!starts) return false;
  return stop !== "." || isQuoted || !belongsToWord(text, at, next);
}

/** Where a sentence that has grown too long is cut: at a comma, else a space, else anywhere but inside a character. */
function cutBetween(text: string, from: number, to: number): number {
  for (const mark of [/[，,、：:；;]/, SPACE]) {
    for (let at = to; at > from; at--) if (mark.test(text.charAt(at - 1))) return at;
  }
  return /[\uDC00-\uDFFF]/.test(text.charAt(to)) ? to - 1 : to;
}

/**
 * The sentences of a stretch, without the white space between them: English ones with abbreviations, decimals and
 * quotations, Chinese ones at 。！？；… with what closes them.
 *
 * @example [...sentencesIn("Dr. Wu agrees. 我也是。真的？", 0, 21)] // three stretches
 */
export function* sentencesIn(text: string, start: number, end: number): Generator<Stretch> {
  let from = skip(text, start, end, SPACE);
  let at = from;
  while (from < end) {
    let close = end;
    for (; at < end; at++) {
      if (at - from >= LONGEST_SENTENCE) {
        close = cutBetween(text, from + SHORTEST_CUT, at);
        break;
      }
      if (!FULL_STOP.test(text.charAt(at))) continue;
      const last = skip(text, at, Math.min(end, from + LONGEST_SENTENCE), FULL_STOP) - 1;
      at = Math.max(at, last);
      const after = skip(text, at + 1, Math.min(end, from + LONGEST_SENTENCE), CLOSING);
      const next = skip(text, after, end, SPACE);
      // A mark that could open or close belongs to what follows when a space stands before it; `skip` saw to that.
      if (ends(text, at, after, next, end)) {
        close = after;
        break;
      }
    }
    let trimmed = close;
    while (trimmed > from && SPACE.test(text.charAt(trimmed - 1))) trimmed--;
    if (trimmed > from) yield { start: from, end: trimmed };
    from = skip(text, close, end, SPACE);
    at = from;
  }
}

const ENDS_ASKING = /[?？][!！]?["'”’」』）)\]*_]*$/;
const QUOTED_ASKING =
  /[?？]["”’」』]\s{0,2}(?:(?:he|she|they|we|i|他|她|我們|我们)?\s?(?:asks?|asked|wonders?|wondered|says?|said|問|问|說|说))/i;

/**
 * Whether a sentence asks: its last mark, closing quotes aside, is a question mark, or that of what it quotes before
 * it says who asks.
 */
export const isQuestion = (sentence: string): boolean =>
  ENDS_ASKING.test(sentence.slice(-12)) || QUOTED_ASKING.test(sentence);
