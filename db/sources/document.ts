import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { KeptText } from "#domain/sources/transcript.ts";
import { actorId, shownName } from "../change/actor-row.ts";
import { record } from "../change/history.ts";
import type { Moment } from "../change/moment.ts";
import { conflict, invalid, type Refusal } from "../change/refusal.ts";
import { forecasts, sourceDocuments, sources } from "../schema/tables.ts";
import { indexSourceText } from "../search/index-texts.ts";
import type { Reader, Writer } from "../store.ts";
import { createSource, type NamedRecord, type SourceDraft } from "./create.ts";
import { placeQuotes } from "./quote-places.ts";

/** A text that is to be kept with its source. */
export interface DocumentDraft {
  readonly kept: KeptText;
  /** The day on which its words were said. */
  readonly saidOn: Day;
}

/** A text as it is kept. */
export interface SourceDocument extends KeptText {
  readonly sha256: string;
  readonly saidOn: Day;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** The hash that names a text, wherever it is kept. */
export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Keeps a text with a source on record, and finds the quotes of its forecasts in it. Refused where the source has one
 * already: it is what its quotes were taken from (`current` is the source).
 */
export async function keepDocument(
  tx: Writer,
  source: NamedRecord,
  { kept, saidOn }: DocumentDraft,
  { now, today }: Moment,
): Promise<Result<NamedRecord, Refusal<NamedRecord>>> {
  if (saidOn > today) return invalid([{ field: "saidOn", code: "said-in-future", day: today }]);
  const [known] = await tx
    .select({ id: sourceDocuments.sourceId })
    .from(sourceDocuments)
    .where(eq(sourceDocuments.sourceId, source.id));
  if (known !== undefined) return conflict("text-kept-already", source);
  const { format, text, times } = kept;
  const sha256 = hashOf(text);
  const recorded = { recordedAt: now, recordedBy: await actorId(tx) };
  await tx
    .insert(sourceDocuments)
    .values({ sourceId: source.id, format, text, times, sha256, saidOn, ...recorded });
  const quoted = await tx
    .select({ forecastId: forecasts.id })
    .from(forecasts)
    .where(eq(forecasts.sourceId, source.id));
  await placeQuotes(tx, quoted);
  await indexSourceText(tx, source.id, text);
  await record(tx, now, {
    action: "text-kept",
    subjectId: source.id,
    after: { slug: source.slug, title: source.title, format, saidOn, characters: text.length, sha256 },
  });
  return ok(source);
}

/** Puts a source on record, with its text where there is one to keep. */
export async function createSourceWithText(
  tx: Writer,
  draft: SourceDraft,
  document: DocumentDraft | null,
  moment: Moment,
): Promise<Result<NamedRecord, Refusal<NamedRecord>>> {
  const made = await createSource(tx, draft, moment);
  if (document === null) return made;
  if (made.ok) return keepDocument(tx, made.value, document, moment);
  if (made.error.kind !== "invalid" || document.saidOn <= moment.today) return made;
  const faults = [{ field: "saidOn", code: "said-in-future", day: moment.today } as const];
  return err({ kind: "invalid", faults: [...made.error.faults, ...faults] });
}

/** A source by its slug and what it is called; undefined when there is none. */
export async function findNamedSource(read: Reader, slug: string): Promise<NamedRecord | undefined> {
  const [found] = await read
    .select({ id: sources.id, slug: sources.slug, title: sources.title })
    .from(sources)
    .where(eq(sources.slug, slug));
  return found;
}

/** The text of a source; undefined when none is kept. */
export async function findDocument(read: Reader, slug: string): Promise<SourceDocument | undefined> {
  const [found] = await read
    .select({ document: sourceDocuments, recordedBy: shownName(sourceDocuments.recordedBy) })
    .from(sourceDocuments)
    .innerJoin(sources, eq(sources.id, sourceDocuments.sourceId))
    .where(eq(sources.slug, slug));
  if (found === undefined) return undefined;
  const { sourceId: _, ...document } = found.document;
  return { ...document, recordedBy: found.recordedBy };
}

/** What is to be told of a source's text without reading it; undefined when none is kept. */
export async function findDocumentFacts(
  read: Reader,
  slug: string,
): Promise<Pick<SourceDocument, "format" | "sha256" | "saidOn" | "recordedAt" | "recordedBy"> | undefined> {
  const { format, sha256, saidOn, recordedAt } = sourceDocuments;
  const [found] = await read
    .select({ format, sha256, saidOn, recordedAt, recordedBy: shownName(sourceDocuments.recordedBy) })
    .from(sourceDocuments)
    .innerJoin(sources, eq(sources.id, sourceDocuments.sourceId))
    .where(eq(sources.slug, slug));
  return found;
}
