import type { Messages } from "#messages/en.ts";
import type { FormAction } from "../../_words/form-state.ts";
import { ActionForm } from "../forms/action-form.tsx";
import { formWords } from "../forms/field-labels.ts";

/** Asks for a visit to the page, the first one where nobody has looked. */
export function LookAgainForm({
  action,
  isFirst,
  fetches,
  shown,
  m,
}: {
  action: FormAction;
  isFirst: boolean;
  /** Whether pages are fetched here. */
  fetches: boolean;
  /** Whether the entry is still there to be looked after. */
  shown: boolean;
  m: Messages;
}) {
  const c = m.copies;
  if (!fetches) return shown ? <p className="small">{m.link.off}</p> : null;
  return (
    <ActionForm
      action={action}
      submit={isFirst ? c.lookFirst : c.look}
      fields={[]}
      words={formWords(m)}
      shown={shown}
      quiet
    >
      <p className="hint">{c.lookNote}</p>
    </ActionForm>
  );
}
