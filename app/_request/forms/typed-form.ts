import type { TypedText } from "#db/schema/tables.ts";
import { isDay } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FieldError } from "#operations/field-error.ts";
import { type FormState, FRESH } from "../../_words/form-state.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { describe } from "./form-refusal.ts";

interface FormQuery {
  /** What it was put aside under. */
  readonly id: string;
  /** The source on record that the text is of; empty for a new one. */
  readonly source: string;
  readonly m: Messages;
  readonly language: Language;
}

const isKnown = (code: string, m: Messages): code is FieldError["code"] => Object.hasOwn(m.errors, code);

/** Faults as they were put aside. One that this version does not know has no words. */
const faultsOf = ({ faults }: TypedText, m: Messages): readonly FieldError[] =>
  faults.flatMap(({ field, code, limit, accepted, day, found }) =>
    isKnown(code, m)
      ? [{ field, code, limit, accepted, found, day: day !== undefined && isDay(day) ? day : undefined }]
      : [],
  );

function hindranceOf(
  { hindrance }: TypedText,
  { id, source, m }: FormQuery,
): Pick<FormState, "message" | "link"> | null {
  if (hindrance === null) return null;
  if (hindrance.code === "sent-before") return { message: m.form.sentBefore, link: null };
  const { code, slug } = hindrance;
  const r = m.reading;
  if (code === "text-kept-already") {
    return { message: r.textKept, link: { href: routes.sourceRead(slug), text: r.readIt } };
  }
  // Meanwhile it is that one's text.
  if (slug === source) return null;
  const href = withQuery("/sources/new", new URLSearchParams({ source: slug, typed: id }));
  const message = code === "source-exists" ? r.knownSource : r.alikeSource;
  return { message, link: { href, text: r.readAsIts } };
}

/** A form of a source as it is rendered anew: with what was typed into it before, and what was wrong with that. */
export function typedForm(typed: TypedText | undefined, asked: FormQuery): FormState {
  if (typed === undefined) return FRESH;
  const { m, language } = asked;
  const faults = faultsOf(typed, m);
  const message = faults.length > 0 ? m.reading.faults(faults.length) : null;
  return {
    ...FRESH,
    attempt: 1,
    values: typed.values,
    errors: describe(faults, m, language),
    message,
    ...hindranceOf(typed, asked),
  };
}
