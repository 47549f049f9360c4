import type { Day } from "#domain/day.ts";
import { directionChoice } from "#domain/forecasts/chosen-direction.ts";
import { readHorizon } from "#domain/horizon/read.ts";
import { horizonWordsOf, proposedClaim } from "#domain/sources/extraction.ts";
import { isolatedText } from "#domain/unseen.ts";
import { CRITERIA, LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { writeDay } from "#operations/words/day.ts";
import { routes } from "../../_words/routes.ts";
import { toldOf, windowLines } from "../../_words/window-lines.ts";
import { wordingOf } from "../../_words/wording.ts";
import { directionChoices, directionWord } from "../forecasts/editing/forecast-labels.ts";
import { TranslatedField } from "../forecasts/editing/texts.tsx";
import { WindowPreview } from "../forecasts/editing/window-preview.tsx";
import { FoldedFields, GroupFault, SelectField, TextField, TickField } from "../forms/fields.tsx";
import type { ListedCandidate, ReadingView } from "./asked.ts";
import { CandidateFacts } from "./candidate-facts.tsx";
import { candidateKey } from "./field-names.ts";
import { MarkedSentence, SentenceAround } from "./sentence-mark.tsx";

interface Part {
  readonly of: ListedCandidate;
  readonly view: ReadingView;
}

const MOST_CLAIM = 500;
const MOST_CHOICE = 70;
const shortened = (text: string, most: number) => {
  const characters = [...text.replace(/\s+/g, " ")];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : characters.join("");
};

const languageOf = ({ candidate }: ListedCandidate): Language =>
  candidate.sentence.language === "en" ? "en" : "zh-Hant";

/** The words for the time of a sentence, and what they stand in. */
const timedWords = (of: ListedCandidate, saidOn: Day) => ({
  horizon: horizonWordsOf(of.candidate, saidOn),
  quote: of.candidate.sentence.text,
  lang: languageOf(of),
  saidOn,
});

/** Names of the fields of a sentence that are folded away. */
export const foldedNames = (key: string, language: Language): readonly string[] =>
  [
    ...["claim", ...LANGUAGES.map((lang) => `claim.${lang}`), "speaker", "same", "horizon", "negative"],
    ...["dueFrom", "dueBy", "undated", "horizonNote", ...LANGUAGES.map((lang) => `horizonNote.${lang}`)],
    ...[
      "graceBy",
      "giveGrace",
      "reviewOn",
      ...CRITERIA.map((criterion) => `criteria.${criterion}.${language}`),
    ],
  ].map((name) => `${key}.${name}`);

/** Words of the question are in no quote of the answer, which takes a note. */
const noteOn = ({ candidate }: ListedCandidate, { m, language }: ReadingView) =>
  candidate.horizon?.standsIn === "question"
    ? { en: null, "zh-Hant": null, [language]: m.editing.inQuestion }
    : undefined;

function DueFields({ of, view }: Part) {
  const { m, language } = view;
  const e = m.editing;
  const key = candidateKey(of.candidate);
  return (
    <>
      <p className="hint">{e.chooseNote}</p>
      <div className="pair">
        <TextField name={`${key}.dueFrom`} type="date" label={e.dueFrom} />
        <TextField name={`${key}.dueBy`} type="date" label={e.dueBy} />
      </div>
      <TickField name={`${key}.undated`} label={e.undated} />
      <TranslatedField
        name={`${key}.horizonNote`}
        labels={e.horizonNote}
        value={noteOn(of, view)}
        rows={1}
        language={language}
      />
      <GroupFault name={`${key}.horizonNote`} />
      <div className="pair">
        <TextField name={`${key}.graceBy`} type="date" label={e.graceBy} hint={e.graceHint} />
        <TextField name={`${key}.reviewOn`} type="date" label={e.reviewOn} hint={e.reviewHint} />
      </div>
    </>
  );
}

function SameField({ of, view }: Part) {
  const { m, language, listed, quoted } = view;
  const r = m.reading;
  const choiceOf = ({ candidate, number }: ListedCandidate) => {
    const text = `${r.number(number)} ${isolatedText(shortened(candidate.sentence.text, MOST_CHOICE))}`;
    return { value: candidateKey(candidate), text: number === of.restates ? r.sameLikely(text) : text };
  };
  const others = listed.filter((one) => one !== of && one.onRecord === null);
  const likelyFirst = others.toSorted(
    (a, b) => Number(b.number === of.restates) - Number(a.number === of.restates),
  );
  return (
    <SelectField
      name={`${candidateKey(of.candidate)}.same`}
      label={r.same}
      hint={r.sameHint}
      choices={[
        { value: "", text: r.own },
        ...likelyFirst.map(choiceOf),
        ...quoted.map(({ slug, claim }) => ({
          value: `on-record:${slug}`,
          text: r.onRecordChoice(
            isolatedText(shortened(wordingOf(claim, language)?.text ?? slug, MOST_CHOICE)),
          ),
        })),
      ]}
    />
  );
}

/** What may be corrected of a sentence before it is put on record. */
function Corrections({ of, view }: Part) {
  const { m, language, voices, saidOn } = view;
  const { reading: r, editing: e } = m;
  const key = candidateKey(of.candidate);
  const own = languageOf(of);
  const claim = shortened(proposedClaim(of.candidate.sentence), MOST_CLAIM);
  return (
    <FoldedFields title={r.correct} names={foldedNames(key, language)} prefilled>
      <TranslatedField
        name={`${key}.claim`}
        labels={e.claim}
        hint={e.claimHint}
        value={{ en: own === "en" ? claim : null, "zh-Hant": own === "en" ? null : claim }}
        rows={2}
        language={own}
      />
      <GroupFault name={`${key}.claim`} />
      <SelectField
        name={`${key}.speaker`}
        label={e.speaker}
        value={String(of.voice)}
        choices={voices.map(({ label, isAdded }, place) => ({
          value: String(place),
          text: isAdded ? r.someoneElseShort : label === null ? r.noLabelShort : isolatedText(label),
        }))}
      />
      <TextField
        name={`${key}.horizon`}
        label={e.horizon}
        hint={e.horizonHint}
        value={horizonWordsOf(of.candidate, saidOn) ?? ""}
      />
      <SelectField
        name={`${key}.negative`}
        label={e.negative}
        value={directionWord(directionChoice(of.candidate.negative, timedWords(of, saidOn)))}
        choices={directionChoices(e)}
      />
      <SameField of={of} view={view} />
      <FoldedFields
        title={e.chooseWindow}
        names={foldedNames(key, language).filter((name) => /due|undated|Note|grace|review/.test(name))}
        prefilled
      >
        <DueFields of={of} view={view} />
      </FoldedFields>
      <FoldedFields
        title={e.criteria}
        names={CRITERIA.map((criterion) => `${key}.criteria.${criterion}.${language}`)}
      >
        <p className="hint">{r.criteriaHint}</p>
        {CRITERIA.map((criterion) => (
          <TextField
            key={criterion}
            name={`${key}.criteria.${criterion}.${language}`}
            label={m.forecast.criterion[criterion]}
            rows={1}
          />
        ))}
      </FoldedFields>
    </FoldedFields>
  );
}

/** A sentence of the list: chosen with a tick, with its window, and with what may be corrected folded below. */
export function CandidateFields({ of, view }: Part) {
  const { m, language, saidOn } = view;
  const { candidate, onRecord } = of;
  const key = candidateKey(candidate);
  const lang = languageOf(of);
  const words = horizonWordsOf(candidate, saidOn);
  const reading = words === null ? null : readHorizon(words, candidate.sentence.language, saidOn);
  const sentence = <MarkedSentence candidate={candidate} m={m} />;
  return (
    <li className="found" id={key}>
      <CandidateFacts of={of} view={view} />
      <SentenceAround of={candidate.before} end="last" m={m} />
      {onRecord === null ? (
        <TickField name={`${key}.take`} label={sentence} />
      ) : (
        <p>
          {sentence} <a href={routes.forecast(onRecord)}>{m.reading.onRecord}</a>
        </p>
      )}
      <SentenceAround of={candidate.after} end="first" m={m} />
      {onRecord === null && (
        <>
          <WindowPreview
            served={toldOf(
              windowLines(reading, language, m, {
                words: timedWords(of, saidOn),
                negative: candidate.negative,
              }),
              reading,
              language,
              m,
            )}
            words={m.editing.readings}
            prefix={`${key}.`}
            given={{ lang, saidOn, quote: candidate.sentence.text }}
          />
          {reading?.kind === "window" && reading.proposedGraceBy !== null && (
            <TickField
              name={`${key}.giveGrace`}
              label={m.editing.giveThisGrace(writeDay(reading.proposedGraceBy, language))}
            />
          )}
          <Corrections of={of} view={view} />
        </>
      )}
    </li>
  );
}
