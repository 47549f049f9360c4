import { randomUUID } from "node:crypto";
import type { Day } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import { sources, sourceTexts, speakers, speakerTexts } from "../schema/tables.ts";
import type { Writer } from "../store.ts";

export interface SourceEntry {
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly titleLang: Language;
  readonly url: string | null;
  readonly publisher: string;
  readonly lang: Language;
  readonly publishedOn: Day | null;
  readonly notes: readonly { readonly lang: Language; readonly note: string }[];
}

/** @returns the new source's id */
export async function insertSource(tx: Writer, { notes, ...source }: SourceEntry): Promise<string> {
  const id = randomUUID();
  await tx.insert(sources).values({ id, ...source });
  if (notes.length > 0) await tx.insert(sourceTexts).values(notes.map((note) => ({ sourceId: id, ...note })));
  return id;
}

/** @returns the new speaker's id */
export async function insertSpeaker(
  tx: Writer,
  slug: string,
  texts: readonly { readonly lang: Language; readonly name: string; readonly role: string | null }[],
): Promise<string> {
  const id = randomUUID();
  await tx.insert(speakers).values({ id, slug });
  await tx.insert(speakerTexts).values(texts.map((text) => ({ speakerId: id, ...text })));
  return id;
}
