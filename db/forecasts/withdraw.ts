import { eq } from "drizzle-orm";
import { ok, type Result } from "#domain/result.ts";
import { actorId } from "../change/actor-row.ts";
import { findForecastRow } from "../change/forecast-row.ts";
import { record } from "../change/history.ts";
import type { Moment } from "../change/moment.ts";
import { conflict, notFound, type Refusal } from "../change/refusal.ts";
import { forecasts } from "../schema/tables.ts";
import { indexForecasts } from "../search/index-texts.ts";
import type { Writer } from "../store.ts";

type Done = Result<{ readonly slug: string }, Refusal<null>>;

/**
 * Takes a forecast out of every list, count and standing, with a reason. Its page and its history stay, nothing can
 * be added to it, and it can be put back.
 */
export async function withdrawForecast(
  tx: Writer,
  slug: string,
  reason: string,
  { now }: Moment,
): Promise<Done> {
  const row = await findForecastRow(tx, slug);
  if (row === undefined) return notFound;
  if (row.withdrawnAt !== null) return conflict("forecast-withdrawn", null);
  await tx
    .update(forecasts)
    .set({
      withdrawnAt: now,
      withdrawnBy: await actorId(tx),
      withdrawalReason: reason,
      revision: row.revision + 1,
    })
    .where(eq(forecasts.id, row.id));
  await indexForecasts(tx, [row.id]);
  await record(tx, now, { action: "forecast-withdrawn", forecastId: row.id, reason });
  return ok({ slug });
}

/** Puts a withdrawn forecast back where it was, with a reason. */
export async function restoreForecast(
  tx: Writer,
  slug: string,
  reason: string,
  { now }: Moment,
): Promise<Done> {
  const row = await findForecastRow(tx, slug);
  if (row === undefined) return notFound;
  if (row.withdrawnAt === null) return conflict("forecast-not-withdrawn", null);
  await tx
    .update(forecasts)
    .set({ withdrawnAt: null, withdrawnBy: null, withdrawalReason: null, revision: row.revision + 1 })
    .where(eq(forecasts.id, row.id));
  await indexForecasts(tx, [row.id]);
  await record(tx, now, { action: "forecast-restored", forecastId: row.id, reason });
  return ok({ slug });
}
