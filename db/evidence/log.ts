import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { addressKeys } from "#domain/pages/link.ts";
import { ok, type Result } from "#domain/result.ts";
import type { Language } from "#domain/vocabulary.ts";
import { actorId } from "../change/actor-row.ts";
import { findForecastRow } from "../change/forecast-row.ts";
import { record } from "../change/history.ts";
import type { Moment } from "../change/moment.ts";
import { conflict, invalid, notFound, type Refusal } from "../change/refusal.ts";
import { findPageOf, ownAddress } from "../pages/addresses.ts";
import { correctPage, insertPage } from "../pages/pages.ts";
import { askForVisit } from "../pages/watches.ts";
import { evidence, forecasts } from "../schema/tables.ts";
import { indexForecasts } from "../search/index-texts.ts";
import type { Reader, Writer } from "../store.ts";
import { findEarlierEntry } from "./earlier-entry.ts";
import { type EvidenceDraft, type EvidenceRecord, findEvidence } from "./record.ts";
import { refuseUnstated } from "./stated-criteria.ts";

/** What became of a change to evidence: the entry as it now is, and on how many other forecasts its page changed. */
export interface EvidenceChange {
  readonly entry: EvidenceRecord;
  readonly alsoOn: number;
}

export type Changed = Result<EvidenceChange, Refusal<EvidenceRecord>>;

export const publishedAhead = (publishedOn: Day | null, today: Day) =>
  publishedOn !== null && publishedOn > today
    ? invalid([{ field: "publishedOn", code: "published-in-future", day: today }])
    : null;

/** What the history keeps of an entry, and what its revisions count the changes of. */
export const snapshot = (entry: EvidenceRecord) => {
  const { url, title, publisher, author, publishedOn, stance, strength, summary } = entry;
  const { kind, criterion, archiveUrl } = entry;
  return {
    url,
    title,
    publisher,
    author,
    publishedOn,
    stance,
    strength,
    summary,
    kind,
    criterion,
    archiveUrl,
  };
};

/** What an entry of the history keeps of a whole record: what may be left unsaid, only where it is said. */
function told(entry: EvidenceRecord) {
  const { author, kind, criterion, archiveUrl, ...all } = snapshot(entry);
  return {
    ...all,
    ...(author && { author }),
    ...(kind && { kind }),
    ...(criterion && { criterion }),
    ...(archiveUrl && { archiveUrl }),
  };
}

/** The entry as it now is, inside the transaction that has just changed it. */
export async function reread(tx: Writer, id: string): Promise<EvidenceRecord> {
  const entry = await findEvidence(tx, id);
  if (entry === undefined) throw new Error(`evidence ${id} is gone inside its own transaction`);
  return entry;
}

/** Whether a forecast is withdrawn, so that nothing of it is changed. */
export async function isOfWithdrawn(read: Reader, forecastId: string): Promise<boolean> {
  const [found] = await read
    .select({ withdrawnAt: forecasts.withdrawnAt })
    .from(forecasts)
    .where(eq(forecasts.id, forecastId));
  return found !== undefined && found.withdrawnAt !== null;
}

/**
 * Makes the page behind a link, unless it is known. A page that is known takes the details typed now; an unknown date
 * or author does not erase a known one.
 */
async function pageOf(
  tx: Writer,
  page: Awaited<ReturnType<typeof findPageOf>>,
  draft: EvidenceDraft,
  within: { readonly forecastId: string; readonly reason?: string | null },
  now: Date,
): Promise<{ pageId: string; alsoOn: number }> {
  const said = { ...draft, author: draft.author ?? null };
  if (page === undefined) return { pageId: await insertPage(tx, draft.url, said), alsoOn: 0 };
  if (addressKeys(draft.url).length > 1) await ownAddress(tx, page.id, draft.url);
  const { author, publishedOn } = page;
  const details = {
    ...said,
    author: said.author ?? author,
    publishedOn: said.publishedOn ?? publishedOn,
  };
  return { pageId: page.id, alsoOn: await correctPage(tx, page, details, within, now) };
}

/**
 * Logs a page on a forecast. Refused when the forecast is unknown, the page is already on it (the earlier entry
 * comes back as `current`), the page would be published after today, or the forecast has no such criterion.
 *
 * @param more when its page is to be visited, where it is; for records of ours, the change that they are a part of, and
 * the language that they are in
 */
export async function logEvidence(
  tx: Writer,
  slug: string,
  draft: EvidenceDraft,
  { now, today }: Moment,
  more: { readonly visitAt?: Date; readonly partOf?: string; readonly lang?: Language } = {},
): Promise<Changed> {
  const forecast = await findForecastRow(tx, slug);
  if (forecast === undefined) return notFound;
  if (forecast.withdrawnAt !== null) return conflict("forecast-withdrawn", null);
  const unfit =
    publishedAhead(draft.publishedOn, today) ?? (await refuseUnstated(tx, slug, draft.criterion ?? null));
  if (unfit !== null) return unfit;
  const page = await findPageOf(tx, draft.url);
  const earlier = await findEarlierEntry(tx, forecast.id, draft.url, page?.id);
  if (earlier !== undefined) return conflict("evidence-exists", earlier);

  const { pageId, alsoOn } = await pageOf(tx, page, draft, { forecastId: forecast.id }, now);
  const id = randomUUID();
  const { url, stance, strength, summary, kind = null, criterion = null, archiveUrl = null } = draft;
  await tx.insert(evidence).values({
    id,
    forecastId: forecast.id,
    pageId,
    url,
    stance,
    strength,
    summary,
    kind,
    criterion,
    archiveUrl,
    lang: more.lang ?? null,
    revision: 1,
    recordedAt: now,
    recordedBy: await actorId(tx),
  });
  if (more.visitAt !== undefined) await askForVisit(tx, { pageId, url, dueAt: more.visitAt });
  await indexForecasts(tx, [forecast.id]);
  const entry = await reread(tx, id);
  await record(tx, now, {
    action: "evidence-logged",
    forecastId: forecast.id,
    subjectId: id,
    after: told(entry),
    partOf: more.partOf,
  });
  return ok({ entry, alsoOn });
}

/** Takes an entry back, with a reason. It stays readable, can no longer be cited, and the page may be logged anew. */
export async function withdrawEvidence(
  tx: Writer,
  id: string,
  reason: string,
  { now }: Moment,
): Promise<Changed> {
  const before = await findEvidence(tx, id);
  const [row] = await tx
    .select({ forecastId: evidence.forecastId })
    .from(evidence)
    .where(eq(evidence.id, id));
  if (before === undefined || row === undefined) return notFound;
  if (await isOfWithdrawn(tx, row.forecastId)) return conflict("forecast-withdrawn", null);
  if (before.withdrawnAt !== null) return conflict("evidence-already-withdrawn", before);
  await tx
    .update(evidence)
    .set({ withdrawnAt: now, withdrawnBy: await actorId(tx), withdrawalReason: reason })
    .where(eq(evidence.id, id));
  await indexForecasts(tx, [row.forecastId]);
  await record(tx, now, {
    action: "evidence-withdrawn",
    forecastId: row.forecastId,
    subjectId: id,
    reason,
    before: told(before),
  });
  return ok({ entry: await reread(tx, id), alsoOn: 0 });
}
