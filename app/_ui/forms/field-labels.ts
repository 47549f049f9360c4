import type { Messages } from "#messages/en.ts";

export interface FormWords {
  readonly nothingLost: string;
  readonly sending: string;
  readonly colon: string;
}

/** The words that a form says in the browser: just these go there. */
export const formWords = ({ form, editing }: Messages): FormWords => ({
  nothingLost: form.nothingLost,
  sending: form.sending,
  colon: editing.colon,
});
/** What the fields of a form are called, to lead to one that needs another look. */
export interface FieldLabels {
  readonly names: { readonly [name: string]: string };
  /** What the names of some begin with, before a dot: the sentence or the voice that they are of. */
  readonly groups?: { readonly [key: string]: string };
}

/**
 * What a field is called; null where it has no name of its own.
 *
 * @example labelOf("s12.dueBy", { names: { dueBy: "Due by" }, groups: { s12: "No. 3" } }) // "No. 3: Due by"
 */
export function labelOf(field: string, { names, groups = {} }: FieldLabels, colon: string): string | null {
  const [first = "", ...rest] = field.split(".");
  const group = groups[first];
  const name = names[group === undefined ? field : rest.join(".")];
  if (group === undefined) return name ?? null;
  return name === undefined ? group : `${group}${colon}${name}`;
}
