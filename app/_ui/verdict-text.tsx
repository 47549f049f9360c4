import type { ForecastDetail } from "../../db/forecast-detail.ts";
import type { VerdictRecord } from "../../db/verdict-record.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { Day } from "./day.tsx";
import { Instant } from "./instant.tsx";
import { Sentence } from "./sentence.tsx";
import { timingText } from "./timing-text.ts";

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
  const { happenedOn, knownOn, rationale, evidenceIds, withoutEvidenceReason, recordedAt } = verdict;
  const timing = timingText(verdict, forecast, m);
  const cited = forecast.evidence.filter(({ id }) => evidenceIds.includes(id));
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
      <p className="typed">{rationale}</p>
      {withoutEvidenceReason !== null && (
        <p className="typed">
          <b>
            {m.forecast.withoutEvidence}
            {m.editing.colon}
          </b>
          {withoutEvidenceReason}
        </p>
      )}
      {cited.length > 0 && (
        <>
          <p className="small">{m.forecast.cites}</p>
          <ul>
            {cited.map(({ id, title, publisher, withdrawnAt }) => (
              <li key={id}>
                <a href={`#evidence-${id}`}>{title}</a>
                {m.forecast.saidComma}
                {publisher}
                {withdrawnAt !== null && <b> ({m.forecast.citedWithdrawn})</b>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="meta">
        <Sentence
          parts={m.forecast.judgedBy(
            verdict.by ?? m.form.unnamed,
            <Instant at={recordedAt} language={language} timeZone={timeZone} />,
          )}
        />
      </p>
    </>
  );
}
