import type { EvidenceRecord } from "../../../db/evidence-record.ts";
import { STANCES, STRENGTHS } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { ActionForm } from "../form/action-form.tsx";
import { ChoiceField, TextField } from "../form/fields.tsx";
import type { FormAction } from "../form/form-state.ts";
import { formWords } from "../form/form-words.ts";

const FIELDS = ["url", "title", "publisher", "publishedOn", "stance", "strength", "summary", "by"];

/** The field for who does it, filled with the name given before. */
export function NameField({ m, name }: { m: Messages; name: string }) {
  return (
    <TextField
      name="by"
      label={
        <>
          {m.form.by} <span className="hint">({m.form.optional})</span>
        </>
      }
      hint={m.form.byHint}
      value={name}
      autoComplete="name"
    />
  );
}

function PageFields({ m, entry }: { m: Messages; entry?: EvidenceRecord }) {
  const e = m.evidence;
  return (
    <>
      <TextField name="url" type="url" label={e.url} hint={e.urlHint} value={entry?.url} />
      <TextField name="title" label={e.pageTitle} value={entry?.title} />
      <TextField name="publisher" label={e.publisher} value={entry?.publisher} />
      <TextField
        name="publishedOn"
        type="date"
        label={
          <>
            {e.publishedOn} <span className="hint">({m.form.optional})</span>
          </>
        }
        hint={e.publishedHint}
        value={entry?.publishedOn ?? ""}
      />
      <div className="pair">
        <ChoiceField
          name="stance"
          legend={e.stance}
          choices={STANCES.map((stance) => ({ value: stance, text: m.stance[stance] }))}
          value={entry === undefined ? [] : [entry.stance]}
        />
        <ChoiceField
          name="strength"
          legend={e.strength}
          choices={STRENGTHS.map((strength) => ({ value: strength, text: m.strength[strength] }))}
          value={entry === undefined ? [] : [entry.strength]}
        />
      </div>
      <TextField name="summary" label={e.summary} rows={4} value={entry?.summary} />
    </>
  );
}

/** Logs a page on a forecast. */
export function LogEvidenceForm({
  action,
  m,
  name,
  shown,
}: {
  action: FormAction;
  m: Messages;
  name: string;
  /** Whether anything can be logged on it. */
  shown: boolean;
}) {
  return (
    <ActionForm
      action={action}
      title={m.evidence.title}
      submit={m.evidence.submit}
      fields={FIELDS}
      words={formWords(m)}
      shown={shown}
      open
    >
      <p className="hint">{m.evidence.intro}</p>
      <PageFields m={m} />
      <NameField m={m} name={name} />
    </ActionForm>
  );
}

/** Corrects an entry. */
export function CorrectEvidenceForm({
  action,
  entry,
  m,
  name,
  shown,
}: {
  action: FormAction;
  entry: EvidenceRecord;
  m: Messages;
  name: string;
  /** Whether it is still there to be corrected. */
  shown: boolean;
}) {
  const e = m.evidence;
  return (
    <ActionForm
      action={action}
      title={e.correctTitle}
      submit={e.correctSubmit}
      fields={[...FIELDS, "reason"]}
      words={formWords(m)}
      shown={shown}
      quiet
    >
      <p className="hint">{e.correctNote}</p>
      <PageFields m={m} entry={entry} />
      <TextField
        name="reason"
        label={
          <>
            {e.correctReason} <span className="hint">({m.form.optional})</span>
          </>
        }
        rows={2}
      />
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
