import { sql } from "drizzle-orm";
import type { Day } from "../../domain/day.ts";
import { TEXT_FORMATS, type TextFormat, type TimedPlace } from "../../domain/sources/transcript.ts";
import {
  JUDGED_CRITERIA,
  type JudgedCriterion,
  LANGUAGES,
  type Language,
  LINK_STANDINGS,
  type LinkStanding,
  OUTCOMES,
  type Outcome,
  RELATION_KINDS,
  type RelationKind,
  SOURCE_KINDS,
  type SourceKind,
  STANCES,
  STRENGTHS,
  type Stance,
  type Strength,
} from "../../domain/vocabulary.ts";
import {
  bytes,
  check,
  count,
  day,
  flag,
  foreignKey,
  index,
  instant,
  isDayShaped,
  isOneOf,
  json,
  primaryKey,
  table,
  text,
  unique,
  uniqueIndex,
} from "./dialect.ts";

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
  /** A source that stands in its way: it has the link that was given, is called the same, or has a text already. */
  readonly hindrance: {
    readonly code: "source-exists" | "source-alike" | "text-kept-already";
    readonly slug: string;
    readonly title: string;
  } | null;
}

const id = () => text("id").primaryKey();
/** A day or what stands in for it. An index names its table's columns without the table, and knows no commas. */
const dueOr = (column: "due_by" | "due_from", other: string) =>
  sql.raw(`(case when ${column} is null then '${other}' else ${column} end)`);
const language = (name: string) => text(name).$type<Language>().notNull();

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
    recordedBy: text("recorded_by"),
  },
  (t) => [
    check("source_documents_format", isOneOf(t.format, TEXT_FORMATS)),
    check("source_documents_said_on", isDayShaped(t.saidOn)),
  ],
);

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
    recordedBy: text("recorded_by"),
    /** The day it was when it was recorded, which says whether that was late. */
    recordedOn: day("recorded_on").notNull(),
    /** How often it was changed; whoever changes it names the one they saw. */
    revision: count("revision").notNull(),
    /** Withdrawn forecasts keep their page and their history, and stand in no list. */
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
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

/** A page of the web, whoever logs it; `linkKey` is what its links have in common (see `domain/pages/link.ts`). */
export const pages = table(
  "pages",
  {
    id: id(),
    linkKey: text("link_key").notNull().unique(),
    title: text("title").notNull(),
    publisher: text("publisher").notNull(),
    publishedOn: day("published_on"),
    /** Who wrote it, as the page says; null where nobody has said. */
    author: text("author"),
  },
  (t) => [check("pages_published_on", isDayShaped(t.publishedOn))],
);

/** Every key of a link that leads to a page: what was typed, what it redirects to, what it calls itself. */
export const pageAddresses = table(
  "page_addresses",
  {
    linkKey: text("link_key").primaryKey(),
    pageId: text("page_id")
      .notNull()
      .references(() => pages.id),
  },
  (t) => [index("page_addresses_by_page").on(t.pageId)],
);

/** A page that turned out to be another one, logged before it: an address of the one led to the other. */
export const samePages = table(
  "same_pages",
  {
    pageId: text("page_id")
      .primaryKey()
      .references(() => pages.id),
    /** Is itself the same as no older one. */
    sameAsId: text("same_as_id")
      .notNull()
      .references(() => pages.id),
  },
  (t) => [
    index("same_pages_by_older").on(t.sameAsId),
    check("same_pages_not_itself", sql`${t.pageId} <> ${t.sameAsId}`),
  ],
);

