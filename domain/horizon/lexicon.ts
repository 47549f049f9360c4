import type { Rule } from "./cursor.ts";
import { tokenise } from "./tokens.ts";

interface Branch<T> {
  value?: { readonly of: T };
  readonly next: Map<string, Branch<T>>;
}

const firstTokens = new Set<string>();

/** Whether any table has a phrase that begins so. What none begins with need not be looked at further. */
export const beginsAny = (text: string): boolean => firstTokens.has(text);

/**
 * A table of words and phrases as a rule that finds the longest of them at a place.
 *
 * @param entries the phrases of each meaning, with "|" between them
 * @param begins whether a time may begin with one; those that stand beside a time do not
 * @example const part = lexicon([["early | at the start of", "early"], ["late", "late"]])
 */
export function lexicon<T>(
  entries: readonly (readonly [phrases: string, meaning: T])[],
  { begins = true }: { readonly begins?: boolean } = {},
): Rule<T> {
  const root: Branch<T> = { next: new Map() };
  for (const [phrases, meaning] of entries) {
    for (const phrase of phrases.split("|")) {
      let branch = root;
      if (begins) firstTokens.add(tokenise(phrase)[0]?.text ?? "");
      for (const { text } of tokenise(phrase)) {
        const next = branch.next.get(text) ?? { next: new Map() };
        branch.next.set(text, next);
        branch = next;
      }
      branch.value = { of: meaning };
    }
  }
  return (tokens, place) => {
    let branch: Branch<T> | undefined = root;
    let found: ReturnType<Rule<T>> = null;
    for (let end = place; ; end += 1) {
      branch = branch.next.get(tokens.at(end).text);
      if (branch === undefined) return found;
      if (branch.value) found = { value: branch.value.of, end: end + 1 };
    }
  };
}

/** A table whose words mean nothing but themselves. */
export const wordsOf = (phrases: string): Rule<true> => lexicon([[phrases, true]]);

/** Such a table of words that stand beside a time, and begin none. */
export const wordsBeside = (phrases: string): Rule<true> => lexicon([[phrases, true]], { begins: false });
