import { isolatedText, woven } from "#domain/unseen.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { type FormAction, PREVIEW } from "../../_words/form-state.ts";
import { wordingOf } from "../../_words/wording.ts";
import { NameField } from "../evidence/evidence-form.tsx";
import { forecastLabels } from "../forecasts/editing/forecast-labels.ts";
import { TranslatedField } from "../forecasts/editing/texts.tsx";
import { ReadingChoice } from "../forecasts/editing/window-preview.tsx";
import { ActionForm } from "../forms/action-form.tsx";
import { formWords } from "../forms/field-labels.ts";
import { FoldedFields, GroupFault, SelectField } from "../forms/fields.tsx";
import { Woven } from "../text/isolated.tsx";
import type { AskedVoice, ListedCandidate, ReadingView } from "./asked.ts";
import { CandidateFields, foldedNames } from "./candidate-fields.tsx";
import { ChosenBar } from "./chosen-bar.tsx";
import { candidateKey, ONWARD, voiceKey } from "./field-names.ts";

const voiceNames = (place: number): readonly string[] =>
  [...["speaker", "name", "role"], ...LANGUAGES.flatMap((lang) => [`name.${lang}`, `role.${lang}`])].map(
    (name) => `${voiceKey(place)}.${name}`,
  );

/** What it is asked by which of those who speak someone is. */
function askedVoice({ label, isAdded }: AskedVoice, r: ReadingView["m"]["reading"]): string {
  if (isAdded) return r.someoneElse;
  return label === null ? r.noLabel : r.label(woven(label));
}

/** Who each label of the text stands for. */
function VoiceFields({ view }: { view: ReadingView }) {
  const { m, language, voices, speakers } = view;
  const { reading: r, editing: e } = m;
  const known = speakers.map(({ slug, name }) => ({
    value: slug,
    text: isolatedText(wordingOf(name, language)?.text ?? slug),
  }));
  return (
    <fieldset className="part">
      <legend>{r.whoSpeaks}</legend>
      <p className="hint">{r.whoHint}</p>
      {voices.map((voice, place) => {
        const key = voiceKey(place);
        return (
          <div className="found-voice" id={key} key={key}>
            <SelectField
              name={`${key}.speaker`}
              label={<Woven>{askedVoice(voice, r)}</Woven>}
              value={voice.speaker}
              choices={[{ value: "", text: r.newSpeaker }, ...known]}
            />
            <FoldedFields
              title={e.newSpeakerTitle}
              names={voiceNames(place).filter((name) => !name.endsWith(".speaker"))}
              open={voice.speaker === "" && !voice.isAdded}
              prefilled
            >
              <div className="pair even">
                <TranslatedField
                  name={`${key}.name`}
                  labels={e.speakerName}
                  value={voice.name}
                  language={language}
                />
              </div>
              <GroupFault name={`${key}.name`} />
              <div className="pair even">
                <TranslatedField name={`${key}.role`} labels={e.speakerRole} language={language} />
              </div>
            </FoldedFields>
          </div>
        );
      })}
    </fieldset>
  );
}

function List({ of, view }: { of: readonly ListedCandidate[]; view: ReadingView }) {
  return (
    <ol className="plain">
      {of.map((one) => (
        <CandidateFields key={one.number} of={one} view={view} />
      ))}
    </ol>
  );
}

/** The sentences that look like forecasts, to be chosen from, corrected and put on record together. */
export function ReadingForm({ action, name, view }: { action: FormAction; name: string; view: ReadingView }) {
  const { m, language, listed, voices } = view;
  const r = m.reading;
  const asides = listed.filter(({ candidate }) => candidate.strength === "aside");
  const others = listed.filter(({ candidate }) => candidate.strength !== "aside");
  const fields = [
    ...["take", "by"],
    ...voices.flatMap((_, place) => voiceNames(place)),
    ...listed.flatMap(({ candidate }) => {
      const key = candidateKey(candidate);
      return [`${key}.take`, `${key}.reading`, ...foldedNames(key, language)];
    }),
  ];
  return (
    <>
      <ActionForm
        action={action}
        isLong
        submit={r.saveAll}
        fields={fields}
        words={formWords(m)}
        labels={{
          names: forecastLabels(m),
          groups: Object.fromEntries([
            ...listed.map(({ candidate, number }) => [candidateKey(candidate), r.number(number)]),
            ...voices.map((voice, place) => [voiceKey(place), askedVoice(voice, r)]),
          ]),
        }}
      >
        <GroupFault name="take" />
        <noscript>
          <button className="button primary" type="submit">
            {r.saveBelow}
          </button>
        </noscript>
        {others.length > 0 && <List of={others} view={view} />}
        {asides.length > 0 && (
          <details className="quiet-details" open={others.length === 0}>
            <summary>{r.asides(asides.length)}</summary>
            <List of={asides} view={view} />
          </details>
        )}
        <VoiceFields view={view} />
        <noscript>
          <button className="button" type="submit" name={PREVIEW} value="window">
            {r.showWindows}
          </button>
        </noscript>
        <NameField m={m} name={name} />
        {view.hasNext && (
          <noscript>
            <button className="button" type="submit" name={ONWARD} value="yes">
              {r.saveAndGoOn}
            </button>
          </noscript>
        )}
        <ChosenBar most={listed.length} hasNext={view.hasNext} m={m} />
      </ActionForm>
      <ReadingChoice words={m.editing.readings} />
    </>
  );
}
