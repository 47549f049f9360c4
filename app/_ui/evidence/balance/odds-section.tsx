import type { Route } from "next";
import { EVEN_START, oddsOf } from "../../../../domain/evidence/odds.ts";
import { statedConfidence } from "../../../../domain/forecasts/stated-confidence.ts";
import type { ReadinessEntry } from "../../../../domain/verdicts/readiness.ts";
import type { Language } from "../../../../domain/vocabulary.ts";
import type { Messages } from "../../../../messages/en.ts";
import type { OddsAsked } from "../../../_request/parse/odds.ts";
import type { Entries } from "./evidence-link.tsx";
import { ODDS, OddsForm, oddsFrom } from "./odds-form.tsx";
import { OddsLimits, OddsResult } from "./odds-result.tsx";

/** The odds, for those who want them: a link until somebody asks, because most who read the page do not. */
export function OddsSection({
  page,
  asked,
  confidence,
  weighed,
  ...told
}: {
  page: Route;
  asked: OddsAsked;
  /** The forecast's own words for how sure they sounded. */
  confidence: string | null;
  weighed: readonly ReadinessEntry[];
  entries: Entries;
  language: Language;
  m: Messages;
}) {
  const { m } = told;
  if (!asked.isAsked) {
    return (
      <p className="no-print" id={ODDS}>
        <a href={oddsFrom(page, EVEN_START)}>{m.odds.title}</a>
      </p>
    );
  }
  return (
    <details className="quiet-details odds no-print" id={ODDS} open>
      <summary>{m.odds.title}</summary>
      <div className="folded">
        <p className="hint">{m.odds.lead}</p>
        <OddsForm page={page} asked={asked} stated={statedConfidence(confidence)} m={m} />
        {asked.question.ok && <OddsResult odds={oddsOf(weighed, asked.question.value)} {...told} />}
        <OddsLimits m={m} />
      </div>
    </details>
  );
}
