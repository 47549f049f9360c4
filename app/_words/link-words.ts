import { JUDGED_CRITERIA, OUTCOMES, SOURCE_KINDS, STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";

/** A value of a field in the reader's words, where it is one of our own; any other as it is. */
export function wordFor(field: string, value: string, m: Messages): string {
  const word = <W extends string>(words: readonly W[], texts: { readonly [K in W]: string }) =>
    words.filter((candidate) => candidate === value).map((candidate) => texts[candidate])[0] ?? value;
  if (field === "outcome") return word(OUTCOMES, m.outcome);
  if (field === "stance") return word(STANCES, m.stance);
  if (field === "strength") return word(STRENGTHS, m.strength);
  if (field === "kind") return word(SOURCE_KINDS, m.sourceKind);
  if (field === "criterion") return word(JUDGED_CRITERIA, m.forecast.criterion);
  return value;
}

const isNamed = <Names extends object>(names: Names, code: string): code is keyof Names & string =>
  Object.hasOwn(names, code);

/** Why a page could not be read or kept, in words; a code of another version has none of its own. */
export function faultText(code: string | null, m: Messages): string {
  const { linkFault } = m;
  return code !== null && isNamed(linkFault, code) ? linkFault[code] : linkFault.otherwise;
}

/** Why there is no text in a copy; null: its reading was stopped. */
export function readingFaultText(code: string | null, m: Messages): string {
  const { readingFaults } = m.copies;
  return code !== null && isNamed(readingFaults, code) ? readingFaults[code] : readingFaults.stopped;
}
