import { type FormAction, PREVIEW } from "../../_words/form-state.ts";
import { NameField } from "../evidence/evidence-form.tsx";
import { forecastLabels } from "../forecasts/editing/forecast-labels.ts";
import { ActionForm } from "../forms/action-form.tsx";
import { GroupFault } from "../forms/fields.tsx";
import { formWords } from "../forms/form-words.ts";
import type { ListedCandidate, ReadingView } from "./asked.ts";
import { CandidateFields, foldedNames } from "./candidate-fields.tsx";
import { ChosenBar } from "./chosen-bar.tsx";
import { candidateKey, ONWARD, voiceKey } from "./field-names.ts";
import { askedVoice, VoiceFields, voiceNames } from "./voice-fields.tsx";

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
    <ActionForm
      action={action}
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
      <ChosenBar
        hasNext={view.hasNext}
        words={{
          counts: Array.from({ length: listed.length + 1 }, (_, count) => r.chosen(count)),
          save: r.save,
          saveAndGoOn: r.saveAndGoOn,
        }}
      />
    </ActionForm>
  );
}
