import { CRITERIA } from "#domain/vocabulary.ts";
import { ChoiceField, GroupFault } from "../../forms/fields.tsx";
import { directionChoices, directionWord, type ForecastFormProps } from "./forecast-labels.ts";
import { TextsInOneLanguage, TranslatedField } from "./texts.tsx";

/** The claim and what would settle it, with what makes a claim one that can be judged. */
export function ClaimFields({ stored, m, language }: ForecastFormProps) {
  const e = m.editing;
  const draft = stored?.draft;
  return (
    <fieldset className="part">
      <legend>{e.claimPart}</legend>
      <div className="rule-box">
        <b>{e.guideTitle}</b>
        <ul>
          {e.guide.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <TranslatedField
        name="claim"
        labels={e.claim}
        hint={e.claimHint}
        value={draft?.claim}
        rows={2}
        language={language}
      />
      <GroupFault name="claim" />
      <ChoiceField
        name="negative"
        legend={e.negative}
        hint={e.negativeHint}
        choices={directionChoices(e)}
        value={[directionWord(draft?.negative ?? null)]}
      />
      <fieldset className="field roomy">
        <legend>{e.criteria}</legend>
        <p className="hint">{e.criteriaHint}</p>
        <TextsInOneLanguage
          names={CRITERIA.map((criterion) => `criteria.${criterion}`)}
          labels={CRITERIA.map((criterion) => m.forecast.criterion[criterion])}
          values={CRITERIA.map((criterion) => draft?.criteria[criterion])}
          language={language}
          otherTitle={e.otherLanguage[language]}
        />
      </fieldset>
    </fieldset>
  );
}
