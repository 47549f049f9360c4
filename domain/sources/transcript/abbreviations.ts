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
export function belongsToWord(text: string, at: number, next: number): boolean {
  const word = wordBefore(text, at);
  if (word === "") return false;
  const plain = word.toLowerCase();
  if (LEADING.has(plain)) return true;
  const following = /^[\p{L}\p{N}'’]+/u.exec(text.slice(next, next + 20))?.[0] ?? "";
  if (plain === "no" || plain === "nos" || plain === "pp") return /^\d/.test(following);
  const isInitials = INITIALS.test(word) && plain !== "i";
  return (isInitials || TRAILING.has(plain)) && !OPENERS.has(following.toLowerCase().replace("’", "'"));
}
