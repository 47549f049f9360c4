import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { ok, type Result } from "#domain/result.ts";
import { judgementFaults } from "#domain/verdicts/judgement.ts";
import { unmetCodes } from "#domain/verdicts/readiness.ts";
import { decideVerdictStep, type VerdictStep } from "#domain/verdicts/verdict.ts";
import { recordOf } from "#domain/vocabulary.ts";
import { actorId } from "../change/actor-row.ts";
import { findForecastRow } from "../change/forecast-row.ts";
import { record } from "../change/history.ts";
import type { Moment, ZonedMoment } from "../change/moment.ts";
import { type ChangeFault, conflict, invalid, notFound, type Refusal } from "../change/refusal.ts";
import { weigh } from "../evidence/weigh.ts";
import { readCitations } from "../forecasts/citations.ts";
import { isHeldToOther } from "../forecasts/list-changes.ts";
import { readStored, type StoredForecast } from "../forecasts/stored.ts";
import { findStanding, toVerdict, type VerdictRecord, verdictColumns } from "../forecasts/verdict-record.ts";
import { citations, evidence, type forecasts, SAID_IN_VERDICT, verdicts } from "../schema/tables.ts";
import { indexForecasts } from "../search/index-texts.ts";
import type { Reader, Writer } from "../store.ts";

type Said = Pick<VerdictRecord, (typeof SAID_IN_VERDICT)[number]>;

/** What a judge says, and which verdict it takes the place of. */
export interface VerdictDraft extends Said {
  /** The verdict that the judge saw standing; null when they saw none. */
  readonly replaces: string | null;
  readonly replacesReason: string | null;
  /** The revision of the forecast that the judge saw; null or not given where they do not say. */
  readonly revision?: number | null;
}

type Forecast = typeof forecasts.$inferSelect;
type Changed = Result<VerdictRecord, Refusal<VerdictRecord>>;

/** Every verdict of a forecast, in the order in which they were given. */
export async function listVerdicts(read: Reader, slug: string): Promise<readonly VerdictRecord[]> {
  const forecast = await findForecastRow(read, slug);
  if (forecast === undefined) return [];
  const rows = await read
    .select(verdictColumns)
    .from(verdicts)
    .where(eq(verdicts.forecastId, forecast.id))
    // One ended before the next was given, and at most one has not ended.
    .orderBy(sql`${verdicts.endedAt} is null`, asc(verdicts.endedAt), asc(verdicts.recordedAt));
  const cited = await readCitations(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toVerdict(forecast, row, cited.get(row.id) ?? []));
}

async function citationFaults(
  read: Reader,
  forecast: Forecast,
  ids: readonly string[],
): Promise<readonly ChangeFault[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .select({ id: evidence.id, withdrawnAt: evidence.withdrawnAt })
    .from(evidence)
    .where(and(eq(evidence.forecastId, forecast.id), inArray(evidence.id, [...ids])));
  if (rows.length < new Set(ids).size) return [{ field: "evidenceIds", code: "evidence-not-of-forecast" }];
  return rows.some(({ withdrawnAt }) => withdrawnAt !== null)
    ? [{ field: "evidenceIds", code: "evidence-withdrawn" }]
    : [];
}

async function end(tx: Writer, id: string, ending: "replaced" | "withdrawn", reason: string, now: Date) {
  await tx
    .update(verdicts)
    .set({ endedAt: now, endedBy: await actorId(tx), ending, endReason: reason })
    .where(eq(verdicts.id, id));
}

const snapshot = (verdict: VerdictRecord) => ({
  ...recordOf(SAID_IN_VERDICT, (field) => verdict[field]),
  ...(verdict.against?.length && { against: verdict.against }),
});

