import type { ReactNode } from "react";
import { type FormAction, type FormState, FRESH, KEY_FIELD } from "../../_words/form-state.ts";
import { createContext, useContext, useId } from "../../_words/html.ts";
import { Isolated, Woven } from "../text/isolated.tsx";
import { type FieldLabels, type FormWords, labelOf } from "./field-labels.ts";

const Sent = createContext<{ readonly state: FormState; readonly prefix: string }>({
  state: FRESH,
  prefix: "",
});

/** A field's own part of the form: what to put into it, what is wrong with it, and the ids that tie the two. */
export function useField(name: string) {
  const { state, prefix } = useContext(Sent);
  const [, error] = state.errors.find(([field]) => field === name) ?? [];
  return {
    id: `${prefix}${name}`,
    typed: state.attempt > 0 ? state.values[name] : undefined,
    error,
    invalid: error === undefined ? undefined : true,
    describedBy:
      error === undefined ? `${prefix}${name}-hint` : `${prefix}${name}-hint ${prefix}${name}-error`,
  };
}

/** What was typed and said of the whole form, for those who show a part of it. */
export const useSent = (): FormState => useContext(Sent).state;

function Refusal({
  state,
  fields,
  words,
  labels,
}: {
  state: FormState;
  fields: readonly string[];
  words: FormWords;
  labels: FieldLabels;
}) {
  const { prefix } = useContext(Sent);
  const { errors: faults } = state;
  const elsewhere = faults.filter(([field]) => !fields.includes(field));
  const here = faults.filter(([field]) => fields.includes(field));
  return (
    // A page rendered without script has no other way to bring its reader to the fault.
    // biome-ignore lint/a11y/noAutofocus: see above
    <div className="notice refused" role="alert" tabIndex={-1} autoFocus>
      <p>
        <b>
          <Woven>{state.message ?? ""}</Woven>
        </b>{" "}
        {words.nothingLost}
      </p>
      {state.link !== null && (
        <p>
          <a href={state.link.href}>
            <Woven>{state.link.text}</Woven>
          </a>
        </p>
      )}
      {here.length > 0 && (
        <ul className="faults">
          {here.map(([field, error]) => {
            const label = labelOf(field, labels, words.colon);
            return (
              <li key={field}>
                <a href={`#${prefix}${field}`}>
                  <Woven>{label ?? error}</Woven>
                </a>
                {label !== null && <Woven>{`${words.colon}${error}`}</Woven>}
              </li>
            );
          })}
        </ul>
      )}
      {elsewhere.map(([field, error]) => (
        <p key={field}>
          <code>
            <Isolated>{field}</Isolated>
          </code>
          : <Woven>{error}</Woven>
        </p>
      ))}
    </div>
  );
}

/** What our script is told of a long form: what it is served with, or what was typed before (app/_script/drafts.ts). */
const draftOf = ({ attempt }: FormState) => (attempt > 0 ? "shown-again" : "fresh");

const NO_LABELS: FieldLabels = { names: {} };

/**
 * A form that posts to an address of its own. When it is refused it opens again with everything that was typed, and the
 * reader is brought to what is wrong.
 *
 * @param action where it is sent, and how it stands
 * @param title what it is folded away under; without one it fills a page of its own
 * @param fields the names that have a field inside; an error of any other is said above them
 * @param shown whether there is anything to do with it; where it became pointless meanwhile, it stays to say so and
 * to keep what was typed
 * @param isLong whether the browser is to keep a draft of it until it is saved
 */
export function ActionForm({
  action: { address, state },
  title,
  open = false,
  submit,
  fields,
  words,
  labels = NO_LABELS,
  quiet = false,
  shown = true,
  isLong = false,
  children,
}: {
  action: FormAction;
  title?: string;
  open?: boolean;
  submit: string;
  fields: readonly string[];
  words: FormWords;
  /** What leads to a field that needs another look; without one, what is wrong with it does. */
  labels?: FieldLabels;
  quiet?: boolean;
  shown?: boolean;
  isLong?: boolean;
  children: ReactNode;
}) {
  const prefix = useId();
  if (!shown && state.attempt === 0) return null;
  const form = (
    <Sent value={{ state, prefix }}>
      <form
        className="form"
        action={address}
        method="post"
        encType="multipart/form-data"
        noValidate
        data-sending={words.sending}
        data-draft={isLong ? draftOf(state) : undefined}
      >
        <input type="hidden" name={KEY_FIELD} value={crypto.randomUUID()} />
        {state.message !== null && <Refusal state={state} fields={fields} words={words} labels={labels} />}
        {children}
        <div>
          <button className={quiet ? "button" : "button primary"} type="submit">
            {submit}
          </button>
        </div>
      </form>
    </Sent>
  );
  if (title === undefined) return form;
  return (
    <details className={quiet ? "quiet-details" : "form-details"} open={open || state.attempt > 0}>
      <summary>{title}</summary>
      {form}
    </details>
  );
}
