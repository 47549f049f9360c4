import { eq } from "drizzle-orm";
import { ok, type Result } from "#domain/result.ts";
import { findPassage } from "#domain/sources/passage-place.ts";
import { actorId } from "../change/actor-row.ts";
import { findForecastRow } from "../change/forecast-row.ts";
import { record } from "../change/history.ts";
import { conflict, invalid, notFound, type Refusal } from "../change/refusal.ts";
import { listSame } from "../pages/addresses.ts";
import { findCopy } from "../pages/copies.ts";
import { passages } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { type EvidenceRecord, findEvidence, type Passage } from "./record.ts";

/** The words that somebody says an entry rests on, as they typed or pasted them. */
interface PassageWords {
  readonly copyId: string;
  readonly words: string;
  /** Which place is meant, where they stand at several. */
  readonly startsAt: number | null;
}

/** Marks words in a copy: they are looked for in its text, and refused where they do not stand there exactly once. */
export async function markWords(
  tx: Writer,
  evidenceId: string,
  { copyId, words, startsAt }: PassageWords,
  now: Date,
): Promise<Result<EvidenceRecord, Refusal<EvidenceRecord>>> {
  const copy = await findCopy(tx, copyId);
  if (copy === undefined) return notFound;
  const place = findPassage(copy.text ?? "", words, startsAt);
  if (!place.ok) return invalid([{ field: "words", code: place.error }]);
  const { start, end } = place.value;
  return markPassage(tx, evidenceId, { copyId, startsAt: start, endsAt: end }, now);
}

type Changed = Result<EvidenceRecord, Refusal<EvidenceRecord>>;

/** Where a person says that the words stand, UTF-16 offsets in the copy's text, the end excluded. */
export interface PassageDraft {
  readonly copyId: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

const LONGEST = 10_000;

/** The entry whose passage may be changed, with its forecast's id. */
async function changeable(
  read: Reader,
  id: string,
): Promise<Result<{ entry: EvidenceRecord; forecastId: string }, Refusal<EvidenceRecord>>> {
  const entry = await findEvidence(read, id);
  const forecast = entry && (await findForecastRow(read, entry.forecast));
  if (entry === undefined || forecast === undefined) return notFound;
  if (forecast.withdrawnAt !== null) return conflict("forecast-withdrawn", null);
  if (entry.withdrawnAt !== null) return conflict("evidence-already-withdrawn", entry);
  return ok({ entry, forecastId: forecast.id });
}

const wordsOf = (passage: Passage | null) => ({ words: passage?.words ?? null });

async function noteChange(
  tx: Writer,
  { entry, forecastId }: { readonly entry: EvidenceRecord; readonly forecastId: string },
  now: Date,
): Promise<EvidenceRecord> {
  const after = await findEvidence(tx, entry.id);
  if (after === undefined) throw new Error(`evidence ${entry.id} is gone inside its own transaction`);
  await record(tx, now, {
    action: after.passage === null ? "passage-unmarked" : "passage-marked",
    forecastId,
    subjectId: entry.id,
    ...(entry.passage && { before: wordsOf(entry.passage) }),
    ...(after.passage && { after: wordsOf(after.passage) }),
  });
  return after;
}

const isSame = (passage: Passage | null, { copyId, startsAt, endsAt }: PassageDraft): boolean =>
  passage?.copyId === copyId && passage.startsAt === startsAt && passage.endsAt === endsAt;

/**
 * Marks the words of a kept copy that an entry rests on, in place of what was marked before. Refused where the copy is
 * not of the entry's page, or no words stand there. Marking the same again leaves no trace.
 */
export async function markPassage(
  tx: Writer,
  evidenceId: string,
  draft: PassageDraft,
  now: Date,
): Promise<Changed> {
  const found = await changeable(tx, evidenceId);
  if (!found.ok) return found;
  const { entry } = found.value;
  const copy = await findCopy(tx, draft.copyId);
  if (copy === undefined || !(await listSame(tx, entry.pageId)).includes(copy.pageId)) return notFound;
  const { copyId, startsAt, endsAt } = draft;
  const words = startsAt < 0 || !Number.isInteger(startsAt) ? "" : (copy.text?.slice(startsAt, endsAt) ?? "");
  if (words.trim() === "" || words.length !== endsAt - startsAt || words.length > LONGEST)
    return invalid([{ field: "passage", code: "passage-not-in-copy" }]);
  if (isSame(entry.passage, draft)) return ok(entry);
  const passage = { copyId, startsAt, endsAt, words, recordedAt: now, recordedBy: await actorId(tx) };
  await tx
    .insert(passages)
    .values({ evidenceId, ...passage })
    .onConflictDoUpdate({ target: passages.evidenceId, set: passage });
  return ok(await noteChange(tx, found.value, now));
}

/** Lets go of the words that were marked for an entry. Where none are, nothing happens. */
export async function unmarkPassage(tx: Writer, evidenceId: string, now: Date): Promise<Changed> {
  const found = await changeable(tx, evidenceId);
  if (!found.ok) return found;
  if (found.value.entry.passage === null) return ok(found.value.entry);
  await tx.delete(passages).where(eq(passages.evidenceId, evidenceId));
  return ok(await noteChange(tx, found.value, now));
}
