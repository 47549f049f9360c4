import { isolatedText } from "#domain/unseen.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { wordingOf } from "../../../_words/wording.ts";
import { Optional } from "../../evidence/evidence-fields.tsx";
import { ChoiceField, FoldedFields, SelectField, TextField } from "../../forms/fields.tsx";
import type { ForecastFormProps } from "./forecast-labels.ts";
import { TranslatedField } from "./texts.tsx";

function SourceFields({ options, stored, preset, m }: ForecastFormProps) {
  const e = m.editing;
  const value = stored?.draft.source ?? preset.source ?? "";
  return (
    <>
      <SelectField
        name="source"
        label={e.source}
        hint={e.sourceHint}
        value={value}
        choices={[
          { value: "", text: e.newSource },
          ...options.sources.map(({ slug, title }) => ({ value: slug, text: isolatedText(title) })),
        ]}
      />
      <FoldedFields
        title={e.newSourceTitle}
        names={["title", "url", "publisher", "publishedOn"].map((name) => `newSource.${name}`)}
        open={value === ""}
      >
        <TextField name="newSource.title" label={e.sourceTitle} />
        <TextField
          name="newSource.url"
          type="url"
          label={<Optional name={e.sourceUrl} m={m} />}
          hint={e.sourceUrlHint}
        />
        <TextField name="newSource.publisher" label={e.sourcePublisher} />
        <div className="pair">
          <TextField name="newSource.publishedOn" type="date" label={e.sourcePublishedOn} />
          <TextField name="newSource.kind" label={e.sourceKind} hint={e.sourceKindHint} />
        </div>
      </FoldedFields>
    </>
  );
}

function SpeakerFields({ options, stored, preset, m, language }: ForecastFormProps) {
  const e = m.editing;
  const value = stored?.draft.speaker ?? preset.speaker ?? "";
  return (
    <>
      <SelectField
        name="speaker"
        label={e.speaker}
        value={value}
        choices={[
          { value: "", text: e.newSpeaker },
          ...options.speakers.map(({ slug, name }) => ({
            value: slug,
            text: isolatedText(wordingOf(name, language)?.text ?? slug),
          })),
        ]}
      />
      <FoldedFields
        title={e.newSpeakerTitle}
        names={LANGUAGES.flatMap((lang) => [`newSpeaker.name.${lang}`, `newSpeaker.role.${lang}`])}
        open={value === ""}
      >
        <div className="pair even">
          <TranslatedField name="newSpeaker.name" labels={e.speakerName} language={language} />
        </div>
        <div className="pair even">
          <TranslatedField name="newSpeaker.role" labels={e.speakerRole} language={language} />
        </div>
      </FoldedFields>
    </>
  );
}

/** What was said, where, by whom and when. */
export function SaidFields(asked: ForecastFormProps) {
  const { stored, m, language } = asked;
  const e = m.editing;
  const draft = stored?.draft;
  return (
    <fieldset className="part">
      <legend>{e.said}</legend>
      <TextField name="quote" label={e.quote} hint={e.quoteHint} rows={3} value={draft?.quote} />
      <ChoiceField
        name="lang"
        legend={e.lang}
        choices={LANGUAGES.map((lang) => ({ value: lang, text: e.languages[lang] }))}
        value={[draft?.lang ?? language]}
      />
      <SourceFields {...asked} />
      <SpeakerFields {...asked} />
      <TextField
        name="saidOn"
        type="date"
        label={e.saidOn}
        hint={e.saidOnHint}
        value={draft?.saidOn ?? asked.preset.saidOn ?? ""}
      />
      <div className="pair even">
        <TextField name="section" label={e.section} value={draft?.section ?? ""} />
        <TextField name="confidence" label={e.confidence} value={draft?.confidence ?? ""} />
      </div>
    </fieldset>
  );
}
