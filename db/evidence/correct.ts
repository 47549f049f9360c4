import { eq } from "drizzle-orm";
import { ok } from "#domain/result.ts";
import { difference, record } from "../change/history.ts";
import type { ChangeBasis, Moment } from "../change/moment.ts";
import { conflict, notFound } from "../change/refusal.ts";
import { findPageOf } from "../pages/addresses.ts";
import { correctPage, findPage, insertPage } from "../pages/pages.ts";
import { askForVisit, visitBy } from "../pages/watches.ts";
import { evidence } from "../schema/tables.ts";
import { indexForecasts } from "../search/index-texts.ts";
import type { Writer } from "../store.ts";
import { findEarlierEntry } from "./earlier-entry.ts";
import { type Changed, isOfWithdrawn, publishedAhead, reread, snapshot } from "./log.ts";
import { type EvidenceDraft, findEvidence } from "./record.ts";
import { refuseUnstated } from "./stated-criteria.ts";

/**
 * Corrects an entry. Title, publisher, author and date are the page's, so they change wherever it is logged; a changed
 * link is what is visited from then on, `visitAt` first, where that is given; where it is another page's, it moves only
 * this entry to that page. Refused when somebody else has corrected it since it was seen, on this forecast or by its
 * page on another (`current` is how it stands now). A correction that changes nothing leaves no trace.
 *
 * @param patch what is corrected; what is left out stays
 */
export async function correctEvidence(
  tx: Writer,
  id: string,
  patch: Partial<EvidenceDraft>,
  { revision, reason }: ChangeBasis,
  { now, today }: Moment,
  { visitAt }: { readonly visitAt?: Date } = {},
): Promise<Changed> {
  const before = await findEvidence(tx, id);
  const [row] = await tx.select().from(evidence).where(eq(evidence.id, id));
  if (before === undefined || row === undefined) return notFound;
  if (await isOfWithdrawn(tx, row.forecastId)) return conflict("forecast-withdrawn", null);
  if (before.withdrawnAt !== null) return conflict("evidence-already-withdrawn", before);
  if (revision !== before.revision) return conflict("evidence-changed", before);
  // The criterion that it was logged with may be gone from the forecast meanwhile.
  const criterionNow = patch.criterion === before.criterion ? null : (patch.criterion ?? null);
  const unfit =
    publishedAhead(patch.publishedOn ?? null, today) ??
    (await refuseUnstated(tx, before.forecast, criterionNow));
  if (unfit !== null) return unfit;
  const url = patch.url ?? before.url;
  const own = await findPage(tx, row.pageId);
  const target = url === before.url ? own : await findPageOf(tx, url);
  const moved = target === undefined || target.id !== row.pageId;
  const earlier = moved ? await findEarlierEntry(tx, row.forecastId, url, target?.id, id) : undefined;
  if (earlier !== undefined) return conflict("evidence-exists", earlier);

  const page = moved ? target : own;
  const known = moved ? (page ?? before) : before;
  // A form sends every field: one left as it was is no correction of the page that the link now leads to.
  const corrected = <T>(typed: T | undefined, was: T, there: T): T =>
    typed === undefined || (moved && typed === was) ? there : typed;
  const details = {
    title: corrected(patch.title, before.title, known.title),
    publisher: corrected(patch.publisher, before.publisher, known.publisher),
    author: corrected(patch.author, before.author, known.author),
    publishedOn: corrected(patch.publishedOn, before.publishedOn, known.publishedOn),
  };
  const { stance = before.stance, strength = before.strength, summary = before.summary } = patch;
  const { kind = before.kind, criterion = before.criterion, archiveUrl = before.archiveUrl } = patch;
  const within = { forecastId: row.forecastId, reason };
  const pageId = page?.id ?? (await insertPage(tx, url, details));
  const alsoOn = page === undefined ? 0 : await correctPage(tx, page, details, within, now);
  const lang = details.title === before.title && summary === before.summary ? before.lang : null;
  const said = { url, stance, strength, summary, kind, criterion, archiveUrl };
  const changed = difference(snapshot(before), { ...said, ...details });
  await tx
    .update(evidence)
    .set({ ...said, pageId, lang, revision: changed === null ? revision : revision + 1 })
    .where(eq(evidence.id, id));
  if (!moved && url !== before.url) await visitBy(tx, pageId, url);
  if (url !== before.url && visitAt !== undefined) await askForVisit(tx, { pageId, url, dueAt: visitAt });
  await indexForecasts(tx, [row.forecastId]);
  if (changed !== null) {
    await record(tx, now, {
      action: "evidence-corrected",
      forecastId: row.forecastId,
      subjectId: id,
      reason,
      ...changed,
    });
  }
  return ok({ entry: await reread(tx, id), alsoOn });
}
