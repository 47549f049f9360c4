import {
  JUDGED_CRITERIA,
  type JudgedCriterion,
  type Language,
  SOURCE_KINDS,
  STANCES,
  STRENGTHS,
  type Translated,
} from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { wordingOf } from "../../_words/wording.ts";
import { ChoiceField, FoldedFields, TextField } from "../forms/fields.tsx";
import { LongText } from "../text/translated.tsx";

/** What stands in the fields before anything is typed. */
export interface EvidencePreset {
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string | null;
  readonly publishedOn?: string | null;
  readonly stance?: string;
  readonly strength?: string;
  readonly summary?: string;
  readonly kind?: string | null;
  readonly criterion?: string | null;
  readonly archiveUrl?: string | null;
}

export interface FieldsAsked {
  readonly preset: EvidencePreset;
  /** What evidence on the forecast can speak to. */
  readonly criteria: { readonly [C in JudgedCriterion]: Translated };
  readonly language: Language;
  readonly m: Messages;
}

const chosen = (value: string | null | undefined): readonly string[] => [value ?? ""];

/** The name of a field that may be left empty. */
export const Optional = ({ name, m }: { name: string; m: Messages }) => (
  <>
    {name} <span className="hint">({m.form.optional})</span>
  </>
);

/** Which way it points, and how much it weighs. */
export function WeightFields({ preset, m }: FieldsAsked) {
  return (
    <div className="pair">
      <ChoiceField
        name="stance"
        legend={m.evidence.stance}
        choices={STANCES.map((stance) => ({ value: stance, text: m.stance[stance] }))}
        value={chosen(preset.stance)}
      />
      <ChoiceField
        name="strength"
        legend={m.evidence.strength}
        choices={STRENGTHS.map((strength) => ({ value: strength, text: m.strength[strength] }))}
        value={chosen(preset.strength)}
      />
    </div>
  );
}

/** The criterion that it speaks to, of those that the forecast has. */
export function CriterionField({ preset, criteria, language, m }: FieldsAsked) {
  const e = m.evidence;
  // One that it was logged with, and that the forecast has no more, can still be left as it is.
  const stated = JUDGED_CRITERIA.filter(
    (criterion) => wordingOf(criteria[criterion], language) !== null || criterion === preset.criterion,
  );
  if (stated.length === 0) return null;
  return (
    <ChoiceField
      name="criterion"
      legend={e.criterion}
      hint={e.criterionHint}
      choices={[
        { value: "", text: e.noCriterion },
        ...stated.map((criterion) => ({
          value: criterion,
          text: m.forecast.criterion[criterion],
          means: <LongText of={criteria[criterion]} language={language} m={m} />,
        })),
      ]}
      value={chosen(preset.criterion)}
      stacked
    />
  );
}

/** The kind of source. */
export function KindField({ preset, m }: FieldsAsked) {
  return (
    <ChoiceField
      name="kind"
      legend={m.evidence.kind}
      choices={[
        { value: "", text: m.evidence.kindOpen },
        ...SOURCE_KINDS.map((kind) => ({
          value: kind,
          text: m.sourceKind[kind],
          means: m.sourceKindMeans[kind],
        })),
      ]}
      value={chosen(preset.kind)}
      stacked
    />
  );
}

/** What may be left open: the kind of source, the criterion, and a copy that somebody else keeps. */
export function OpenFields(asked: FieldsAsked) {
  const { preset, m } = asked;
  const e = m.evidence;
  return (
    <FoldedFields
      title={e.more}
      names={["kind", "criterion", "archiveUrl"]}
      open={[preset.kind, preset.criterion, preset.archiveUrl].some((value) => (value ?? "") !== "")}
    >
      <KindField {...asked} />
      <CriterionField {...asked} />
      <TextField
        name="archiveUrl"
        type="url"
        label={<Optional name={e.archiveUrl} m={m} />}
        hint={e.archiveHint}
        value={preset.archiveUrl ?? ""}
      />
    </FoldedFields>
  );
}
