import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Day } from "../domain/day.ts";
import { linkKey } from "../domain/link.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Language } from "../domain/vocabulary.ts";
import {
  type EvidenceDraft,
  type EvidenceRecord,
  findEvidence,
  findEvidenceOfPage,
} from "./evidence-record.ts";
import { findForecastRow } from "./forecast-row.ts";
import { difference, record } from "./history.ts";
import { correctPage, findPage, insertPage } from "./pages.ts";
import { conflict, invalid, notFound, type Refusal } from "./refusal.ts";
import { evidence, forecasts } from "./schema.ts";
import { indexForecasts } from "./search-index.ts";
import type { Actor, Reader, Writer } from "./store.ts";

/** What became of a change to evidence: the entry as it now is, and on how many other forecasts its page changed. */
export interface EvidenceChange {
  readonly entry: EvidenceRecord;
  readonly alsoOn: number;
}

type Changed = Result<EvidenceChange, Refusal<EvidenceRecord>>;

/** When a change is made. */
export interface Moment {
  readonly now: Date;
  readonly today: Day;
}

const publishedAhead = (publishedOn: Day | null, today: Day) =>
  publishedOn !== null && publishedOn > today
    ? invalid([{ field: "publishedOn", code: "published-in-future", day: today }])
    : null;

const snapshot = ({ url, title, publisher, publishedOn, stance, strength, summary }: EvidenceDraft) => ({
  url,
  title,
  publisher,
  publishedOn,
  stance,
  strength,
  summary,
});

async function reread(tx: Writer, id: string): Promise<EvidenceRecord> {
  const entry = await findEvidence(tx, id);
  if (entry === undefined) throw new Error(`evidence ${id} is gone inside its own transaction`);
  return entry;
}

async function isOfWithdrawn(read: Reader, forecastId: string): Promise<boolean> {
  const [found] = await read
    .select({ withdrawnAt: forecasts.withdrawnAt })
    .from(forecasts)
    .where(eq(forecasts.id, forecastId));
  return found !== undefined && found.withdrawnAt !== null;
}

/** Finds or makes the page behind a link. A page that is known takes the details typed now; an unknown date does not erase a known one. */
async function pageOf(
  tx: Writer,
  draft: EvidenceDraft,
  within: { readonly forecastId: string; readonly reason?: string | null },
  actor: Actor,
  now: Date,
): Promise<{ pageId: string; alsoOn: number }> {
  const key = linkKey(draft.url);
  const page = await findPage(tx, key);
  if (page === undefined) return { pageId: await insertPage(tx, key, draft), alsoOn: 0 };
  const details = { ...draft, publishedOn: draft.publishedOn ?? page.publishedOn };
  return { pageId: page.id, alsoOn: await correctPage(tx, page, details, within, actor, now) };
}

/**
 * Logs a page on a forecast. Refused when the forecast is unknown, the page is already on it (the earlier entry
 * comes back as `current`), or the page would be published after today.
 *
 * @param seeded for records of ours: the change they are a part of, and the language they are in
 */
export async function logEvidence(
  tx: Writer,
  slug: string,
  draft: EvidenceDraft,
  actor: Actor,
  { now, today }: Moment,
  seeded: { readonly partOf?: string; readonly lang?: Language } = {},
): Promise<Changed> {
  const forecast = await findForecastRow(tx, slug);
  if (forecast === undefined) return notFound;
  if (forecast.withdrawnAt !== null) return conflict("forecast-withdrawn", null);
  const ahead = publishedAhead(draft.publishedOn, today);
  if (ahead !== null) return ahead;
  const earlier = await findEvidenceOfPage(tx, forecast.id, linkKey(draft.url));
  if (earlier !== undefined) return conflict("evidence-exists", earlier);

  const { pageId, alsoOn } = await pageOf(tx, draft, { forecastId: forecast.id }, actor, now);
  const id = randomUUID();
  const { url, stance, strength, summary } = draft;
  await tx.insert(evidence).values({
    id,
    forecastId: forecast.id,
    pageId,
    url,
    stance,
    strength,
    summary,
    lang: seeded.lang ?? null,
    recordedAt: now,
    recordedBy: actor.by,
  });
  await indexForecasts(tx, [forecast.id]);
  const entry = await reread(tx, id);
  await record(tx, actor, now, {
    action: "evidence-logged",
    forecastId: forecast.id,
    subjectId: id,
    after: snapshot(entry),
    partOf: seeded.partOf,
  });
  return ok({ entry, alsoOn });
}

