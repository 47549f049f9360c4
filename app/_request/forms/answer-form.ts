import type { Route } from "next";
import type { ZonedMoment } from "#db/change/moment.ts";
import type { KeyedChange } from "#db/change/once.ts";
import type { ChangeFault, Conflict } from "#db/change/refusal.ts";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import type { NamedRecord } from "#db/sources/create.ts";
import type { Hindrance, Writer } from "#db/store.ts";
import { ok, type Result } from "#domain/result.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FieldError } from "#operations/field-error.ts";
import { isOfRung } from "#operations/forecast-fields.ts";
import type { OperationRefusal } from "#operations/operation.ts";
import { writeDay } from "#operations/words/day.ts";
import { type FormState, FRESH, KEY_FIELD, PREVIEW } from "../../_words/form-state.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { currentMoment } from "../clock.ts";
import { currentLanguage, messagesIn } from "../page-context.ts";
import { readForm, typedValues } from "../parse/form.ts";
import type { FormShape } from "../parse/form-shape.ts";
import { getStore } from "../process/store.ts";
import { failedForTheStore } from "../unavailable.ts";
import { changeOnce } from "./sent-as.ts";
import type { Edited } from "./typed-differences.ts";

/** A form of several records names its faults by its own fields. */
export type FormRefusal = OperationRefusal<unknown>;

export interface Answer<Draft, Saved> {
  readonly shape: FormShape;
  readonly parse: (body: unknown) => Result<Draft, readonly FieldError[]>;
  readonly change: (tx: Writer, draft: Draft, moment: ZonedMoment) => Promise<Result<Saved, FormRefusal>>;
  /** What is set going by it, once it is saved. */
  readonly onSaved?: () => void;
  /** Where the saved entry is to be seen. */
  readonly address: (saved: Saved) => Route;
  /** What is to be said of some fields when the form is shown again. */
  readonly tell?: (form: FormData, m: Messages, language: Language) => FormState["notes"];
  /** The same claim at other dates, to be looked through when the form is shown again. */
  readonly tellRungs?: (
    form: FormData,
    m: Messages,
    language: Language,
  ) => Pick<FormState, "rungs" | "values">;
  /** How what is on record now differs from what was typed, where somebody else was faster. */
  readonly differences?: (
    current: Edited,
    form: FormData,
    m: Messages,
    language: Language,
  ) => { readonly [field: string]: string };
}

/** What is wrong, in words, by field. */
export function describe(
  errors: readonly (FieldError | ChangeFault)[],
  m: Messages,
  language: Language,
): FormState["errors"] {
  const told = errors.map((error) => {
    const day = "day" in error && error.day !== undefined ? writeDay(error.day, language) : undefined;
    return [error.field, m.errors[error.code]({ ...error, day })] as const;
  });
  // A field is said to have one fault at a time.
  return [...new Map(told)];
}

/** The revision that a form was rendered with, until its sender has been told that it is an older one. */
function withoutSeen({ revision: _seen, ...values }: FormState["values"]): FormState["values"] {
  return values;
}

/**
 * What was typed without the rungs of a ladder, which are filled in anew each time: their places go to other lines, and
 * most have none.
 */
const withoutRungs = (values: FormState["values"]): FormState["values"] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !isOfRung(name)));

const has = (record: unknown, field: string): boolean => Object.hasOwn(Object(record), field);
const isVerdict = (current: unknown): current is VerdictRecord => has(current, "outcome");
const isEntry = (current: unknown): current is EvidenceRecord => has(current, "stance");
const isNamed = (current: unknown): current is NamedRecord => has(current, "title") && has(current, "slug");
const isEditable = (current: unknown): current is Edited => has(current, "settled") || isEntry(current);

/** The entry that is there already: beside the form, or on its forecast's page. */
const entryThere = ({ id, forecast }: EvidenceRecord, page: Route): string =>
  page.split("?")[0] === routes.forecast(forecast)
    ? `#evidence-${id}`
    : withQuery(routes.forecast(forecast), null, `evidence-${id}`);

