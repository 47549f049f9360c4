import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { Language, Translated } from "#domain/vocabulary.ts";
import { isLive, lateColumn, standing, statusColumn } from "../change/status-filter.ts";
import { translated } from "../change/translated.ts";
import { descending } from "../schema/dialect.ts";
import { forecasts, sources, sourceTexts, verdicts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { type Standing, standings } from "./standing.ts";

export interface SourceRecord {
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly titleLang: Language;
  readonly url: string | null;
  readonly publisher: string;
  readonly lang: Language;
  readonly publishedOn: Day | null;
  readonly note: Translated;
  readonly standing: Standing;
}

async function readSources(read: Reader, today: Day, slug?: string): Promise<readonly SourceRecord[]> {
  const only = slug === undefined ? undefined : eq(sources.slug, slug);
  const rows = await read
    .select()
    .from(sources)
    .where(only)
    .orderBy(descending(sources.publishedOn), asc(sources.slug));
  const texts = await read
    .select({ id: sources.id, lang: sourceTexts.lang, note: sourceTexts.note })
    .from(sourceTexts)
    .innerJoin(sources, eq(sources.id, sourceTexts.sourceId))
    .where(only);
  const status = statusColumn(today);
  const late = lateColumn();
  const counted = await read
    .select({ id: forecasts.sourceId, status, outcome: verdicts.outcome, late, forecasts: count() })
    .from(forecasts)
    .innerJoin(sources, eq(sources.id, forecasts.sourceId))
    .leftJoin(verdicts, standing)
    .where(and(isLive, only))
    .groupBy(forecasts.sourceId, sql`${status}`, verdicts.outcome, sql`${late}`);
  const standingOf = standings(counted);
  const textsById = Map.groupBy(texts, ({ id }) => id);
  return rows.map(({ id, ...source }) => ({
    ...source,
    note: translated(textsById.get(id) ?? [], ({ note }) => note),
    standing: standingOf(id),
  }));
}

/** Every source with how its forecasts stand, the newest first. */
export const listSources = (read: Reader, today: Day) => readSources(read, today);

/** One source, or undefined when there is none of that slug. */
export async function findSource(read: Reader, slug: string, today: Day): Promise<SourceRecord | undefined> {
  return (await readSources(read, today, slug))[0];
}

/** What every source is called, without how its forecasts stand; the newest first. */
export const listSourceTitles = (read: Reader): Promise<readonly Pick<SourceRecord, "slug" | "title">[]> =>
  read
    .select({ slug: sources.slug, title: sources.title })
    .from(sources)
    .orderBy(descending(sources.publishedOn), asc(sources.slug));

/** The newest sources by name, and the one that is chosen already, however old. */
export async function listSourceChoices(
  read: Reader,
  most: number,
  chosen = "",
): Promise<readonly Pick<SourceRecord, "slug" | "title" | "publishedOn">[]> {
  const columns = { slug: sources.slug, title: sources.title, publishedOn: sources.publishedOn };
  const newest = await read
    .select(columns)
    .from(sources)
    .orderBy(descending(sources.publishedOn), asc(sources.slug))
    .limit(most);
  if (newest.some(({ slug }) => slug === chosen)) return newest;
  const own = await read.select(columns).from(sources).where(eq(sources.slug, chosen));
  return [...own, ...newest];
}
