import type { Route } from "next";
import type { z } from "zod";
import type { ZonedMoment } from "#db/change/moment.ts";
import type { KeyedChange } from "#db/change/once.ts";
import type { ChangeFault } from "#db/change/refusal.ts";
import type { Hindrance, Writer } from "#db/store.ts";
import { ok, type Result } from "#domain/result.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FieldError } from "#operations/field-error.ts";
import { fieldsIn, parseWith } from "#operations/fields.ts";
import type { ChangeOperation, Operation } from "#operations/operation.ts";
import { type FormState, FRESH, PREVIEW } from "../../_words/form-state.ts";
import { contextNow } from "../operation-context.ts";
import { currentLanguage, messagesIn } from "../page-context.ts";
import { readForm, typedValues } from "../parse/form.ts";
import { type FormShape, shapeOf } from "../parse/form-shape.ts";
import { nudgeKeeper } from "../process/keeper.ts";
import { storeForRequest } from "../process/store.ts";
import { failedForTheStore } from "../unavailable.ts";
import {
  describe,
  type FormRefusal,
  hindrance,
  isEditable,
  isEdited,
  withoutRungs,
  withoutSeen,
  withUnknown,
} from "./form-refusal.ts";
import { changeOnce } from "./sent-as.ts";
import type { Edited } from "./typed-differences.ts";

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
  | {
      readonly kind: "saved";
      readonly to: string;
      readonly by: string | null;
      /** Whether the form goes on where it leads to, and what was typed is on record only once it is sent there. */
      readonly isUnderway?: boolean;
    }
  | { readonly kind: "refused"; readonly state: FormState; readonly hindrance: Hindrance | null };

/** What answers a form that was posted. */
export type FormHandler = (form: FormData, at: FormPlace) => Promise<FormAnswer>;

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

const refusedAs = (state: FormState, hindrance: Hindrance | null = null): FormAnswer => ({
  kind: "refused",
  state,
  hindrance,
});

/** Who says that they send a form; null where it has no place for that, or it is blank. */
function nameIn(draft: unknown): string | null {
  const { by } = Object(draft);
  return typeof by === "string" ? by : null;
}

/** Makes a change, unless the store is hindered: what was typed is then worth more than an error page. */
async function save<T, E>(change: (tx: Writer) => Promise<Result<T, E>>): Promise<Result<T, E> | Hindrance> {
  try {
    return await (await storeForRequest()).write(change);
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
    refusedAs(
      refuse({
        errors: withUnknown(describe(errors, m, language), form, shape, m),
        message: m.form.faults(errors.length),
      }),
    );

  if (form.has(PREVIEW)) return refusedAs(refuse({}));
  const body = readForm(form, shape);
  if (!body.ok) return faulty(body.error);
  const draft = parse(body.value);
  if (!draft.ok) return faulty(draft.error);
  const moment = contextNow().moment;
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

/** What a form adds to the operation that it asks for. */
interface OperationForm<Input, Made> extends Pick<Answer<Input, Made>, "tell" | "tellRungs" | "differences"> {
  /** Its fields; all that the operation takes where they are left out. */
  readonly shape?: FormShape;
  /** The operation's input, of what the form sends; the same where it is left out. */
  readonly input?: (typed: { readonly [field: string]: unknown }, of: readonly string[]) => unknown;
  /** Where what was made is to be seen. */
  readonly saved: (made: Made, asked: { readonly input: Input; readonly of: readonly string[] }) => Route;
}

/** The parts of an address by their names: a form's address has them in the order in which the operation lists them. */
const addressOf = <Address extends z.ZodObject>(address: Address, of: readonly string[]): z.output<Address> =>
  address.parse(Object.fromEntries(Object.keys(address.shape).map((name, place) => [name, of[place] ?? ""])));

/** A form with the operation that it asks for. */
interface OperationHandler extends FormHandler {
  readonly operation: Operation;
  readonly shape: FormShape;
}

/** The form of an operation: an adapter, as a route of the API is one. */
export function operationForm<
  Address extends z.ZodObject,
  Input extends z.ZodType,
  Made extends z.ZodType,
  Current extends z.ZodType,
>(
  operation: ChangeOperation<Address, Input, Made, Current>,
  { shape = shapeOf(operation.input), input, saved, ...form }: OperationForm<z.output<Input>, z.input<Made>>,
): OperationHandler {
  const handle: FormHandler = (sent, at) => {
    let asked: z.output<Input>;
    return answerForm<z.output<Input>, z.input<Made>>(sent, at, {
      ...form,
      shape,
      parse: (typed) =>
        parseWith(operation.input, input === undefined ? typed : input(fieldsIn(typed), at.of)),
      change: (tx, draft, moment) => {
        asked = draft;
        return operation.run(tx, addressOf(operation.address, at.of), draft, { ...contextNow(), moment });
      },
      address: (made) => saved(made, { input: asked, of: at.of }),
      ...(operation.asksForVisits && { onSaved: nudgeKeeper }),
    });
  };
  return Object.assign(handle, { operation, shape });
}
