import { sql } from "drizzle-orm";
import { LANGUAGES, RELATION_KINDS, type RelationKind } from "#domain/vocabulary.ts";
import { doneBy } from "./actors.ts";
import {
  check,
  count,
  day,
  flag,
  id,
  index,
  instant,
  isDayShaped,
  isOneOf,
  json,
  language,
  primaryKey,
  table,
  text,
} from "./dialect.ts";
import { sources, speakers } from "./sources.ts";

// What was said, and what became of it before its verdict.

/** What a form held, and what was wrong with it: a field's name, a code, and what the code's message tells. */
export interface TypedText {
  readonly values: { readonly [field: string]: string };
  readonly faults: readonly {
    readonly field: string;
    readonly code: string;
    readonly limit?: number;
    readonly accepted?: readonly string[];
    readonly day?: string;
    readonly found?: string;
  }[];
  /**
   * A source that stands in its way: it has the link that was given, is called the same, or has a text already; or the
   * form was sent before, with something else in it.
   */
  readonly hindrance:
    | {
        readonly code: "source-exists" | "source-alike" | "text-kept-already";
        readonly slug: string;
        readonly title: string;
      }
    | { readonly code: "sent-before" }
    | null;
  /** A form that was refused, by its name, and how it is to be shown again. */
  readonly refused?: { readonly form: string; readonly state: unknown };
}

/** A day or what stands in for it. An index names its table's columns without the table, and knows no commas. */
const dueOr = (column: "due_by" | "due_from", other: string) =>
  sql.raw(`(case when ${column} is null then '${other}' else ${column} end)`);

/**
 * What was typed into the form of a new source while it could not be taken as it was, and texts that are not to be
 * kept, while forecasts are chosen from them. No records: gone after a day, and in no history.
 */
export const typedTexts = table(
  "typed_texts",
  {
    id: id(),
    typed: json<TypedText>("typed").notNull(),
    typedAt: instant("typed_at").notNull(),
  },
  (t) => [index("typed_texts_by_time").on(t.typedAt)],
);

export const forecasts = table(
  "forecasts",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    speakerId: text("speaker_id")
      .notNull()
      .references(() => speakers.id),
    /** The language of the verbatim words: quote, section, horizon, confidence. */
    lang: language("lang"),
    quote: text("quote").notNull(),
    section: text("section"),
    horizon: text("horizon"),
    confidence: text("confidence"),
    negative: flag("negative").notNull(),
    saidOn: day("said_on").notNull(),
    dueFrom: day("due_from"),
    dueBy: day("due_by"),
    graceBy: day("grace_by"),
    reviewOn: day("review_on"),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: doneBy("recorded_by"),
    /** The day it was when it was recorded, which says whether that was late. */
    recordedOn: day("recorded_on").notNull(),
    /** How often it was changed; whoever changes it names the one they saw. */
    revision: count("revision").notNull(),
    /** Withdrawn forecasts keep their page and their history, and stand in no list. */
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: doneBy("withdrawn_by"),
    withdrawalReason: text("withdrawal_reason"),
  },
  (t) => [
    check("forecasts_lang", isOneOf(t.lang, LANGUAGES)),
    check("forecasts_said_on", isDayShaped(t.saidOn)),
    check("forecasts_due_from", sql`${isDayShaped(t.dueFrom)} and ${t.dueFrom} >= ${t.saidOn}`),
    check(
      "forecasts_due_by",
      sql`${t.dueBy} is null or (${isDayShaped(t.dueBy)} and ${t.dueFrom} is not null and ${t.dueBy} >= ${t.dueFrom})`,
    ),
    check(
      "forecasts_grace_by",
      sql`${t.graceBy} is null or (${isDayShaped(t.graceBy)} and ${t.dueBy} is not null and ${t.graceBy} > ${t.dueBy})`,
    ),
    check("forecasts_review_on", isDayShaped(t.reviewOn)),
    check("forecasts_recorded_on", isDayShaped(t.recordedOn)),
    check("forecasts_withdrawal", sql`(${t.withdrawnAt} is null) = (${t.withdrawalReason} is null)`),
    index("forecasts_by_due").on(t.dueBy, t.dueFrom, t.slug),
    // The orders of a list, the undated last in either direction: as `forecast-filter.ts` writes them, to the letter.
    index("forecasts_soonest").on(dueOr("due_by", "~"), dueOr("due_from", "~"), t.slug),
    index("forecasts_latest").on(dueOr("due_by", ""), dueOr("due_from", ""), t.slug),
    index("forecasts_of_speaker").on(t.speakerId, dueOr("due_by", "~"), dueOr("due_from", "~"), t.slug),
    index("forecasts_of_source").on(t.sourceId, dueOr("due_by", "~"), dueOr("due_from", "~"), t.slug),
    index("forecasts_to_review").on(t.reviewOn, t.slug).where(sql`${t.dueBy} is null`),
    index("forecasts_by_opening").on(t.dueFrom, t.slug),
    index("forecasts_by_said").on(t.saidOn, t.slug),
    index("forecasts_by_speaker").on(t.speakerId, t.saidOn),
    index("forecasts_by_source").on(t.sourceId, t.saidOn),
  ],
);

