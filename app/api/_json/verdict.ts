import type { ReviewRecord } from "#db/forecasts/reviews.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import { shownName } from "./words.ts";

/** A look that was taken at an undated forecast. */
export const reviewJson = (review: ReviewRecord) => ({
  id: review.id,
  forecast: review.forecast,
  previousReviewOn: review.previousReviewOn,
  reviewOn: review.reviewOn,
  note: review.note,
  recordedAt: review.recordedAt.toISOString(),
  by: shownName(review.by),
});

/** The standing verdict as an item of a list carries it. */
export const standingVerdictJson = (verdict: VerdictRecord) => ({
  id: verdict.id,
  outcome: verdict.outcome,
  happenedOn: verdict.happenedOn,
  knownOn: verdict.knownOn,
  recordedAt: verdict.recordedAt.toISOString(),
  by: shownName(verdict.by),
  rationale: verdict.rationale,
  evidenceIds: verdict.evidenceIds,
  citations: verdict.citations,
  timing: { kind: verdict.timing.kind, days: verdict.timing.days },
});

const endingJson = ({ kind, at, by, reason }: NonNullable<VerdictRecord["ending"]>) => ({
  kind,
  at: at.toISOString(),
  by: shownName(by),
  reason,
});

/** A verdict in full, standing or not. */
export const verdictJson = (verdict: VerdictRecord) => ({
  ...standingVerdictJson(verdict),
  withoutEvidenceReason: verdict.withoutEvidenceReason,
  alreadyJudgeable: verdict.alreadyJudgeable,
  /** The points of the checklist that were not met; null where that was not looked at. */
  against: verdict.against,
  ending: verdict.ending === null ? null : endingJson(verdict.ending),
});
