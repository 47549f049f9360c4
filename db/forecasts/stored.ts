import { asc, eq } from "drizzle-orm";
import { directionChoice } from "#domain/forecasts/chosen-direction.ts";
import { choiceOf } from "#domain/forecasts/chosen-window.ts";
import { type Criterion, eachOfCriteria } from "#domain/vocabulary.ts";
import { translated } from "../change/translated.ts";
import { forecasts, forecastTags, forecastTexts, relations, sources, speakers } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import type { ForecastDraft, SettledForecast } from "./draft.ts";
import { readingOf } from "./settle.ts";

type Row = typeof forecasts.$inferSelect;

/** A forecast on record as it would be typed, and how often it was changed. */
export interface StoredForecast {
  readonly slug: string;
  readonly revision: number;
  readonly draft: ForecastDraft & Pick<SettledForecast, "source" | "speaker" | "relations">;
  /** The same with its window as it stands. */
  readonly settled: SettledForecast;
}

async function slugsOf(read: Reader, { sourceId, speakerId }: Row) {
  const [found] = await read
    .select({ source: sources.slug, speaker: speakers.slug })
    .from(sources)
    .innerJoin(speakers, eq(speakers.id, speakerId))
    .where(eq(sources.id, sourceId));
  if (found === undefined) throw new Error("a forecast's source is gone");
  return found;
}

const readRelations = (read: Reader, id: string) =>
  read
    .select({ kind: relations.kind, to: forecasts.slug })
    .from(relations)
    .innerJoin(forecasts, eq(forecasts.id, relations.toId))
    .where(eq(relations.fromId, id))
    .orderBy(asc(relations.kind), asc(forecasts.slug));

const readTags = async (read: Reader, id: string): Promise<readonly string[]> => {
  const rows = await read
    .select({ tag: forecastTags.tag })
    .from(forecastTags)
    .where(eq(forecastTags.forecastId, id))
    .orderBy(asc(forecastTags.tag));
  return rows.map(({ tag }) => tag);
};

/** What was said of a forecast that is on record. */
export async function readStored(read: Reader, row: Row): Promise<StoredForecast> {
  const texts = await read.select().from(forecastTexts).where(eq(forecastTexts.forecastId, row.id));
  const criterion = (name: Criterion) => translated(texts, (text) => text[name]);
  const { slug, revision, quote, lang, section, horizon, confidence, negative, saidOn } = row;
  const { dueFrom, dueBy, graceBy, reviewOn } = row;
  const said = {
    claim: translated(texts, ({ claim }) => claim),
    quote,
    lang,
    section,
    horizon,
    confidence,
    negative,
    saidOn,
    graceBy,
    reviewOn,
    ...(await slugsOf(read, row)),
    criteria: eachOfCriteria(criterion),
    attributionNote: translated(texts, ({ attributionNote }) => attributionNote),
    sectionNote: translated(texts, ({ sectionNote }) => sectionNote),
    horizonNote: translated(texts, ({ horizonNote }) => horizonNote),
    confidenceNote: translated(texts, ({ confidenceNote }) => confidenceNote),
    tags: await readTags(read, row.id),
    relations: await readRelations(read, row.id),
  };
  return {
    slug,
    revision,
    draft: { ...said, ...choiceOf(readingOf(row), row), negative: directionChoice(negative, row) },
    settled: { ...said, dueFrom, dueBy },
  };
}
