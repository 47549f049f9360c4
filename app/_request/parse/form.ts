import { err, ok, type Result } from "#domain/result.ts";
import type { FieldError } from "#operations/field-error.ts";
import { KEY_FIELD } from "../../_words/form-state.ts";

/**
 * How a form says what a JSON body says: `text` as typed, `day` where blank is null, `list` of ticked boxes, `tick`
 * for yes, `optional` where blank is left out, `lines` and `words` for a list that is typed as one text, an entry on
 * each line or between commas.
 */
export type FormShape = {
  readonly [field: string]: "text" | "day" | "list" | "tick" | "optional" | "lines" | "words";
};

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
    else if (kind === "text" || values[0] !== "") body[field] = values[0];
  }
  for (const [field, kind] of Object.entries(shape)) {
    if (kind === "day") body[field] ??= null;
    if (kind === "list") body[field] ??= [];
  }
  return errors.length > 0 ? err(errors) : ok(body);
}

/** The revision that a form was rendered with, as the number that the API takes. */
export function seenRevision<Body extends { readonly [field: string]: unknown }>(body: Body) {
  const { revision } = body;
  const isNumber = typeof revision === "string" && /^\d{1,9}$/.test(revision);
  return { ...body, revision: isNumber ? Number(revision) : revision };
}

export const EVIDENCE_FORM = {
  url: "text",
  title: "text",
  publisher: "text",
  author: "optional",
  publishedOn: "day",
  stance: "text",
  strength: "text",
  summary: "text",
  kind: "optional",
  criterion: "optional",
  archiveUrl: "optional",
  by: "optional",
} as const satisfies FormShape;

export const CORRECTION_FORM = {
  ...EVIDENCE_FORM,
  revision: "text",
  reason: "optional",
} as const satisfies FormShape;

/** A page that is on record, on one more forecast. */
export const ELSEWHERE_FORM = {
  stance: "text",
  strength: "text",
  summary: "text",
  kind: "optional",
  criterion: "optional",
  archiveUrl: "optional",
  by: "optional",
} as const satisfies FormShape;

export const WITHDRAWAL_FORM = { reason: "text", by: "optional" } as const satisfies FormShape;

export const VERDICT_FORM = {
  outcome: "text",
  happenedOn: "day",
  knownOn: "text",
  rationale: "text",
  evidenceIds: "list",
  withoutEvidenceReason: "optional",
  alreadyJudgeable: "tick",
  replaces: "optional",
  replacesReason: "optional",
  revision: "optional",
  by: "optional",
} as const satisfies FormShape;

export const REVIEW_FORM = { reviewOn: "text", note: "text", by: "optional" } as const satisfies FormShape;

/** A form that is a button. */
export const BARE_FORM = {} as const satisfies FormShape;

export const PASSAGE_FORM = { words: "text", by: "optional" } as const satisfies FormShape;

export const UNMARKING_FORM = { by: "optional" } as const satisfies FormShape;
