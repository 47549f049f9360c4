import { TEXT_FORMATS, type TextFormat, type TimedPlace } from "#domain/sources/transcript.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { doneBy } from "./actors.ts";
import {
  check,
  day,
  id,
  instant,
  isDayShaped,
  isOneOf,
  json,
  language,
  primaryKey,
  table,
  text,
} from "./dialect.ts";

// Who said something, and where.

export const sources = table(
  "sources",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    titleLang: language("title_lang"),
    /** Null for what has no address, such as a talk of which there is a transcript. */
    url: text("url"),
    publisher: text("publisher").notNull(),
    /** The language of what is quoted from it. */
    lang: language("lang"),
    publishedOn: day("published_on"),
  },
  (t) => [
    check("sources_lang", isOneOf(t.lang, LANGUAGES)),
    check("sources_title_lang", isOneOf(t.titleLang, LANGUAGES)),
    check("sources_published_on", isDayShaped(t.publishedOn)),
  ],
);

export const sourceTexts = table(
  "source_texts",
  {
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    lang: language("lang"),
    note: text("note").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.lang] }),
    check("source_texts_lang", isOneOf(t.lang, LANGUAGES)),
  ],
);

/** The text of a source, as it is kept: every place of a quote in it is one of `text`. Written once. */
export const sourceDocuments = table(
  "source_documents",
  {
    sourceId: text("source_id")
      .primaryKey()
      .references(() => sources.id),
    format: text("format").$type<TextFormat>().notNull(),
    text: text("text").notNull(),
    /** When its words are spoken; empty for what is no captions. */
    times: json<readonly TimedPlace[]>("times").notNull(),
    /** Of the text in UTF-8, in hexadecimal. */
    sha256: text("sha256").notNull(),
    /** The day on which its words were said, which spans are counted from. */
    saidOn: day("said_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: doneBy("recorded_by"),
  },
  (t) => [
    check("source_documents_format", isOneOf(t.format, TEXT_FORMATS)),
    check("source_documents_said_on", isDayShaped(t.saidOn)),
  ],
);

export const speakers = table("speakers", { id: id(), slug: text("slug").notNull().unique() });

export const speakerTexts = table(
  "speaker_texts",
  {
    speakerId: text("speaker_id")
      .notNull()
      .references(() => speakers.id),
    lang: language("lang"),
    name: text("name").notNull(),
    role: text("role"),
  },
  (t) => [
    primaryKey({ columns: [t.speakerId, t.lang] }),
    check("speaker_texts_lang", isOneOf(t.lang, LANGUAGES)),
  ],
);
