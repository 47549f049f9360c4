import { and, asc, eq, isNull } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { ok, type Result } from "#domain/result.ts";
import { LANGUAGES, type Language, type Translated } from "#domain/vocabulary.ts";
import { newSlug } from "../change/free-slug.ts";
import { record } from "../change/history.ts";
import type { Moment } from "../change/moment.ts";
import { conflict, invalid, type Refusal } from "../change/refusal.ts";
import { sources } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { insertSource } from "./insert.ts";

/** Where forecasts were said, before it is on record. */
export interface SourceDraft {
  /** Left out, it is made from the title. */
  readonly slug?: string;
  readonly kind: string;
  readonly title: string;
  readonly titleLang: Language;
  /** Where it is to be read or heard; null where it has no address. */
  readonly url: string | null;
  readonly publisher: string;
  /** The language of what is quoted from it. */
  readonly lang: Language;
  readonly publishedOn: Day | null;
  readonly note: Translated;
}

/** A record by its id and what it is called. */
export interface NamedRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

const noteTexts = (note: Translated) =>
  LANGUAGES.flatMap((lang) => {
    const text = note[lang];
    return text === null ? [] : [{ lang, note: text }];
  });

/** The source under a draft's link; for a draft without a link, the one of its title, publisher and day. */
async function findKnown(
  read: Reader,
  { url, title, publisher, publishedOn }: Pick<SourceDraft, "url" | "title" | "publisher" | "publishedOn">,
): Promise<NamedRecord | undefined> {
  const ofThatDay = publishedOn === null ? isNull(sources.publishedOn) : eq(sources.publishedOn, publishedOn);
  const isCalledSo = and(eq(sources.title, title), eq(sources.publisher, publisher), ofThatDay);
  const [known] = await read
    .select({ id: sources.id, slug: sources.slug, title: sources.title })
    .from(sources)
    .where(url === null ? isCalledSo : eq(sources.url, url))
    .orderBy(asc(sources.slug))
    .limit(1);
  return known;
}

/**
 * Puts a source on record. Refused when there is one under this very link, or for one without a link when there is one
 * of the same title, publisher and day (`current` is that one), or it would be published after today.
 *
 * @param seeded the change that it is a part of
 */
export async function createSource(
  tx: Writer,
  draft: SourceDraft,
  { now, today }: Moment,
  seeded: { readonly partOf?: string } = {},
): Promise<Result<NamedRecord, Refusal<NamedRecord>>> {
  const { note, slug: wanted, ...source } = draft;
  if (source.publishedOn !== null && source.publishedOn > today) {
    return invalid([{ field: "publishedOn", code: "published-in-future", day: today }]);
  }
  const known = await findKnown(tx, source);
  if (known !== undefined) return conflict(source.url === null ? "source-alike" : "source-exists", known);
  const slug = wanted ?? (await newSlug(tx, sources, source.title, "source"));
  const id = await insertSource(tx, { ...source, slug, notes: noteTexts(note) });
  const { title, titleLang, url, publisher, lang, publishedOn } = source;
  await record(tx, now, {
    action: "source-recorded",
    subjectId: id,
    after: { slug, title, titleLang, url, publisher, lang, publishedOn },
    partOf: seeded.partOf,
  });
  return ok({ id, slug, title });
}