/**
 * Corrects an entry. Title, publisher and date are the page's, so they change wherever it is logged; a changed link
 * moves only this entry to that link's page. A correction that changes nothing leaves no trace.
 */
export async function correctEvidence(
  tx: Writer,
  id: string,
  patch: Partial<EvidenceDraft>,
  reason: string | null,
  actor: Actor,
  { now, today }: Moment,
): Promise<Changed> {
  const before = await findEvidence(tx, id);
  const [row] = await tx.select().from(evidence).where(eq(evidence.id, id));
  if (before === undefined || row === undefined) return notFound;
  if (await isOfWithdrawn(tx, row.forecastId)) return conflict("forecast-withdrawn", null);
  if (before.withdrawnAt !== null) return conflict("evidence-already-withdrawn", before);
  const ahead = publishedAhead(patch.publishedOn ?? null, today);
  if (ahead !== null) return ahead;
  const url = patch.url ?? before.url;
  const moved = linkKey(url) !== linkKey(before.url);
  const earlier = moved ? await findEvidenceOfPage(tx, row.forecastId, linkKey(url)) : undefined;
  if (earlier !== undefined) return conflict("evidence-exists", earlier);

  const page = await findPage(tx, linkKey(url));
  const known = moved ? (page ?? before) : before;
  // A form sends every field: one left as it was is no correction of the page that the link now leads to.
  const corrected = <T>(typed: T | undefined, was: T, there: T): T =>
    typed === undefined || (moved && typed === was) ? there : typed;
  const details = {
    title: corrected(patch.title, before.title, known.title),
    publisher: corrected(patch.publisher, before.publisher, known.publisher),
    publishedOn: corrected(patch.publishedOn, before.publishedOn, known.publishedOn),
  };
  const { stance = before.stance, strength = before.strength, summary = before.summary } = patch;
  const within = { forecastId: row.forecastId, reason };
  const pageId = page?.id ?? (await insertPage(tx, linkKey(url), details));
  const alsoOn = page === undefined ? 0 : await correctPage(tx, page, details, within, actor, now);
  const lang = details.title === before.title && summary === before.summary ? before.lang : null;
  await tx.update(evidence).set({ url, pageId, stance, strength, summary, lang }).where(eq(evidence.id, id));
  await indexForecasts(tx, [row.forecastId]);
  const entry = await reread(tx, id);
  const changed = difference(snapshot(before), snapshot(entry));
  if (changed !== null) {
    await record(tx, actor, now, {
      action: "evidence-corrected",
      forecastId: row.forecastId,
      subjectId: id,
      reason,
      ...changed,
    });
  }
  return ok({ entry, alsoOn });
}

/** Takes an entry back, with a reason. It stays readable, can no longer be cited, and the page may be logged anew. */
export async function withdrawEvidence(
  tx: Writer,
  id: string,
  reason: string,
  actor: Actor,
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
    .set({ withdrawnAt: now, withdrawnBy: actor.by, withdrawalReason: reason })
    .where(eq(evidence.id, id));
  await indexForecasts(tx, [row.forecastId]);
  await record(tx, actor, now, {
    action: "evidence-withdrawn",
    forecastId: row.forecastId,
    subjectId: id,
    reason,
    before: snapshot(before),
  });
  return ok({ entry: await reread(tx, id), alsoOn: 0 });
}
