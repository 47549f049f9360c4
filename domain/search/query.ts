import { type Token, tokensOf } from "./text.ts";

/** What is looked for: tokens one right after another. */
export interface SearchTerm {
  readonly tokens: readonly string[];
  /** Whether the last of them need only be how a token begins. */
  readonly isPrefix: boolean;
}

/** A search: all of these terms have to be found, and none of those. */
export interface SearchWords {
  readonly all: readonly SearchTerm[];
  readonly none: readonly SearchTerm[];
}

/** From this many letters on, a word stands for all that begin with it; "AI" is not the beginning of "aim". */
const SHORTEST_BEGINNING = 3;

/**
 * A minus for exclusion, then words in quotation marks of either language (the last ones may be left open), or without.
 */
const PART = /(?:(?<=^|\s)-)?(?:["＂“”„][^"＂“”„]*["＂“”„]?|「[^」]*」?|『[^』]*』?)|[^\s"＂“”„「『]+/gu;
const QUOTED = /^(-?)["＂“”„「『](.*)$/su;

/**
 * The tokens of a phrase as an index has them: where a run without spaces ends the phrase, its end is not asked for.
 */
function phrase(tokens: readonly Token[], isPrefix: (last: Token) => boolean): SearchTerm[] {
  const last = tokens.at(-1);
  if (last === undefined) return [];
  const isInRun = last.kind === "last" && tokens.at(-2)?.kind === "pair";
  const asked = isInRun ? tokens.slice(0, -1) : tokens;
  return [
    { tokens: asked.map(({ text }) => text), isPrefix: !isInRun && (last.kind === "last" || isPrefix(last)) },
  ];
}

/** Typed without quotation marks: words joined by a sign stay together, runs without spaces each stand alone. */
function loose(tokens: readonly Token[]): SearchTerm[] {
  const groups: Token[][] = [];
  let before: Token | undefined;
  for (const token of tokens) {
    const isSame =
      before !== undefined && before.kind !== "last" && (before.kind === "word") === (token.kind === "word");
    if (isSame) groups.at(-1)?.push(token);
    else groups.push([token]);
    before = token;
  }
  return groups.flatMap((group) => phrase(group, ({ text }) => [...text].length >= SHORTEST_BEGINNING));
}

const distinct = (terms: readonly SearchTerm[]): SearchTerm[] => [
  ...new Map(terms.map((term) => [JSON.stringify(term), term])).values(),
];

/**
 * Reads what was typed to search: words stand for themselves and, from three letters on, for all that begin with them;
 * characters of a script without spaces for any place where they stand in a row; quotation marks keep words together
 * and whole; a minus before either leaves out what has it. Nothing else means anything, and nothing is an error.
 *
 * @example parseSearch('Triton 抽象 -"open model"')
 */
export function parseSearch(typed: string): SearchWords {
  const all: SearchTerm[] = [];
  const none: SearchTerm[] = [];
  for (const { 0: part } of typed.matchAll(PART)) {
    const quoted = QUOTED.exec(part);
    const isExcluded = quoted ? quoted[1] === "-" : part.startsWith("-");
    const terms = quoted ? phrase(tokensOf(quoted[2] ?? ""), () => false) : loose(tokensOf(part));
    (isExcluded ? none : all).push(...terms);
  }
  return { all: distinct(all), none: distinct(none) };
}
