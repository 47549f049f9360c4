import type { ReviewRecord } from "../../../db/forecasts/reviews.ts";
import { shownName } from "./shown-name.ts";

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