function hindrance(refusal: FormRefusal, page: Route, m: Messages): Pick<FormState, "message" | "link"> {
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
      const link = source === null ? null : { href: routes.source(source.slug), text: source.title };
      return { message: code === "source-exists" ? m.form.sourceExists : m.form.sourceAlike, link };
    }
    case "text-kept-already":
      return { message: m.form.textKept, link: null };
    case "verdict-would-change":
      return { message: m.form.verdictWouldChange, link: null };
    case "other-verdict-stands": {
      const verdict = isVerdict(current) ? current : null;
      if (verdict === null) return { message: m.form.withdrawnMeanwhile, link: null };
      const by = verdict.by ?? m.form.unnamed;
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
const isEdited = ({ code }: { readonly code: Conflict }) =>
  code === "forecast-changed" || code === "evidence-changed";

/** What a form is answered with, where it stands and under which key it was sent. */
export interface FormPlace {
  /** The parts of its address: which record it is about. */
  readonly of: readonly string[];
  /** The page that it stands on, as it was asked for. */
  readonly page: Route;
  /** Under what it is recorded once, however often it is sent; null where it has no key. */
  readonly sentAs: KeyedChange | null;
}

/** How a form was answered: recorded, with the place where that is to be seen; or to be shown again. */
export type FormAnswer =
  | { readonly kind: "saved"; readonly to: string; readonly by: string | null }
  | { readonly kind: "refused"; readonly state: FormState; readonly hindrance: Hindrance | null };

const refusedAs = (state: FormState, hindrance: Hindrance | null = null): FormAnswer => ({
  kind: "refused",
  state,
  hindrance,
});

/** A form as it was typed, to be shown again with a sentence, where it is not known which fields it has. */
export const asTyped = (form: FormData, message: string): FormState => ({
  ...FRESH,
  attempt: 1,
  values: typedValues(form, shapeAsSent(form)),
  message,
});

/** Who says that they send a form; null where it has no place for that, or it is blank. */
function nameIn(draft: unknown): string | null {
  const { by } = Object(draft);
  return typeof by === "string" ? by : null;
}

/** Makes a change, unless the store is hindered: what was typed is then worth more than an error page. */
async function save<T, E>(change: (tx: Writer) => Promise<Result<T, E>>): Promise<Result<T, E> | Hindrance> {
  try {
    return await (await getStore()).write(change);
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance === null) throw error;
    return hindrance;
  }
}

/**
 * Answers a posted form: parse, decide and store in one transaction, then say where it is to be seen; or say how the form
 * is to be shown again, with what was typed and what is wrong.
 */
export async function answerForm<Draft, Saved>(
  form: FormData,
  at: FormPlace,
  answer: Answer<Draft, Saved>,
): Promise<FormAnswer> {
  const { shape, parse, change, address, onSaved, tell, tellRungs, differences } = answer;
  const language = await currentLanguage();
  const m = messagesIn(language);
  const refuse = (refusal: Partial<FormState>): FormState => {
    const { rungs, values } = tellRungs?.(form, m, language) ?? { rungs: [], values: {} };
    return {
      ...FRESH,
      attempt: 1,
      values: { ...withoutRungs(typedValues(form, shape)), ...values },
      rungs,
      notes: tell?.(form, m, language) ?? {},
      ...refusal,
    };
  };
  const faulty = (errors: readonly (FieldError | ChangeFault)[]) =>
    refusedAs(refuse({ errors: describe(errors, m, language), message: m.form.faults(errors.length) }));

  if (form.has(PREVIEW)) return refusedAs(refuse({}));
  const body = readForm(form, shape);
  if (!body.ok) return faulty(body.error);
  const draft = parse(body.value);
  if (!draft.ok) return faulty(draft.error);
  const moment = currentMoment();
  const saved = await save((tx) =>
    changeOnce(tx, at.sentAs, moment.now, async (): Promise<Result<string, FormRefusal>> => {
      const made = await change(tx, draft.value, moment);
      return made.ok ? ok(address(made.value)) : made;
    }),
  );
  if (typeof saved === "string") return refusedAs(refuse({ message: m.form.hindered[saved] }), saved);
  if (saved.ok) {
    if (!saved.value.isRepeated) onSaved?.();
    return { kind: "saved", to: saved.value.answer.location ?? at.page, by: nameIn(draft.value) };
  }
  const { error } = saved;
  if (error.kind === "key-reused") return refusedAs(refuse({ message: m.form.sentBefore }));
  if (error.kind === "invalid") return faulty(error.faults);
  const current = error.kind === "conflict" && isEdited(error) ? error.current : null;
  const errors = isEditable(current) ? differences?.(current, form, m, language) : undefined;
  const isTold = error.kind === "conflict" && (isEdited(error) || error.code === "changed-while-judged");
  const refused = refuse({ ...hindrance(error, at.page, m), errors: Object.entries(errors ?? {}) });
  return refusedAs(isTold ? { ...refused, values: withoutSeen(refused.values) } : refused);
}

/** The fields that were sent, where it is not known which ones the form has. */
const shapeAsSent = (form: FormData): FormShape =>
  Object.fromEntries(
    [...new Set(form.keys())]
      .filter((name) => name !== KEY_FIELD)
      .map((name) => [name, form.getAll(name).length > 1 ? "list" : "text"]),
  );

/**
 * Answers a posted form of which it has to be read first what it asks: where it cannot be read just now, the form is
 * shown again with what was typed.
 *
 * @param prepare what to answer with, or what to say where that is not to be known just now
 */
export async function answerReadForm<Draft, Saved>(
  form: FormData,
  at: FormPlace,
  prepare: () => Promise<Result<Answer<Draft, Saved>, (m: Messages) => string>>,
): Promise<FormAnswer> {
  const prepared = await prepare();
  if (prepared.ok) return answerForm(form, at, prepared.value);
  return refusedAs(asTyped(form, prepared.error(messagesIn(await currentLanguage()))));
}
