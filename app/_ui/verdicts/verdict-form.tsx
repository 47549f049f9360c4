import type { ReactNode } from "react";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { Day as CalendarDay } from "#domain/day.ts";
import { type TimingBand, timingBands } from "#domain/forecasts/timing.ts";
import { needsJudgeableTick } from "#domain/verdicts/judgement.ts";
import { type Language, OUTCOMES } from "#domain/vocabulary.ts";
import { endOf } from "#domain/window.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import type { FormAction } from "../../_words/form-state.ts";
import { NameField } from "../evidence/evidence-form.tsx";
import { ActionForm } from "../forms/action-form.tsx";
import { formWords } from "../forms/field-labels.ts";
import { ChoiceField, SeenRevision, TextField, TickField } from "../forms/fields.tsx";
import { Isolated, Sentence } from "../text/isolated.tsx";
import { OutcomeMark } from "../text/marks.tsx";
import { TimingRule } from "./timing-rule.tsx";

const ALWAYS = ["outcome", "happenedOn", "knownOn", "rationale", "withoutEvidenceReason", "by"];

interface VerdictFormProps {
  readonly forecast: ForecastDetail;
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

function bandText(
  band: TimingBand,
  previous: TimingBand | undefined,
  language: Language,
  m: Messages,
): ReactNode {
  const { band: words } = m.verdict;
  const write = (on: CalendarDay) => <Day on={on} language={language} />;
  const { kind, from, to } = band;
  switch (kind) {
    case "early":
      return <Sentence parts={words.early(write(previous?.from ?? from))} />;
    case "on-time":
      if (to === null) return <Sentence parts={words.onTimeOpen(write(from))} />;
      return (
        <Sentence parts={from === to ? words.onTimeDay(write(from)) : words.onTime(write(from), write(to))} />
      );
    case "late-within-grace":
      return <Sentence parts={words.grace(write(to ?? from))} />;
    case "too-late":
      return words.tooLate;
    default:
      return kind satisfies never;
  }
}

/** The rule of timing with this forecast's own days. */
function Rule({ forecast, language, m }: Omit<VerdictFormProps, "today">) {
  const bands = timingBands(forecast);
  if (bands.length === 0) {
    return <p className="rule-box">{forecast.negative ? m.verdict.negativeRule : m.verdict.noRule}</p>;
  }
  return (
    <TimingRule
      title={m.verdict.rule}
      field="happenedOn"
      bands={bands.map((band, place) => ({
        from: band.from,
        to: band.to,
        // "before X" is said of the day on which the window opens: the next band's first.
        text: bandText(band, band.kind === "early" ? bands[place + 1] : undefined, language, m),
      }))}
    />
  );
}

/** Why "this can already be judged" may have to be said; null when nothing here asks for it. */
function tickReason({ forecast, today, language, m }: VerdictFormProps): ReactNode {
  const { alreadyNote } = m.verdict;
  const { dueFrom, negative } = forecast;
  const needed = OUTCOMES.some((outcome) => needsJudgeableTick(forecast, outcome, today));
  if (!needed) return null;
  const write = (on: CalendarDay) => <Day on={on} language={language} />;
  if (dueFrom !== null && today < dueFrom) return <Sentence parts={alreadyNote.upcoming(write(dueFrom))} />;
  const end = endOf(forecast);
  if (end === null) return alreadyNote.noEnd;
  return <Sentence parts={(negative ? alreadyNote.openNegative : alreadyNote.open)(write(end))} />;
}

function Citations({ forecast, m }: { forecast: ForecastDetail; m: Messages }) {
  const live = forecast.evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (live.length === 0) return <p className="hint">{m.verdict.noneToCite}</p>;
  return (
    <ChoiceField
      name="evidenceIds"
      legend={m.verdict.cite}
      several
      choices={live.map(({ id, title, publisher, stance }) => ({
        value: id,
        text: <Isolated>{title}</Isolated>,
        means: (
          <>
            <Isolated>{publisher}</Isolated> · {m.stance[stance]}
          </>
        ),
      }))}
    />
  );
}

/** Gives the verdict, or replaces the one that stands. */
export function VerdictForm({
  action,
  name,
  shown,
  unmet,
  ...asked
}: VerdictFormProps & {
  action: FormAction;
  name: string;
  shown: boolean;
  /** What of the checklist is not met. */
  unmet: ReactNode;
}) {
  const { forecast, m } = asked;
  const v = m.verdict;
  const standing = forecast.verdict;
  const tick = tickReason(asked);
  const citable = forecast.evidence.some(({ withdrawnAt }) => withdrawnAt === null);
  const fields = [
    ...ALWAYS,
    ...(citable ? ["evidenceIds"] : []),
    ...(tick === null ? [] : ["alreadyJudgeable"]),
    ...(standing === null ? [] : ["replacesReason"]),
  ];
  return (
    <ActionForm
      action={action}
      isLong
      title={standing === null ? v.title : v.replaceTitle}
      submit={standing === null ? v.submit : v.replaceSubmit}
      fields={fields}
      words={formWords(m)}
      open={standing === null && forecast.status !== "upcoming"}
      shown={shown}
    >
      {standing !== null && <p className="hint">{v.replaceNote}</p>}
      {unmet}
      <input type="hidden" name="replaces" value={standing?.id ?? ""} />
      <SeenRevision of={forecast} />
      <ChoiceField
        name="outcome"
        legend={v.outcome}
        stacked
        choices={OUTCOMES.map((outcome) => ({
          value: outcome,
          text: <OutcomeMark outcome={outcome} m={m} />,
          means: m.outcomeMeans[outcome],
        }))}
      />
      <Rule {...asked} />
      <div className="pair">
        <TextField name="happenedOn" type="date" label={v.happenedOn} hint={v.happenedHint} />
        <TextField name="knownOn" type="date" label={v.knownOn} hint={v.knownHint} />
      </div>
      {tick !== null && <TickField name="alreadyJudgeable" label={v.alreadyJudgeable} hint={tick} />}
      <TextField name="rationale" label={v.rationale} hint={v.rationaleHint} rows={6} />
      <Citations forecast={forecast} m={m} />
      <TextField name="withoutEvidenceReason" label={v.withoutEvidence} rows={2} />
      {standing !== null && <TextField name="replacesReason" label={v.replacesReason} rows={2} />}
      <NameField m={m} name={name} />
    </ActionForm>
  );
}
