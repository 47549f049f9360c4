import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { PageEntry } from "#db/pages/record.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FormAction } from "../../../_words/form-state.ts";
import { routes } from "../../../_words/routes.ts";
import { ActionForm } from "../../forms/action-form.tsx";
import { formWords } from "../../forms/field-labels.ts";
import { TextField } from "../../forms/fields.tsx";
import { Sentence } from "../../text/isolated.tsx";
import { Text } from "../../text/translated.tsx";
import { type FieldsAsked, OpenFields, WeightFields } from "../evidence-fields.tsx";
import { NameField } from "../evidence-form.tsx";

const FIELDS = ["stance", "strength", "summary", "kind", "criterion", "archiveUrl", "by"];

/** Logs the page of an entry on a forecast that was chosen, in words and with a weight of its own. */
export function ElsewhereForm({
  action,
  entry,
  chosen,
  there,
  name,
  language,
  m,
}: {
  action: FormAction;
  entry: EvidenceRecord;
  chosen: ForecastDetail;
  /** The entry of the page that is on that forecast already. */
  there: PageEntry | undefined;
  name: string;
  language: Language;
  m: Messages;
}) {
  const e = m.elsewhere;
  const asked: FieldsAsked = {
    preset: { ...entry, criterion: null },
    criteria: chosen.criteria,
    language,
    m,
  };
  const claim = (
    <a href={routes.forecast(chosen.slug)}>
      <Text of={chosen.claim} language={language} />
    </a>
  );
  const isOpen = there === undefined && chosen.withdrawal === null;
  return (
    <>
      <p>
        <Sentence parts={e.chosen(claim)} />
      </p>
      {there !== undefined && (
        <div className="notice refused">
          <p>
            <b>{e.there}</b> <a href={routes.evidence(there.evidenceId)}>{m.evidence.existsSee}</a>
          </p>
        </div>
      )}
      {chosen.withdrawal !== null && <p>{e.withdrawn}</p>}
      <ActionForm
        action={action}
        submit={e.submit}
        fields={FIELDS}
        words={formWords(m)}
        shown={isOpen}
        isLong
      >
        <WeightFields {...asked} />
        <TextField name="summary" label={m.evidence.summary} rows={4} value={entry.summary} />
        <OpenFields {...asked} />
        <NameField m={m} name={name} />
      </ActionForm>
    </>
  );
}
