import type { Messages } from "../../../messages/en.ts";
import type { FormAction } from "../../_words/form-state.ts";
import { NameField } from "../evidence/evidence-form.tsx";
import { ActionForm } from "../forms/action-form.tsx";
import { TextField } from "../forms/fields.tsx";
import { formWords } from "../forms/form-words.ts";

/** Sets the next review date of an undated forecast, with what this look showed. */
export function ReviewForm({
  action,
  m,
  name,
  open,
  shown,
}: {
  action: FormAction;
  m: Messages;
  name: string;
  open: boolean;
  /** Whether no verdict stands. */
  shown: boolean;
}) {
  return (
    <ActionForm
      action={action}
      title={m.review.title}
      submit={m.review.submit}
      fields={["reviewOn", "note", "by"]}
      words={formWords(m)}
      open={open}
      shown={shown}
    >
      <p className="hint">{m.review.note}</p>
      <TextField name="reviewOn" type="date" label={m.review.reviewOn} />
      <TextField name="note" label={m.review.what} rows={3} />
      <NameField m={m} name={name} />
    </ActionForm>
  );
}
