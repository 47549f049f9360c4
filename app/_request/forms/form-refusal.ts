import type { Route } from "next";
import type { ChangeFault, Conflict } from "#db/change/refusal.ts";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import type { NamedRecord } from "#db/sources/create.ts";
import { woven } from "#domain/unseen.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FieldError } from "#operations/field-error.ts";
import { isOfRung } from "#operations/forecast-fields.ts";
import type { OperationRefusal } from "#operations/operation.ts";
import { writeDay } from "#operations/words/day.ts";
import { type FormState, FRESH, KEY_FIELD } from "../../_words/form-state.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { typedValues } from "../parse/form.ts";
import type { FormShape } from "../parse/form-shape.ts";
import type { Edited } from "./typed-differences.ts";
import { typedIn } from "./typed-words.ts";

/** A form of several records names its faults by its own fields. */
export type FormRefusal = OperationRefusal<unknown>;

/** What is wrong, in words, by field. */
export function describe(
  errors: readonly (FieldError | ChangeFault)[],
  m: Messages,
  language: Language,
): FormState["errors"] {
  const told = errors.map((error) => {
    const day = "day" in error && error.day !== undefined ? writeDay(error.day, language) : undefined;
    // What is accepted may be what was typed.
    const accepted = "accepted" in error ? error.accepted?.map(woven) : undefined;
    return [error.field, m.errors[error.code]({ ...error, day, accepted })] as const;
  });
  // A field is said to have one fault at a time.
  return [...new Map(told)];
}

/** As much as is told of what was typed into a field that there is no more. */
const MOST_TOLD = 4000;

/**
 * Adds what was typed into fields that the form has not: a page that was rendered before an update may have had them, and
 * nothing else shows it.
 */
export const withUnknown = (
  told: FormState["errors"],
  form: FormData,
  shape: FormShape,
  m: Messages,
): FormState["errors"] =>
  told.map(([field, error]) => {
    const typed = Object.hasOwn(shape, field) ? "" : typedIn(form, field).slice(0, MOST_TOLD);
    return [field, typed === "" ? error : `${error} ${m.form.typedThere(woven(typed))}`] as const;
  });

/** The revision that a form was rendered with, until its sender has been told that it is an older one. */
export function withoutSeen({ revision: _seen, ...values }: FormState["values"]): FormState["values"] {
  return values;
}

/**
 * What was typed without the rungs of a ladder, which are filled in anew each time: their places go to other lines, and
 * most have none.
 */
export const withoutRungs = (values: FormState["values"]): FormState["values"] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !isOfRung(name)));

const has = (record: unknown, field: string): boolean => Object.hasOwn(Object(record), field);
const isVerdict = (current: unknown): current is VerdictRecord => has(current, "outcome");
const isEntry = (current: unknown): current is EvidenceRecord => has(current, "stance");
const isNamed = (current: unknown): current is NamedRecord => has(current, "title") && has(current, "slug");
export const isEditable = (current: unknown): current is Edited =>
  has(current, "settled") || isEntry(current);

/** The entry that is there already: beside the form, or on its forecast's page. */
const entryThere = ({ id, forecast }: EvidenceRecord, page: Route): string =>
  page.split("?")[0] === routes.forecast(forecast)
    ? `#evidence-${id}`
    : withQuery(routes.forecast(forecast), null, `evidence-${id}`);

export function hindrance(
  refusal: FormRefusal,
  page: Route,
  m: Messages,
): Pick<FormState, "message" | "link"> {
  if (refusal.kind === "busy") return { message: m.reading.busy, link: null };
  if (refusal.kind !== "conflict") return { message: m.form.gone, link: null };
  const { code, current } = refusal;
  switch (code) {
    case "evidence-exists":
      return {
        message: m.evidence.existsTitle,
        link: isEntry(current) ? { href: entryThere(current, page), text: m.evidence.existsSee } : null,
      };
    case "evidence-already-withdrawn":
      return { message: m.form.alreadyWithdrawn, link: null };
    case "evidence-changed":
      return { message: m.form.entryChangedMeanwhile, link: null };
    case "visited-just-now":
      return { message: m.link.justNow, link: null };
    case "forecast-resolved":
      return { message: m.form.resolvedMeanwhile, link: null };
    case "forecast-changed":
      return { message: m.form.changedMeanwhile, link: null };
    case "changed-while-judged":
      return { message: m.form.changedWhileJudged, link: { href: "#changes", text: m.form.seeChanges } };
    case "forecast-withdrawn":
      return { message: m.form.forecastWithdrawn, link: null };
    case "forecast-not-withdrawn":
      return { message: m.form.forecastNotWithdrawn, link: null };
    case "source-exists":
    case "source-alike": {
      const source = isNamed(current) ? current : null;
      const link = source === null ? null : { href: routes.source(source.slug), text: woven(source.title) };
      return { message: code === "source-exists" ? m.form.sourceExists : m.form.sourceAlike, link };
    }
    case "text-kept-already":
      return { message: m.form.textKept, link: null };
    case "verdict-would-change":
      return { message: m.form.verdictWouldChange, link: null };
    case "other-verdict-stands": {
      const verdict = isVerdict(current) ? current : null;
      if (verdict === null) return { message: m.form.withdrawnMeanwhile, link: null };
      const by = woven(verdict.by ?? m.form.unnamed);
      return {
        message: m.form.decidedMeanwhile(m.outcome[verdict.outcome], by),
        link: { href: "#answer", text: m.forecast.reasons },
      };
    }
    default:
      return code satisfies never;
  }
}

/** Whether somebody else changed the very record that the form changes. */
export const isEdited = ({ code }: { readonly code: Conflict }) =>
  code === "forecast-changed" || code === "evidence-changed";

/** The fields that were sent, where it is not known which ones the form has. */
const shapeAsSent = (form: FormData): FormShape =>
  Object.fromEntries(
    [...new Set(form.keys())]
      .filter((name) => name !== KEY_FIELD)
      .map((name) => [name, form.getAll(name).length > 1 ? "list" : "text"]),
  );

/** A form as it was typed, to be shown again with a sentence, where it is not known which fields it has. */
export const asTyped = (form: FormData, message: string): FormState => ({
  ...FRESH,
  attempt: 1,
  values: typedValues(form, shapeAsSent(form)),
  message,
});