/** A page logged on a forecast, under the link that was typed. */
export const evidence = table(
  "evidence",
  {
    id: id(),
    forecastId: text("forecast_id")
      .notNull()
      .references(() => forecasts.id),
    pageId: text("page_id")
      .notNull()
      .references(() => pages.id),
    url: text("url").notNull(),
    stance: text("stance").$type<Stance>().notNull(),
    strength: text("strength").$type<Strength>().notNull(),
    summary: text("summary").notNull(),
    /** The language of title and summary, where it is known: people type in any. */
    lang: text("lang").$type<Language>(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
    withdrawalReason: text("withdrawal_reason"),
    /** What the page is to the claim; null where nobody has said. */
    kind: text("kind").$type<SourceKind>(),
    /** The criterion that it speaks to. */
    criterion: text("criterion").$type<JudgedCriterion>(),
    /** A copy of the page in an archive that somebody else keeps. */
    archiveUrl: text("archive_url"),
    /** Counts the corrections of what it shows, its page's details too; whoever corrects it names the one they saw. */
    revision: count("revision").notNull(),
  },
  (t) => [
    unique("evidence_of_forecast").on(t.id, t.forecastId),
    uniqueIndex("evidence_once_a_page").on(t.forecastId, t.pageId).where(sql`${t.withdrawnAt} is null`),
    index("evidence_by_forecast").on(t.forecastId),
    index("evidence_by_page").on(t.pageId),
    index("evidence_by_stance").on(t.stance, t.forecastId).where(sql`${t.withdrawnAt} is null`),
    check("evidence_http", sql`lower(${t.url}) like 'http://%' or lower(${t.url}) like 'https://%'`),
    check(
      "evidence_archive_http",
      sql`lower(${t.archiveUrl}) like 'http://%' or lower(${t.archiveUrl}) like 'https://%'`,
    ),
    check("evidence_kind", isOneOf(t.kind, SOURCE_KINDS)),
    check("evidence_criterion", isOneOf(t.criterion, JUDGED_CRITERIA)),
    check("evidence_lang", isOneOf(t.lang, LANGUAGES)),
    check("evidence_stance", isOneOf(t.stance, STANCES)),
    check("evidence_strength", isOneOf(t.strength, STRENGTHS)),
    check("evidence_revision", sql`${t.revision} >= 1`),
    check("evidence_withdrawal", sql`(${t.withdrawnAt} is null) = (${t.withdrawalReason} is null)`),
  ],
);

export const verdicts = table(
  "verdicts",
  {
    id: id(),
    forecastId: text("forecast_id")
      .notNull()
      .references(() => forecasts.id),
    outcome: text("outcome").$type<Outcome>().notNull(),
    happenedOn: day("happened_on"),
    knownOn: day("known_on").notNull(),
    rationale: text("rationale").notNull(),
    withoutEvidenceReason: text("without_evidence_reason"),
    alreadyJudgeable: flag("already_judgeable").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by"),
    /** How it ceased to stand; the verdict itself is never edited. */
    endedAt: instant("ended_at"),
    endedBy: text("ended_by"),
    ending: text("ending").$type<"replaced" | "withdrawn">(),
    endReason: text("end_reason"),
    /** What was not yet as it should be for judging, by its code; null where that was not looked at. */
    against: json<readonly string[]>("against"),
  },
  (t) => [
    unique("verdicts_of_forecast").on(t.id, t.forecastId),
    uniqueIndex("verdicts_one_stands").on(t.forecastId).where(sql`${t.endedAt} is null`),
    index("verdicts_by_forecast").on(t.forecastId, t.recordedAt),
    index("verdicts_by_time").on(t.recordedAt, t.forecastId).where(sql`${t.endedAt} is null`),
    index("verdicts_by_outcome").on(t.outcome, t.forecastId).where(sql`${t.endedAt} is null`),
    check("verdicts_outcome", isOneOf(t.outcome, OUTCOMES)),
    check("verdicts_happened_on", isDayShaped(t.happenedOn)),
    check("verdicts_known_on", isDayShaped(t.knownOn)),
    check("verdicts_days", sql`${t.happenedOn} is null or ${t.happenedOn} <= ${t.knownOn}`),
    check(
      "verdicts_ending",
      sql`(${t.endedAt} is null) = (${t.ending} is null) and (${t.endedAt} is null) = (${t.endReason} is null)`,
    ),
    check("verdicts_ending_kind", isOneOf(t.ending, ["replaced", "withdrawn"])),
  ],
);

/** What a verdict cites; both keys carry the forecast, so that another forecast's evidence cannot be cited. */
export const citations = table(
  "citations",
  {
    verdictId: text("verdict_id").notNull(),
    evidenceId: text("evidence_id").notNull(),
    forecastId: text("forecast_id").notNull(),
    /** The revision of the evidence that the judge rested on. */
    revision: count("revision").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.verdictId, t.evidenceId] }),
    index("citations_by_evidence").on(t.evidenceId),
    foreignKey({
      name: "citations_verdict",
      columns: [t.verdictId, t.forecastId],
      foreignColumns: [verdicts.id, verdicts.forecastId],
    }),
    foreignKey({
      name: "citations_evidence",
      columns: [t.evidenceId, t.forecastId],
      foreignColumns: [evidence.id, evidence.forecastId],
    }),
    check("citations_revision", sql`${t.revision} >= 1`),
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
    recordedBy: text("recorded_by"),
  },
  (t) => [
    index("reviews_by_forecast").on(t.forecastId, t.recordedAt),
    check("reviews_review_on", isDayShaped(t.reviewOn)),
    check("reviews_previous_review_on", isDayShaped(t.previousReviewOn)),
  ],
);

