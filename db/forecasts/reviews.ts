import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { decideReview } from "#domain/forecasts/timing.ts";
import { ok, type Result } from "#domain/result.ts";
import { actorId, shownName } from "../change/actor-row.ts";
import { findForecastRow } from "../change/forecast-row.ts";
import { record } from "../change/history.ts";
import type { Moment } from "../change/moment.ts";
import { conflict, invalid, notFound, type Refusal } from "../change/refusal.ts";
import { forecasts, reviews } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { findStanding, type VerdictRecord } from "./verdict-record.ts";

export interface ReviewRecord {
  readonly id: string;
  readonly forecast: string;
  readonly previousReviewOn: Day | null;
  readonly reviewOn: Day;
  readonly note: string;
  readonly recordedAt: Date;
  readonly by: string | null;
}

/** Every look that was taken at an undated forecast, the newest first. */
export function listReviews(read: Reader, slug: string): Promise<readonly ReviewRecord[]> {
  return read
    .select({
      id: reviews.id,
      forecast: forecasts.slug,
      previousReviewOn: reviews.previousReviewOn,
      reviewOn: reviews.reviewOn,
      note: reviews.note,
      recordedAt: reviews.recordedAt,
      by: shownName(reviews.recordedBy),
    })
    .from(reviews)
    .innerJoin(forecasts, eq(forecasts.id, reviews.forecastId))
    .where(eq(forecasts.slug, slug))
    .orderBy(desc(reviews.recordedAt), desc(reviews.id));
}

/**
 * Records a look at an undated forecast and sets the next review date. Refused for one that is dated or has a
 * verdict, and for a date that is not ahead.
 */
export async function setReview(
  tx: Writer,
  slug: string,
  draft: { readonly reviewOn: Day; readonly note: string },
  { now, today }: Moment,
): Promise<Result<ReviewRecord, Refusal<VerdictRecord>>> {
  const forecast = await findForecastRow(tx, slug);
  if (forecast === undefined) return notFound;
  if (forecast.withdrawnAt !== null) return conflict("forecast-withdrawn", null);
  const standing = await findStanding(tx, forecast);
  if (standing !== null) return conflict("forecast-resolved", standing);
  const decided = decideReview(forecast, draft.reviewOn, today);
  if (!decided.ok) return invalid([decided.error]);

  const id = randomUUID();
  const { reviewOn, note } = draft;
  const previousReviewOn = forecast.reviewOn;
  await tx.insert(reviews).values({
    id,
    forecastId: forecast.id,
    previousReviewOn,
    reviewOn,
    note,
    recordedAt: now,
    recordedBy: await actorId(tx),
  });
  await tx
    .update(forecasts)
    .set({ reviewOn, revision: forecast.revision + 1 })
    .where(eq(forecasts.id, forecast.id));
  await record(tx, now, {
    action: "review-set",
    forecastId: forecast.id,
    subjectId: id,
    reason: note,
    before: { reviewOn: previousReviewOn },
    after: { reviewOn },
  });
  return ok({ id, forecast: slug, previousReviewOn, reviewOn, note, recordedAt: now, by: tx.actor.name });
}
