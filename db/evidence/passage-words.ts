import type { Result } from "../../domain/result.ts";
import { findPassage } from "../../domain/sources/passage-place.ts";
import { invalid, notFound, type Refusal } from "../change/refusal.ts";
import { findCopy } from "../pages/copies.ts";
import type { Actor, Writer } from "../store.ts";
import { markPassage } from "./passages.ts";
import type { EvidenceRecord } from "./record.ts";

/** The words that somebody says an entry rests on, as they typed or pasted them. */
export interface PassageWords {
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
  actor: Actor,
  now: Date,
): Promise<Result<EvidenceRecord, Refusal<EvidenceRecord>>> {
  const copy = await findCopy(tx, copyId);
  if (copy === undefined) return notFound;
  const place = findPassage(copy.text ?? "", words, startsAt);
  if (!place.ok) return invalid([{ field: "words", code: place.error }]);
  const { start, end } = place.value;
  return markPassage(tx, evidenceId, { copyId, startsAt: start, endsAt: end }, actor, now);
}