/**
 * What pages were made of, each kept once however often it was fetched. Long columns come last, so that the short ones
 * are read without them.
 */
export const contents = table(
  "contents",
  {
    /** Of the unpacked bytes, in hexadecimal. */
    sha256: text("sha256").primaryKey(),
    /** Of the unpacked bytes. */
    size: count("size").notNull(),
    /** What it takes of the space for copies: the packed bytes, and the text in UTF-8. */
    storedSize: count("stored_size").notNull(),
    /** What its text has in common with a reprint of it (see `domain/pages/sketch.ts`). */
    sketch: json<readonly number[]>("sketch"),
    /** What a reader would read of it; null where there is none or it could not be read. */
    text: text("text"),
    /** As gzip. */
    bytes: bytes("bytes").notNull(),
  },
  (t) => [check("contents_sizes", sql`${t.size} >= 0 and ${t.storedSize} >= 0`)],
);

/** What a page says of itself. */
export interface KeptDetails {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly author: string | null;
  readonly description: string | null;
  readonly publishedOn: Day | null;
  readonly lang: string | null;
  readonly canonical: string | null;
}

/** What a page was at a time. Append-only; a visit that finds the same text makes none. */
export const copies = table(
  "copies",
  {
    id: id(),
    pageId: text("page_id")
      .notNull()
      .references(() => pages.id),
    url: text("url").notNull(),
    finalUrl: text("final_url").notNull(),
    redirects: json<readonly { readonly url: string; readonly status: number }[]>("redirects").notNull(),
    status: count("status").notNull(),
    headers: json<readonly (readonly [name: string, value: string])[]>("headers").notNull(),
    mediaType: text("media_type"),
    fetchedAt: instant("fetched_at").notNull(),
    details: json<KeptDetails>("details"),
    /** Null where the page is of a kind that is kept as headers and hash only. */
    contentSha256: text("content_sha256").references(() => contents.sha256),
    sha256: text("sha256").notNull(),
    size: count("size").notNull(),
    /** Why there is no text, or not all of it. */
    readingFault: text("reading_fault"),
  },
  (t) => [
    index("copies_by_page").on(t.pageId, t.fetchedAt),
    index("copies_by_content").on(t.contentSha256),
    check("copies_content", sql`${t.contentSha256} is null or ${t.contentSha256} = ${t.sha256}`),
  ],
);

/** Where pages are visited: one visit to a host at a time, whatever process makes it. */
export const hosts = table(
  "hosts",
  {
    host: text("host").primaryKey(),
    /** When the first of its pages is to be visited. */
    dueAt: instant("due_at").notNull(),
    /** Whoever visits it now, and until when others wait for them. */
    lease: text("lease"),
    leasedUntil: instant("leased_until"),
    /** It asked to be left alone until then. */
    pausedUntil: instant("paused_until"),
  },
  (t) => [
    index("hosts_by_due").on(t.dueAt, t.host),
    check("hosts_lease", sql`(${t.lease} is null) = (${t.leasedUntil} is null)`),
  ],
);

/** A page that is visited: when next, and how its link stood at the last visit. */
export const watches = table(
  "watches",
  {
    pageId: text("page_id")
      .primaryKey()
      .references(() => pages.id),
    url: text("url").notNull(),
    host: text("host")
      .notNull()
      .references(() => hosts.host),
    dueAt: instant("due_at").notNull(),
    /** How often it was tried in vain since it was last due. */
    attempts: count("attempts").notNull(),
    standing: text("standing").$type<LinkStanding>().notNull(),
    /** When the link was first found to stand so. */
    since: instant("since").notNull(),
    checkedAt: instant("checked_at"),
    /** What its site wants to hear to tell whether it is as it was; null where no copy says what it was. */
    etag: text("etag"),
    lastModified: text("last_modified"),
    /** Why it could not be read or kept at the last visit. */
    fault: text("fault"),
    faultDetail: text("fault_detail"),
    /** The newest copy, and the one that was kept first. */
    copyId: text("copy_id").references(() => copies.id),
    firstCopyId: text("first_copy_id").references(() => copies.id),
  },
  (t) => [
    index("watches_by_host").on(t.host, t.dueAt),
    index("watches_by_due").on(t.dueAt),
    index("watches_by_turn").on(t.standing, t.dueAt),
    index("watches_by_standing").on(t.standing, t.since, t.pageId),
    index("watches_by_copy").on(t.copyId),
    index("watches_by_first_copy").on(t.firstCopyId),
    check("watches_standing", isOneOf(t.standing, LINK_STANDINGS)),
    check("watches_copies", sql`(${t.copyId} is null) = (${t.firstCopyId} is null)`),
  ],
);

