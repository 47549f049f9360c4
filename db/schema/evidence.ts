import { sql } from "drizzle-orm";
import {
  JUDGED_CRITERIA,
  type JudgedCriterion,
  LANGUAGES,
  type Language,
  SOURCE_KINDS,
  type SourceKind,
  STANCES,
  STRENGTHS,
  type Stance,
  type Strength,
} from "#domain/vocabulary.ts";
import { doneBy } from "./actors.ts";
import { check, count, id, index, instant, isOneOf, table, text, unique, uniqueIndex } from "./dialect.ts";
import { forecasts } from "./forecasts.ts";
import { copies, pages } from "./pages.ts";

// What was logged for or against a forecast.

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
    recordedBy: doneBy("recorded_by"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: doneBy("withdrawn_by"),
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
    recordedBy: doneBy("recorded_by"),
  },
  (t) => [
    index("passages_by_copy").on(t.copyId),
    check("passages_order", sql`${t.startsAt} >= 0 and ${t.endsAt} > ${t.startsAt}`),
  ],
);
