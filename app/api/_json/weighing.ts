import type { Weighed } from "#db/evidence/weigh.ts";
import type { Balance } from "#domain/evidence/balance.ts";
import type { Odds } from "#domain/evidence/odds.ts";
import type { Readiness, ReadinessPoint } from "#domain/verdicts/readiness.ts";

const balanceJson = ({ counts, kinds, publishersFor, publishersAgainst, ...balance }: Balance) => ({
  counts,
  kinds,
  publishersFor,
  publishersAgainst,
  notIndependent: balance.notIndependent.map(({ id, of, reason }) => ({ evidence: id, of, reason })),
  steps: balance.steps.map(({ on, supports, contradicts, entries }) => ({
    on,
    supports,
    contradicts,
    evidenceIds: entries.map(({ id }) => id),
  })),
});

function pointJson(point: ReadinessPoint) {
  const { code, isMet } = point;
  switch (point.code) {
    case "two-publishers": {
      const { publishersFor, publishersAgainst } = point;
      return { code, isMet, publishersFor, publishersAgainst };
    }
    case "dated-from-end":
      return { code, isMet, from: point.from, is: point.is, isAhead: point.isAhead };
    case "true-if":
    case "partly-if":
    case "false-if":
      return { code, isMet, criterion: point.criterion, entries: point.entries };
    case "strong-answered":
      return { code, isMet, unanswered: point.unanswered };
    default:
      return point satisfies never;
  }
}

const readinessJson = (readiness: Readiness) => readiness.map(pointJson);

/** What the evidence on a forecast adds up to, as the forecast carries it. */
export const weighedJson = ({ balance, readiness }: Weighed) => ({
  balance: balanceJson(balance),
  readiness: readinessJson(readiness),
});

/** What the logged evidence would say, factor by factor. No verdict, and nobody's estimate. */
export const oddsJson = (forecast: string, stated: number | null, odds: Odds) => ({
  forecast,
  start: odds.start,
  /** What the speaker said in numbers, in percent, to start from; null where they did not. */
  statedConfidence: stated,
  ratios: odds.ratios,
  steps: odds.steps.map(({ id, stance, strength, ratio, share, factor }) => ({
    evidence: id,
    stance,
    strength,
    ratio,
    share,
    factor,
  })),
  startOdds: odds.startOdds,
  factorFor: odds.factorFor,
  factorAgainst: odds.factorAgainst,
  probability: odds.probability,
});
