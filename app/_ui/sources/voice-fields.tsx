import { LANGUAGES } from "../../../domain/vocabulary.ts";
import { wordingOf } from "../../_words/translated.tsx";
import { TranslatedField } from "../forecasts/editing/texts.tsx";
import { FoldedFields, GroupFault, SelectField } from "../forms/fields.tsx";
import type { AskedVoice, ReadingView } from "./asked.ts";
import { voiceKey } from "./field-names.ts";

export const voiceNames = (place: number): readonly string[] =>
  [...["speaker", "name", "role"], ...LANGUAGES.flatMap((lang) => [`name.${lang}`, `role.${lang}`])].map(
    (name) => `${voiceKey(place)}.${name}`,
  );

/** What it is asked by which of those who speak someone is. */
export function askedVoice({ label, isAdded }: AskedVoice, r: ReadingView["m"]["reading"]): string {
  if (isAdded) return r.someoneElse;
  return label === null ? r.noLabel : r.label(label);
}

/** Who each label of the text stands for. */
export function VoiceFields({ view }: { view: ReadingView }) {
  const { m, language, voices, speakers } = view;
  const { reading: r, editing: e } = m;
  const known = speakers.map(({ slug, name }) => ({
    value: slug,
    text: wordingOf(name, language)?.text ?? slug,
  }));
  return (
    <fieldset className="part">
      <legend>{r.whoSpeaks}</legend>
      <p className="hint">{r.whoHint}</p>
      {voices.map((voice, place) => {
        const key = voiceKey(place);
        return (
          <div className="found-voice" key={key}>
            <SelectField
              name={`${key}.speaker`}
              label={askedVoice(voice, r)}
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
