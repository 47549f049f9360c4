import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ZonedMoment } from "#db/change/moment.ts";
import type { ChangeFault, Conflict, Refusal } from "#db/change/refusal.ts";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { StoredForecast } from "#db/forecasts/stored.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import type { NamedRecord } from "#db/sources/create.ts";
import type { Hindrance, Writer } from "#db/store.ts";
import type { Result } from "#domain/result.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FieldError } from "#operations/field-error.ts";
import { isOfRung } from "#operations/forecast-fields.ts";
import { writeDay } from "#operations/words/day.ts";
import { type FormState, PREVIEW } from "../../_words/form-state.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { cookieOptions, isSecure, NAME_COOKIE } from "../actor.ts";
import { currentMoment } from "../clock.ts";
import { isOwnForm } from "../origin.ts";
import { currentLanguage, messagesIn } from "../page-context.ts";
import { type FormShape, readForm, typedValues } from "../parse/form.ts";
import { getSettings } from "../process/settings.ts";
import { getStore } from "../process/store.ts";
import { failedForTheStore } from "../unavailable.ts";
import type { Edited } from "./typed-differences.ts";

type Standing = EvidenceRecord | VerdictRecord | StoredForecast | NamedRecord;

/** A form of several records names its faults by its own fields. */
export type FormRefusal =
  | Refusal<Standing | null>
  | { readonly kind: "invalid"; readonly faults: readonly FieldError[] };

export interface Answer<Draft, Saved> {
  readonly shape: FormShape;
  readonly parse: (body: unknown) => Result<Draft, readonly FieldError[]>;
  readonly change: (tx: Writer, draft: Draft, moment: ZonedMoment) => Promise<Result<Saved, FormRefusal>>;
  /** What is set going by it, once it is saved. */
  readonly onSaved?: () => void;
  /** Where the saved entry is to be seen. */
  readonly address: (saved: Saved) => Route;
  /** The page the form stands on. */
  readonly page: Route;
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
  ) => FormState["errors"];
}

