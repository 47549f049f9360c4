import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { Messages } from "#messages/en.ts";
import type { FormAction } from "../../_words/form-state.ts";
import { NameField } from "../evidence/evidence-form.tsx";
import { ActionForm } from "../forms/action-form.tsx";
import { formWords } from "../forms/field-labels.ts";
import { TextField } from "../forms/fields.tsx";

/** The text of a copy, as an element of the page. */
export const COPY_TEXT = "copy-text";

interface PassageFormProps {
  readonly action: FormAction;
  readonly entry: EvidenceRecord;
  readonly m: Messages;
  readonly name: string;
}

/**
 * Marks the words of a copy that an entry rests on: pasted, or with script (app/_script/selection.ts) selected in its
 * text.
 */
export function MarkPassageForm({ action, entry, m, name }: PassageFormProps) {
  const c = m.copies;
  return (
    <ActionForm action={action} submit={c.markSubmit} fields={["words", "by"]} words={formWords(m)}>
      <TextField name="words" label={c.markWords} hint={c.markNote} rows={5} />
      <span data-selects="words" data-within={COPY_TEXT} hidden />
      {entry.passage !== null && <p className="hint">{c.remarkNote}</p>}
      <NameField m={m} name={name} />
    </ActionForm>
  );
}

/** Lets go of the words that are marked for an entry. */
export function UnmarkPassageForm({ action, entry, m, name }: PassageFormProps) {
  const c = m.copies;
  return (
    <ActionForm
      action={action}
      title={c.unmark}
      submit={c.unmarkSubmit}
      fields={["by"]}
      words={formWords(m)}
      shown={entry.passage !== null}
      quiet
    >
      <p className="hint">{c.unmarkNote}</p>
      <NameField m={m} name={name} />
    </ActionForm>
  );
}
