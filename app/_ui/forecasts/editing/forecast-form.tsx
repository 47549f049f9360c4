import { CRITERIA, LANGUAGES } from "#domain/vocabulary.ts";
import type { FormAction } from "../../../_words/form-state.ts";
import { NameField } from "../../evidence/evidence-form.tsx";
import { ActionForm } from "../../forms/action-form.tsx";
import { formWords } from "../../forms/field-labels.ts";
import { SeenRevision, TextField } from "../../forms/fields.tsx";
import { AroundFields } from "./around-fields.tsx";
import { ClaimFields } from "./claim-fields.tsx";
import { DueFields } from "./due-fields.tsx";
import { type ForecastFormProps, forecastLabels } from "./forecast-labels.ts";
import { SaidFields } from "./said-fields.tsx";
import { ReadingChoice } from "./window-preview.tsx";

const TRANSLATED = ["claim", "horizonNote", "newSpeaker.name", "newSpeaker.role"];
const FIELDS = [
  ...["quote", "lang", "source", "speaker", "saidOn", "section", "confidence", "horizon", "reading", "claim"],
  ...[
    "dueFrom",
    "dueBy",
    "undated",
    "horizonNote",
    "graceBy",
    "giveGrace",
    "reviewOn",
    "negative",
    "tags",
    "relations",
  ],
  ...["title", "url", "publisher", "publishedOn", "kind"].map((name) => `newSource.${name}`),
  ...[...TRANSLATED, ...CRITERIA.map((criterion) => `criteria.${criterion}`)].flatMap((name) =>
    LANGUAGES.map((lang) => `${name}.${lang}`),
  ),
  ...["ladder", "by"],
];

/** Puts a forecast on record, or changes one. */
export function ForecastForm({
  action,
  name,
  shown = true,
  ...asked
}: ForecastFormProps & { action: FormAction; name: string; shown?: boolean }) {
  const { stored, m } = asked;
  const e = m.editing;
  return (
    <>
      <ActionForm
        action={action}
        isLong
        submit={stored === null ? e.submit : e.submitChange}
        fields={stored === null ? FIELDS : [...FIELDS, "reason"]}
        words={formWords(m)}
        labels={{ names: forecastLabels(m) }}
        shown={shown}
      >
        <SaidFields {...asked} />
        <DueFields {...asked} />
        <ClaimFields {...asked} />
        <AroundFields {...asked} />
        {stored !== null && (
          <>
            <SeenRevision of={stored} />
            <TextField name="reason" label={e.reason} hint={e.reasonHint} rows={2} />
          </>
        )}
        <NameField m={m} name={name} />
      </ActionForm>
      <ReadingChoice words={e.readings} />
    </>
  );
}
