import type { ReactNode } from "react";
import type { Readiness, ReadinessPoint } from "#domain/verdicts/readiness.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { type Entries, EvidenceLink } from "../evidence/balance/evidence-link.tsx";
import { Sentence } from "../text/isolated.tsx";

interface ChecklistProps {
  readonly readiness: Readiness;
  readonly entries: Entries;
  readonly language: Language;
  readonly m: Messages;
}

/** What a point asks, and what is known of it. */
function pointText(
  point: ReadinessPoint,
  { entries, language, m }: ChecklistProps,
): { readonly asks: ReactNode; readonly known: ReactNode } {
  const r = m.readiness;
  switch (point.code) {
    case "two-publishers":
      return { asks: r.publishers, known: r.publisherCounts(point.publishersFor, point.publishersAgainst) };
    case "dated-from-end":
      return {
        asks: <Sentence parts={r.dated[point.is](<Day on={point.from} language={language} />)} />,
        known: point.isAhead && !point.isMet ? r.ahead : null,
      };
    case "true-if":
    case "partly-if":
    case "false-if":
      return {
        asks: r.criterion(m.forecast.criterion[point.criterion]),
        known: point.isMet ? r.attached(point.entries) : null,
      };
    case "strong-answered": {
      const links = point.unanswered.map((id, nth) => (
        <span key={id}>
          {nth > 0 && r.next}
          <EvidenceLink id={id} entries={entries} language={language} />
        </span>
      ));
      return { asks: r.answered, known: point.isMet ? null : <Sentence parts={r.unanswered(links)} /> };
    }
    default:
      return point satisfies never;
  }
}

function Points({ points, ...told }: ChecklistProps & { points: Readiness }) {
  const { m } = told;
  return (
    <ul className="plain checklist">
      {points.map((point) => {
        const { asks, known } = pointText(point, told);
        return (
          <li key={point.code} className={point.isMet ? "point is-met" : "point is-unmet"}>
            <b>{point.isMet ? m.readiness.met : m.readiness.unmet}</b>
            <span>
              {asks}
              {known !== null && (
                <span className="small">
                  <Sentence parts={m.readiness.known(known)} />
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Whether it is ready to be judged, point by point, each met or not by shape and word. */
export function Checklist(told: ChecklistProps) {
  const { readiness, m } = told;
  const met = readiness.filter(({ isMet }) => isMet).length;
  return (
    <section aria-labelledby="readiness" className="readiness">
      <h2 id="readiness">
        {m.readiness.title} <span className="count">{m.readiness.standing(met, readiness.length)}</span>
      </h2>
      <p className="hint balance-lead">{m.readiness.lead}</p>
      <Points {...told} points={readiness} />
    </section>
  );
}

/** The same beside the verdict: only what it would be given against. */
export function UnmetPoints(told: ChecklistProps) {
  const { readiness, m } = told;
  const unmet = readiness.filter(({ isMet }) => !isMet);
  if (unmet.length === 0) return null;
  return (
    <div className="rule-box">
      <b>{m.readiness.formTitle}</b>
      <Points {...told} points={unmet} />
      <p>{m.readiness.formNote}</p>
    </div>
  );
}