/** Where a forecast's quote stands in the text of its source: UTF-16 offsets, the end excluded. */
export const quotePlaces = table(
  "quote_places",
  {
    forecastId: text("forecast_id")
      .primaryKey()
      .references(() => forecasts.id),
    startsAt: count("starts_at").notNull(),
    endsAt: count("ends_at").notNull(),
  },
  (t) => [check("quote_places_order", sql`${t.startsAt} >= 0 and ${t.endsAt} > ${t.startsAt}`)],
);

export const forecastTexts = table(
  "forecast_texts",
  {
    forecastId: text("forecast_id")
      .notNull()
      .references(() => forecasts.id),
    lang: language("lang"),
    claim: text("claim"),
    trueIf: text("true_if"),
    partlyIf: text("partly_if"),
    falseIf: text("false_if"),
    cannotBeJudgedIf: text("cannot_be_judged_if"),
    whereToLook: text("where_to_look"),
    finePrint: text("fine_print"),
    attributionNote: text("attribution_note"),
    sectionNote: text("section_note"),
    horizonNote: text("horizon_note"),
    confidenceNote: text("confidence_note"),
  },
  (t) => [
    primaryKey({ columns: [t.forecastId, t.lang] }),
    check("forecast_texts_lang", isOneOf(t.lang, LANGUAGES)),
  ],
);

export const forecastTags = table(
  "forecast_tags",
  {
    forecastId: text("forecast_id")
      .notNull()
      .references(() => forecasts.id),
    tag: text("tag").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.forecastId, t.tag] }),
    index("forecast_tags_by_tag").on(t.tag, t.forecastId),
  ],
);

export const relations = table(
  "relations",
  {
    fromId: text("from_id")
      .notNull()
      .references(() => forecasts.id),
    toId: text("to_id")
      .notNull()
      .references(() => forecasts.id),
    kind: text("kind").$type<RelationKind>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.toId, t.kind] }),
    index("relations_by_target").on(t.toId),
    check("relations_kind", isOneOf(t.kind, RELATION_KINDS)),
    check("relations_not_itself", sql`${t.fromId} <> ${t.toId}`),
  ],
);

export const reviews = table(
  "reviews",
  {
    id: id(),
    forecastId: text("forecast_id")
      .notNull()
      .references(() => forecasts.id),
    previousReviewOn: day("previous_review_on"),
    reviewOn: day("review_on").notNull(),
    note: text("note").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: doneBy("recorded_by"),
  },
  (t) => [
    index("reviews_by_forecast").on(t.forecastId, t.recordedAt),
    check("reviews_review_on", isDayShaped(t.reviewOn)),
    check("reviews_previous_review_on", isDayShaped(t.previousReviewOn)),
  ],
);

/**
 * What can be found by its words: a forecast with all its texts, or a passage of a source's text, which is kept here.
 * A higher number was recorded later. The words themselves are in each engine's own index (see `search-words.ts`).
 */
export const searchEntries = table(
  "search_entries",
  {
    number: count("number").primaryKey(),
    forecastId: text("forecast_id")
      .unique()
      .references(() => forecasts.id),
    sourceId: text("source_id").references(() => sources.id),
    passage: text("passage"),
  },
  (t) => [
    index("search_entries_by_source").on(t.sourceId),
    check("search_entries_of_one", sql`(${t.forecastId} is null) <> (${t.sourceId} is null)`),
    check("search_entries_passage", sql`(${t.sourceId} is null) = (${t.passage} is null)`),
  ],
);
