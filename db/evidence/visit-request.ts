import { mayAskAgain } from "#domain/pages/revisit.ts";
import { ok, type Result } from "#domain/result.ts";
import { conflict, notFound, type Refusal } from "../change/refusal.ts";
import { listVisits } from "../pages/visit-log.ts";
import { askForVisit } from "../pages/watches.ts";
import type { Writer } from "../store.ts";
import { type EvidenceRecord, findEvidence } from "./record.ts";

/**
 * Has the page of an entry visited now, also one that nobody has ever asked for. It answers before the visit is made,
 * and leaves no trace in the history: it changes no record of ours. Refused where the entry is withdrawn, and where the
 * page was visited just before, so that nobody can have us press a site.
 *
 * @returns the entry, its link due
 */
export async function requestVisit(
  tx: Writer,
  evidenceId: string,
  now: Date,
): Promise<Result<EvidenceRecord, Refusal<EvidenceRecord>>> {
  const entry = await findEvidence(tx, evidenceId);
  if (entry === undefined) return notFound;
  if (entry.withdrawnAt !== null) return conflict("evidence-already-withdrawn", entry);
  const [last] = await listVisits(tx, entry.pageId, { limit: 1 });
  if (last !== undefined && !mayAskAgain(last.at, now)) return conflict("visited-just-now", entry);
  await askForVisit(tx, { pageId: entry.pageId, url: entry.url, dueAt: now });
  return ok((await findEvidence(tx, evidenceId)) ?? entry);
}
