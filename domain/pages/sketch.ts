/** As many of a text's runs as a sketch keeps: enough to be about three hundredths off, at a likeness of 0.8. */
const KEPT = 128;
/** Words, or Chinese and Japanese characters, in a run. */
const RUN = 4;
/** Runs below which a text says too little of itself: a line that asks for cookies is the same everywhere. */
const FEWEST = 50;
/** UTF-16 units that are read of a text. Long ones are told apart by their beginnings. */
const MOST_READ = 200_000;
const REPRINT = 0.8;

const HAN_OR_KANA = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
const TOKEN = new RegExp(`[${HAN_OR_KANA}]|[[\\p{L}\\p{N}\\p{M}]--[${HAN_OR_KANA}]]+`, "gv");

/** FNV-1a over the UTF-16 units of a word. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < word.length; place += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(place), 0x01000193);
  }
  return hash;
}

/** The end of MurmurHash3, after which every bit depends on all that went in. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

const smallest = (hashes: ReadonlySet<number>): number[] => [...hashes].sort((a, b) => a - b).slice(0, KEPT);

/**
 * What is kept of a text to find its reprints: the smallest hashes of its runs of four words (four characters where
 * the script has no spaces), in order. Case, punctuation and layout do not count. Empty for a text of fewer than fifty
 * different runs, which would be like any other.
 *
 * Takes time in proportion to the text, of which it reads the first 200,000 characters.
 *
 * Source: Broder, "On the resemblance and containment of documents" (1997), with one hash and the smallest of many.
 */
export function sketchOf(text: string): readonly number[] {
  const words = text.slice(0, MOST_READ).normalize("NFKC").toLowerCase().matchAll(TOKEN);
  const last: number[] = [];
  let found = new Set<number>();
  let bound = Number.POSITIVE_INFINITY;
  for (const [word] of words) {
    last.push(hashOf(word));
    if (last.length < RUN) continue;
    const run = mixed(last.reduce((all, one) => Math.imul(all ^ mixed(one), 0x9e3779b1), RUN));
    last.shift();
    if (run >= bound) continue;
    found.add(run);
    if (found.size < 8 * KEPT) continue;
    const kept = smallest(found);
    bound = kept.at(-1) ?? bound;
    found = new Set(kept);
  }
  return found.size < FEWEST ? [] : smallest(found);
}

/** What two sketches share; 0 as soon as it is sure to stay below `least`, since most pairs have nothing in common. */
function shared(a: readonly number[], b: readonly number[], least: number): number {
  const mostApart = (1 - least) * KEPT;
  let [inA, inB, either, both] = [0, 0, 0, 0];
  // The smallest of both together are a fair sample of both; those that stand in each are what they share.
  while (either < KEPT && (inA < a.length || inB < b.length)) {
    const mine = a[inA] ?? Number.POSITIVE_INFINITY;
    const other = b[inB] ?? Number.POSITIVE_INFINITY;
    if (mine <= other) inA += 1;
    if (other <= mine) inB += 1;
    if (mine === other) both += 1;
    either += 1;
    if (either - both > mostApart) return 0;
  }
  return either === 0 ? 0 : both / either;
}

/**
 * How much two texts have in common, by their sketches: the runs that both have among those that either has, 1 for all
 * and 0 for none or where a sketch is empty. An estimate, the more exact the nearer it is to 0 or 1.
 */
export const likeness = (a: readonly number[], b: readonly number[]): number => shared(a, b, 0);

/**
 * Whether two texts are near enough to be one: the same article under another headline, with another foot to it.
 * Two reports of one event, each in its own words, are not. A reprint cut to half its length is missed.
 *
 * @example isReprint(sketchOf(article), sketchOf(`${headline}\n${article}`)) // true
 */
export const isReprint = (a: readonly number[], b: readonly number[]): boolean =>
  shared(a, b, REPRINT) >= REPRINT;
