import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import { READINESS_CODES, type ReadinessCode } from "#domain/verdicts/readiness.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { Instant } from "../../_words/instant.tsx";
import { timingText } from "../../_words/timing.ts";
import { CitedEvidence } from "../evidence/cited-evidence.tsx";
import { Name, Said, Sentence } from "../text/isolated.tsx";

const isPoint = (code: string): code is ReadinessCode => READINESS_CODES.some((known) => known === code);

/** What of the checklist a verdict was given against. */
function Missed({ codes, m }: { codes: readonly string[]; m: Messages }) {
  const points = codes.filter(isPoint);
  if (points.length === 0) return null;
  return (
    <div className="small">
      <p>{m.readiness.missed}</p>
      <ul>
        {points.map((code) => (
          <li key={code}>{m.readiness.lacked[code]}</li>
        ))}
      </ul>
    </div>
  );
}

/** A verdict's days, reasons, evidence and author. */
export function VerdictText({
  verdict,
  forecast,
  language,
  m,
  timeZone,
}: {
  verdict: VerdictRecord;
  forecast: ForecastDetail;
  language: Language;
  m: Messages;
  timeZone: string;
}) {
  const { happenedOn, knownOn, rationale, citations, withoutEvidenceReason, recordedAt } = verdict;
  const timing = timingText(verdict, forecast, m);
  return (
    <>
      <p className="meta">
        {timing !== null && <b>{timing} · </b>}
        {happenedOn !== null && (
          <>
            <Sentence parts={m.forecast.happened(<Day on={happenedOn} language={language} />)} /> ·{" "}
          </>
        )}
        <Sentence parts={m.forecast.known(<Day on={knownOn} language={language} />)} />
      </p>
      <p className="typed">
        <Said m={m}>{rationale}</Said>
      </p>
      {withoutEvidenceReason !== null && (
        <p className="typed">
          <b>
            {m.forecast.withoutEvidence}
            {m.editing.colon}
          </b>
          <Said m={m}>{withoutEvidenceReason}</Said>
        </p>
      )}
      <CitedEvidence citations={citations} entries={forecast.evidence} language={language} m={m} />
      <Missed codes={verdict.against ?? []} m={m} />
      <p className="meta">
        <Sentence
          parts={m.forecast.judgedBy(
            <Name by={verdict.by} m={m} />,
            <Instant at={recordedAt} language={language} timeZone={timeZone} />,
          )}
        />
      </p>
    </>
  );
}
