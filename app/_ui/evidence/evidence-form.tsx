import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { Messages } from "#messages/en.ts";
import type { FormAction } from "../../_words/form-state.ts";
import { ActionForm } from "../forms/action-form.tsx";
import { formWords } from "../forms/field-labels.ts";
import { SeenRevision, TextField } from "../forms/fields.tsx";
import { LinkField, SubmitOnEnter } from "./bare-link/link-field.tsx";
import { type FieldsAsked, OpenFields, Optional, WeightFields } from "./evidence-fields.tsx";

/** The names of the fields of an entry. */
export const EVIDENCE_FIELDS = [
  ...["url", "title", "publisher", "author", "publishedOn", "stance", "strength", "summary"],
  ...["kind", "criterion", "archiveUrl", "by"],
];

/** The field for who does it, filled with the name given before. */
export function NameField({ m, name }: { m: Messages; name: string }) {
  return (
    <TextField
      name="by"
      label={<Optional name={m.form.by} m={m} />}
      hint={m.form.byHint}
      value={name}
      autoComplete="name"
    />
  );
}

function PageFields(asked: FieldsAsked) {
  const { preset, m } = asked;
  const e = m.evidence;
  return (
    <>
      <TextField name="title" label={e.pageTitle} value={preset.title} />
      <TextField name="publisher" label={e.publisher} value={preset.publisher} />
      <TextField name="author" label={<Optional name={e.author} m={m} />} value={preset.author ?? ""} />
      <TextField
        name="publishedOn"
        type="date"
        label={<Optional name={e.publishedOn} m={m} />}
        hint={e.publishedHint}
        value={preset.publishedOn ?? ""}
      />
      <WeightFields {...asked} />
      <TextField name="summary" label={e.summary} rows={4} value={preset.summary} />
      <OpenFields {...asked} />
    </>
  );
}

/** Logs a page on a forecast. A link alone is enough to start. */
export function LogEvidenceForm({
  action,
  name,
  shown,
  reads,
  ...asked
}: Omit<FieldsAsked, "preset"> & {
  action: FormAction;
  name: string;
  /** Whether anything can be logged on it. */
  shown: boolean;
  /** Whether pages are read here. */
  reads: boolean;
}) {
  const { m } = asked;
  return (
    <ActionForm
      action={action}
      title={m.evidence.title}
      isLong
      submit={m.evidence.submit}
      fields={EVIDENCE_FIELDS}
      words={formWords(m)}
      shown={shown}
      open
    >
      <SubmitOnEnter />
      <p className="hint">{m.evidence.intro}</p>
      <LinkField m={m} reads={reads} />
      <PageFields {...asked} preset={{}} />
      <NameField m={m} name={name} />
    </ActionForm>
  );
}

/** Corrects an entry. */
export function CorrectEvidenceForm({
  action,
  name,
  shown,
  ...asked
}: FieldsAsked & {
  preset: EvidenceRecord;
  action: FormAction;
  name: string;
  /** Whether it is still there to be corrected. */
  shown: boolean;
}) {
  const { preset, m } = asked;
  const e = m.evidence;
  return (
    <ActionForm
      action={action}
      title={e.correctTitle}
      isLong
      submit={e.correctSubmit}
      fields={[...EVIDENCE_FIELDS, "reason"]}
      words={formWords(m)}
      shown={shown}
      quiet
    >
      <p className="hint">{e.correctNote}</p>
      <TextField name="url" type="url" label={e.url} hint={e.urlHint} value={preset.url} />
      <PageFields {...asked} />
      <SeenRevision of={preset} />
      <TextField name="reason" label={<Optional name={e.correctReason} m={m} />} rows={2} />
      <NameField m={m} name={name} />
    </ActionForm>
  );
}

/** Takes back an entry, or a verdict, with a reason. */
export function WithdrawalForm({
  action,
  title,
  note,
  reason,
  submit,
  shown,
  m,
  name,
}: {
  action: FormAction;
  title: string;
  note: string;
  reason: string;
  submit: string;
  /** Whether it is still there to be taken back. */
  shown: boolean;
  m: Messages;
  name: string;
}) {
  return (
    <ActionForm
      action={action}
      title={title}
      submit={submit}
      fields={["reason", "by"]}
      words={formWords(m)}
      shown={shown}
      quiet
    >
      <p className="hint">{note}</p>
      <TextField name="reason" label={reason} rows={2} />
      <NameField m={m} name={name} />
    </ActionForm>
  );
}
