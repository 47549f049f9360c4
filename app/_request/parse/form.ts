import { err, ok, type Result } from "#domain/result.ts";
import type { FieldError } from "#operations/field-error.ts";
import { KEY_FIELD } from "../../_words/form-state.ts";
import type { FormShape } from "./form-shape.ts";

export type FormValues = { readonly [field: string]: string | readonly string[] };

const isText = (value: FormDataEntryValue): value is string => typeof value === "string";

/** What was typed, to be put back into a refused form. */
export function typedValues(form: FormData, shape: FormShape): FormValues {
  return Object.fromEntries(
    Object.entries(shape).map(([field, kind]) => {
      const values = form.getAll(field).filter(isText);
      return [field, kind === "list" ? values : (values[0] ?? "")];
    }),
  );
}

const entriesOf = (typed: unknown, kind: "lines" | "words"): readonly string[] =>
  String(typed)
    .split(kind === "lines" ? /\r?\n/ : /[,，、\r\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** The number that was typed, or what was typed where that is none. */
const numberIn = (typed: unknown): unknown =>
  typeof typed === "string" && /^\d{1,9}$/.test(typed) ? Number(typed) : typed;

/**
 * A posted form as the body that the API takes, so that one parser reads both.
 * A field that the form does not have, or that comes twice, is named.
 */
export function readForm(
  form: FormData,
  shape: FormShape,
): Result<{ [field: string]: unknown }, readonly FieldError[]> {
  const errors: FieldError[] = [];
  const body: { [field: string]: unknown } = {};
  // Once through all of them: to ask for each name would go through all of them each time.
  for (const [field, entries] of Map.groupBy(form, ([name]) => name)) {
    const kind = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const values = entries.map(([, value]) => value);
    if (field === KEY_FIELD) continue;
    if (kind === undefined) errors.push({ field, code: "unknown-field" });
    else if (kind !== "list" && values.length > 1) errors.push({ field, code: "sent-twice" });
    else if (kind === "tick") body[field] = true;
    else if (kind === "list") body[field] = values;
    else if (kind === "lines" || kind === "words") body[field] = entriesOf(values[0], kind);
    else if (kind !== "text" && values[0] === "") body[field] = null;
    else body[field] = kind === "number" ? numberIn(values[0]) : values[0];
  }
  for (const [field, kind] of Object.entries(shape)) {
    if (kind === "day") body[field] ??= null;
    if (kind === "list") body[field] ??= [];
  }
  return errors.length > 0 ? err(errors) : ok(body);
}
