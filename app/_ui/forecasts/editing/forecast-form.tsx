import type { StoredForecast } from "../../../../db/forecasts/stored.ts";
import type { SourceRecord } from "../../../../db/lists/sources.ts";
import type { SpeakerRecord } from "../../../../db/lists/speakers.ts";
import { CRITERIA, LANGUAGES, type Language } from "../../../../domain/vocabulary.ts";
import type { Messages } from "../../../../messages/en.ts";
import type { FormAction, Told } from "../../../_words/form-state.ts";
import { NameField } from "../../evidence/evidence-form.tsx";
import { ActionForm } from "../../forms/action-form.tsx";
import { formWords } from "../../forms/field-labels.ts";
import { SeenRevision, TextField } from "../../forms/fields.tsx";
import { AroundFields } from "./around-fields.tsx";
import { ClaimFields } from "./claim-fields.tsx";
import { DueFields } from "./due-fields.tsx";
import { forecastLabels } from "./forecast-labels.ts";
import { SaidFields } from "./said-fields.tsx";
import type { Typed } from "./window-preview.tsx";

/** What every part of the form is drawn from. */
export interface Asked {
  /** The forecast that is changed; null for a new one. */
  readonly stored: StoredForecast | null;
  /** What a new one begins with. */
  readonly preset: { readonly source?: string; readonly speaker?: string; readonly saidOn?: string };
  readonly options: {
    readonly sources: readonly Pick<SourceRecord, "slug" | "title">[];
    readonly speakers: readonly Pick<SpeakerRecord, "slug" | "name">[];
  };
  readonly read: (typed: Typed) => Promise<Told>;
  readonly m: Messages;
  readonly language: Language;
}

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
}: Asked & { action: FormAction; name: string; shown?: boolean }) {
  const { stored, m } = asked;
  const e = m.editing;
  return (
    <ActionForm
      action={action}
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
  );
}
