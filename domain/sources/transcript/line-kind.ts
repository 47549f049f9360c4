import { hashHeading, isHeadingAnywhere, RULE, UNDERLINE, WITHOUT_LETTERS } from "./headings.ts";
import type { Labels } from "./labels.ts";

/** What a line is, seen alone; `skip` is how many characters at its head are marks and no words. */
export type LineKind =
  | { readonly is: "blank" }
  /** Hyphens or equals signs: it makes a heading of a single line above it, and else parts. */
  | { readonly is: "underline" }
  | { readonly is: "heading"; readonly skip: number; readonly length: number }
  /** Somebody begins to speak; null for somebody who is not named. */
  | { readonly is: "turn"; readonly speaker: string | null; readonly skip: number }
  | { readonly is: "item"; readonly isNumbered: boolean; readonly skip: number }
  | { readonly is: "words" };

const ITEM = /^(?:[-*+•‧◦▪][ \t]+|(\d{1,3})[.)][ \t]+|>[ \t>]*)/;
/** A dash, or the `>>` of captions. */
const UNNAMED_TURN = /^(?:>>+[ \t]*|[–—][ \t]*)(?=\S)/;
/** What has no letters and is longer is a text of some kind. */
const LONGEST_WITHOUT_LETTERS = 40;

/** What the line with these words is. */
export function lineKind(words: string, labels: Labels): LineKind {
  if (words === "") return { is: "blank" };
  if (UNDERLINE.test(words)) return { is: "underline" };
  if (RULE.test(words) || (words.length < LONGEST_WITHOUT_LETTERS && WITHOUT_LETTERS.test(words))) {
    return { is: "blank" };
  }
  const heading = hashHeading(words) ?? (isHeadingAnywhere(words) ? words : null);
  if (heading !== null) return { is: "heading", skip: words.indexOf(heading), length: heading.length };
  const label = labels.read(words);
  if (label !== null) return { is: "turn", speaker: label.name, skip: label.length };
  const unnamed = UNNAMED_TURN.exec(words);
  if (unnamed !== null) return { is: "turn", speaker: null, skip: unnamed[0].length };
  const item = ITEM.exec(words);
  if (item !== null) return { is: "item", isNumbered: item[1] !== undefined, skip: item[0].length };
  return { is: "words" };
}