/** What each visit found. Append-only. */
export const visits = table(
  "visits",
  {
    id: id(),
    pageId: text("page_id")
      .notNull()
      .references(() => pages.id),
    at: instant("at").notNull(),
    /** How the link stood afterwards. */
    standing: text("standing").$type<LinkStanding>().notNull(),
    status: count("status"),
    finalUrl: text("final_url"),
    fault: text("fault"),
    detail: text("detail"),
    /** The copy that it made, or that says what was found. */
    copyId: text("copy_id").references(() => copies.id),
  },
  (t) => [
    index("visits_by_page").on(t.pageId, t.at),
    index("visits_by_copy").on(t.copyId),
    check("visits_standing", isOneOf(t.standing, LINK_STANDINGS)),
  ],
);

/** What an archive that somebody else keeps said when it was asked for its copy of a page; both null: it had none. */
export const archivedCopies = table(
  "archived_copies",
  {
    pageId: text("page_id")
      .primaryKey()
      .references(() => pages.id),
    url: text("url"),
    /** When the archive took it. */
    takenAt: instant("taken_at"),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    check(
      "archived_copies_url",
      sql`${t.url} is null or ${t.url} like 'http://%' or ${t.url} like 'https://%'`,
    ),
    check("archived_copies_whole", sql`(${t.url} is null) = (${t.takenAt} is null)`),
  ],
);

/** The words of a kept copy that an entry of evidence rests on: UTF-16 offsets in its text, the end excluded. */
export const passages = table(
  "passages",
  {
    evidenceId: text("evidence_id")
      .primaryKey()
      .references(() => evidence.id),
    copyId: text("copy_id")
      .notNull()
      .references(() => copies.id),
    startsAt: count("starts_at").notNull(),
    endsAt: count("ends_at").notNull(),
    words: text("words").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by"),
  },
  (t) => [
    index("passages_by_copy").on(t.copyId),
    check("passages_order", sql`${t.startsAt} >= 0 and ${t.endsAt} > ${t.startsAt}`),
  ],
);

/** How much space the contents take, in one row, which is there once any is kept. */
export const keptSpace = table(
  "kept_space",
  { number: count("number").primaryKey(), bytes: count("bytes").notNull() },
  (t) => [check("kept_space_once", sql`${t.number} = 1`), check("kept_space_bytes", sql`${t.bytes} >= 0`)],
);

export const ACTIONS = [
  "seeded",
  "source-recorded",
  "text-kept",
  "speaker-recorded",
  "forecast-recorded",
  "forecast-changed",
  "forecast-withdrawn",
  "forecast-restored",
  "evidence-logged",
  "evidence-corrected",
  "evidence-withdrawn",
  "page-corrected",
  "passage-marked",
  "passage-unmarked",
  "verdict-given",
  "verdict-replaced",
  "verdict-withdrawn",
  "review-set",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a history entry keeps of a record: plain values by field name. */
export type Snapshot = { readonly [field: string]: string | number | boolean | null | readonly string[] };

/** Append-only. `seq` is the order in which things happened, whatever the clock said. */
export const history = table(
  "history",
  {
    seq: count("seq").primaryKey(),
    id: text("id").notNull().unique(),
    at: instant("at").notNull(),
    by: text("by"),
    action: text("action").$type<Action>().notNull(),
    forecastId: text("forecast_id").references(() => forecasts.id),
    /** The evidence, verdict or review it is about. */
    subjectId: text("subject_id"),
    reason: text("reason"),
    before: json<Snapshot>("before"),
    after: json<Snapshot>("after"),
    /** The entry that this one is a part of, where many changes were made as one (the seeding). */
    partOf: text("part_of"),
  },
  (t) => [
    index("history_by_forecast").on(t.forecastId, t.seq),
    index("history_by_whole").on(t.partOf, t.seq),
    foreignKey({ name: "history_whole", columns: [t.partOf], foreignColumns: [t.id] }),
    check("history_action", isOneOf(t.action, ACTIONS)),
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