async function insert(
  tx: Writer,
  forecast: Forecast,
  draft: VerdictDraft,
  against: readonly string[],
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const { evidenceIds, replaces: _replaces, replacesReason: _why, revision: _seen, ...judged } = draft;
  await tx.insert(verdicts).values({
    ...judged,
    id,
    forecastId: forecast.id,
    against,
    recordedAt: now,
    recordedBy: await actorId(tx),
  });
  const cited = [...new Set(evidenceIds)];
  if (cited.length > 0) {
    const seen = await tx
      .select({ evidenceId: evidence.id, revision: evidence.revision })
      .from(evidence)
      .where(inArray(evidence.id, cited));
    await tx
      .insert(citations)
      .values(seen.map((one) => ({ ...one, verdictId: id, forecastId: forecast.id })));
  }
  return id;
}

/**
 * Gives a forecast its verdict, or replaces the one that stands. Refused when another one stands than the judge saw
 * (`current` is that one, null when it was withdrawn meanwhile), when the claim, the window or the criteria are not
 * those of the revision they saw (`current` is the forecast as it is now), or when days, outcome or citations do not
 * fit. It keeps what of the checklist was not met at that moment (see docs/decisions/017).
 */
export async function giveVerdict(
  tx: Writer,
  slug: string,
  draft: VerdictDraft,
  { now, today, timeZone }: ZonedMoment,
): Promise<Result<VerdictRecord, Refusal<VerdictRecord | StoredForecast>>> {
  const forecast = await findForecastRow(tx, slug);
  if (forecast === undefined) return notFound;
  if (forecast.withdrawnAt !== null) return conflict("forecast-withdrawn", null);
  const standing = await findStanding(tx, forecast);
  const step: VerdictStep = { kind: "give", replaces: draft.replaces };
  const change = decideVerdictStep(standing?.id ?? null, step);
  if (!change.ok) return conflict(change.error, standing);
  const { revision = null } = draft;
  if (revision !== null && (await isHeldToOther(tx, forecast, revision))) {
    return conflict("changed-while-judged", await readStored(tx, forecast));
  }
  const faults = [
    ...judgementFaults(forecast, draft, today),
    ...(await citationFaults(tx, forecast, draft.evidenceIds)),
  ];
  if (faults.length > 0) return invalid(faults);
  const weighed = await weigh(tx, slug, today, timeZone);
  const against = weighed === undefined ? [] : unmetCodes(weighed.readiness, draft.outcome);

  if (change.value.kind === "replaced") {
    await end(tx, change.value.ends, "replaced", draft.replacesReason ?? "", now);
  }
  const id = await insert(tx, forecast, draft, against, now);
  await indexForecasts(tx, [forecast.id]);
  const given = await findStanding(tx, forecast);
  if (given === null) throw new Error(`verdict ${id} is gone inside its own transaction`);
  await record(tx, now, {
    action: change.value.kind === "replaced" ? "verdict-replaced" : "verdict-given",
    forecastId: forecast.id,
    subjectId: id,
    reason: draft.replacesReason,
    before: standing === null ? undefined : snapshot(standing),
    after: snapshot(given),
  });
  return ok(given);
}

/** Takes the standing verdict back, with a reason; none stands afterwards. */
export async function withdrawVerdict(
  tx: Writer,
  slug: string,
  id: string,
  reason: string,
  { now }: Moment,
): Promise<Changed> {
  const forecast = await findForecastRow(tx, slug);
  if (forecast === undefined) return notFound;
  if (forecast.withdrawnAt !== null) return conflict("forecast-withdrawn", null);
  const [named] = await tx
    .select({ id: verdicts.id })
    .from(verdicts)
    .where(and(eq(verdicts.id, id), eq(verdicts.forecastId, forecast.id)));
  if (named === undefined) return notFound;
  const standing = await findStanding(tx, forecast);
  const change = decideVerdictStep(standing?.id ?? null, { kind: "withdraw", verdict: id });
  if (!change.ok || standing === null) return conflict("other-verdict-stands", standing);
  await end(tx, id, "withdrawn", reason, now);
  await indexForecasts(tx, [forecast.id]);
  await record(tx, now, {
    action: "verdict-withdrawn",
    forecastId: forecast.id,
    subjectId: id,
    reason,
    before: snapshot(standing),
  });
  return ok({ ...standing, ending: { kind: "withdrawn", at: now, by: tx.actor.name, reason } });
}