/** What is wrong, in words, by field. */
export function describe(errors: readonly (FieldError | ChangeFault)[], m: Messages, language: Language) {
  return Object.fromEntries(
    errors.map((error) => {
      const day = "day" in error && error.day !== undefined ? writeDay(error.day, language) : undefined;
      return [error.field, m.errors[error.code]({ ...error, day })];
    }),
  );
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

const isVerdict = (current: Standing): current is VerdictRecord => "outcome" in current;

/** The entry that is there already: beside the form, or on its forecast's page. */
const entryThere = ({ id, forecast }: EvidenceRecord, page: Route): string =>
  page === routes.forecast(forecast)
    ? `#evidence-${id}`
    : withQuery(routes.forecast(forecast), null, `evidence-${id}`);

function hindrance(refusal: FormRefusal, page: Route, m: Messages): Pick<FormState, "message" | "link"> {
  if (refusal.kind !== "conflict") return { message: m.form.gone, link: null };
  const { code, current } = refusal;
  switch (code) {
    case "evidence-exists":
      return {
        message: m.evidence.existsTitle,
        link:
          current !== null && "stance" in current
            ? { href: entryThere(current, page), text: m.evidence.existsSee }
            : null,
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
      const source = current !== null && "title" in current && "slug" in current ? current : null;
      const link = source === null ? null : { href: routes.source(source.slug), text: source.title };
      return { message: code === "source-exists" ? m.form.sourceExists : m.form.sourceAlike, link };
    }
    case "text-kept-already":
      return { message: m.form.textKept, link: null };
    case "verdict-would-change":
      return { message: m.form.verdictWouldChange, link: null };
    case "other-verdict-stands": {
      const verdict = current !== null && isVerdict(current) ? current : null;
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

/** Keeps the name a person gave, for the next form. */
async function keepName(name: string): Promise<void> {
  (await cookies()).set(NAME_COOKIE, name, cookieOptions(isSecure(await headers())));
}

/** Whether somebody else changed the very record that the form changes. */
const isEdited = ({ code }: { readonly code: Conflict }) =>
  code === "forecast-changed" || code === "evidence-changed";

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
 * Answers a posted form: parse, decide and store in one transaction, then go to what was saved; or render the form
 * again with what was typed and what is wrong.
 *
 * @param previous how the form stood before; it comes from the browser, so it may be anything
 */
export async function answerForm<Draft extends { readonly by: string | null }, Saved>(
  previous: FormState | null,
  form: FormData,
  { shape, parse, change, onSaved, address, page, tell, tellRungs, differences }: Answer<Draft, Saved>,
): Promise<FormState> {
  const language = await currentLanguage();
  const m = messagesIn(language);
  const shown = () => {
    const { rungs, values } = tellRungs?.(form, m, language) ?? { rungs: [], values: {} };
    return { rungs, values: { ...withoutRungs(typedValues(form, shape)), ...values } };
  };
  const refuse = (refusal: Partial<FormState>): FormState => ({
    attempt: (Number(previous?.attempt) || 0) + 1,
    ...shown(),
    errors: {},
    notes: tell?.(form, m, language) ?? {},
    message: null,
    link: null,
    ...refusal,
  });
  const faulty = (errors: readonly (FieldError | ChangeFault)[]) =>
    refuse({ errors: describe(errors, m, language), message: m.form.faults(errors.length) });

  if (!isOwnForm(await headers(), getSettings().origin)) return refuse({ message: m.form.foreign });
  if (form.has(PREVIEW)) return refuse({});
  const body = readForm(form, shape);
  if (!body.ok) return faulty(body.error);
  const draft = parse(body.value);
  if (!draft.ok) return faulty(draft.error);
  const saved = await save((tx) => change(tx, draft.value, currentMoment()));
  if (typeof saved === "string") return refuse({ message: m.form.hindered[saved] });
  if (!saved.ok) {
    if (saved.error.kind === "invalid") return faulty(saved.error.faults);
    // What stands in its way is shown on the page as well, so the page is rendered anew.
    revalidatePath(page);
    const { error } = saved;
    const current = error.kind === "conflict" && isEdited(error) ? error.current : null;
    const errors =
      current !== null && ("settled" in current || "stance" in current)
        ? differences?.(current, form, m, language)
        : undefined;
    const isTold = error.kind === "conflict" && (isEdited(error) || error.code === "changed-while-judged");
    const refused = refuse({ ...hindrance(error, page, m), errors: errors ?? {} });
    return isTold ? { ...refused, values: withoutSeen(refused.values) } : refused;
  }
  onSaved?.();
  if (draft.value.by !== null) await keepName(draft.value.by);
  redirect(address(saved.value));
}

/** The fields that were sent, where it is not known which ones the form has. */
const shapeAsSent = (form: FormData): FormShape =>
  Object.fromEntries(
    [...form.keys()].filter((name) => !name.startsWith("$")).map((name) => [name, "text" as const]),
  );

/**
 * Answers a posted form of which it has to be read first what it asks: nothing is read for a foreign page, and where
 * it cannot be read just now, the form is rendered again with what was typed.
 *
 * @param prepare what to answer with, or what to say where that is not to be known just now
 */
export async function answerReadForm<Draft extends { readonly by: string | null }, Saved>(
  previous: FormState | null,
  form: FormData,
  prepare: () => Promise<Result<Answer<Draft, Saved>, (m: Messages) => string>>,
): Promise<FormState> {
  const m = messagesIn(await currentLanguage());
  const refuse = (message: string): FormState => ({
    attempt: (Number(previous?.attempt) || 0) + 1,
    values: typedValues(form, shapeAsSent(form)),
    errors: {},
    notes: {},
    rungs: [],
    message,
    link: null,
  });
  if (!isOwnForm(await headers(), getSettings().origin)) return refuse(m.form.foreign);
  try {
    const prepared = await prepare();
    if (!prepared.ok) return refuse(prepared.error(m));
    return await answerForm(previous, form, prepared.value);
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance === null) throw error;
    return refuse(m.form.hindered[hindrance]);
  }
}
