import { LANGUAGES } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FormState } from "../../_words/form-state.ts";
import { Optional } from "../evidence/evidence-fields.tsx";
import { NameField } from "../evidence/evidence-form.tsx";
import { ActionForm } from "../forms/action-form.tsx";
import { formWords } from "../forms/field-labels.ts";
import { ChoiceField, FileField, TextField, TickField } from "../forms/fields.tsx";

const FIELDS = [
  ...["text", "file", "title", "url", "publisher", "kind", "lang"],
  ...["publishedOn", "saidOn", "keep", "by"],
];
const TEXT_ROWS = 14;

function SourceFields({ m }: { m: Messages }) {
  const { reading: r, editing: e } = m;
  return (
    <>
      <TextField name="title" label={r.sourceTitle} />
      <TextField name="url" type="url" label={<Optional name={r.url} m={m} />} hint={e.sourceUrlHint} />
      <div className="pair even">
        <TextField name="publisher" label={r.publisher} hint={r.publisherHint} />
        <TextField name="kind" label={<Optional name={e.sourceKind} m={m} />} hint={e.sourceKindHint} />
      </div>
      <ChoiceField
        name="lang"
        legend={e.lang}
        choices={[
          { value: "", text: r.langOfText },
          ...LANGUAGES.map((lang) => ({ value: lang, text: e.languages[lang] })),
        ]}
        value={[""]}
      />
    </>
  );
}

/** A text to be read for forecasts, and where it was said. Of a source on record, only the text is asked. */
export function SourceTextForm({
  address,
  state,
  source,
  files,
  name,
  m,
}: {
  address: string;
  state: FormState;
  /** The source on record that the text is of. */
  source: { readonly slug: string; readonly publishedOn: string | null } | null;
  files: readonly string[];
  name: string;
  m: Messages;
}) {
  const r = m.reading;
  const names = {
    text: r.text,
    file: r.file,
    title: r.sourceTitle,
    url: r.url,
    publisher: r.publisher,
    kind: m.editing.sourceKind,
    lang: m.editing.lang,
    publishedOn: r.publishedOn,
    saidOn: r.saidOn,
    keep: r.keep,
    by: m.form.by,
  };
  return (
    <ActionForm
      action={{ address, state }}
      isLong
      submit={r.submit}
      fields={FIELDS}
      words={formWords(m)}
      labels={{ names }}
    >
      <fieldset className="part">
        <legend>{r.textPart}</legend>
        <TextField name="text" label={r.text} hint={r.textHint} rows={TEXT_ROWS} />
        <FileField name="file" label={r.file} hint={r.fileHint} accept={files} />
      </fieldset>
      <fieldset className="part">
        <legend>{r.sourcePart}</legend>
        {source === null ? <SourceFields m={m} /> : <input type="hidden" name="source" value={source.slug} />}
        <div className="pair">
          {source === null && (
            <TextField name="publishedOn" type="date" label={r.publishedOn} hint={r.publishedHint} />
          )}
          <TextField
            name="saidOn"
            type="date"
            label={r.saidOn}
            hint={source === null ? r.saidOnHint : r.saidOnOf}
            value={source?.publishedOn ?? ""}
          />
        </div>
        <TickField name="keep" label={r.keep} hint={r.keepHint} ticked />
      </fieldset>
      <NameField m={m} name={name} />
    </ActionForm>
  );
}
