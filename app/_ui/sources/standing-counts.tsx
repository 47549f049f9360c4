import type { Route } from "next";
import type { Standing } from "#db/lists/standing.ts";
import { OUTCOMES, STATUSES } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { withQuery } from "../../_words/routes.ts";
import { OutcomeMark } from "../text/marks.tsx";

interface Counted {
  readonly standing: Standing;
  /** The filter that names whose they are. */
  readonly by: { readonly speaker: string } | { readonly source: string };
  readonly m: Messages;
}

/** How a source's or a speaker's forecasts stand: counts that lead to the forecasts counted. */
export function StandingCounts({ standing, by, m }: Counted) {
  const to = (more: Record<string, string>): Route =>
    withQuery("/forecasts", new URLSearchParams({ ...by, ...more }));
  const { byStatus, byOutcome, recordedLate: late } = standing;
  const statuses = STATUSES.filter((status) => byStatus[status] > 0);
  const outcomes = OUTCOMES.filter((outcome) => byOutcome[outcome] > 0);
  return (
    <>
      <p className="standing">
        <a href={to({})}>{m.standing.forecasts(standing.forecasts)}</a>
        {statuses.map((status) => (
          <a key={status} href={to({ status })}>
            {m.status[status]} <b>{byStatus[status]}</b>
          </a>
        ))}
      </p>
      {outcomes.length > 0 && (
        <p className="standing">
          {outcomes.map((outcome) => (
            <a key={outcome} href={to({ outcome })}>
              <OutcomeMark outcome={outcome} m={m} /> <b>{byOutcome[outcome]}</b>
            </a>
          ))}
        </p>
      )}
      {late.forecasts > 0 && (
        <p className="standing small">
          {m.standing.recordedLate(late.forecasts)}
          {OUTCOMES.filter((outcome) => late.byOutcome[outcome] > 0).map((outcome) => (
            <span key={outcome}>
              <OutcomeMark outcome={outcome} m={m} /> <b>{late.byOutcome[outcome]}</b>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
