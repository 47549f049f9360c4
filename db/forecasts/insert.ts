import { randomUUID } from "node:crypto";
import type { Day } from "#domain/day.ts";
import type { Criteria, Language } from "#domain/vocabulary.ts";
import { checkWindow, type DueWindow } from "#domain/window.ts";
import { actorId } from "../change/actor-row.ts";
import type { Moment } from "../change/moment.ts";
import { forecasts, forecastTags, forecastTexts } from "../schema/tables.ts";
import { indexForecasts } from "../search/index-texts.ts";
import type { Writer } from "../store.ts";

/** Our texts on a forecast in one language. */
export interface ForecastText extends Criteria {
  readonly lang: Language;
  readonly claim: string | null;
  readonly attributionNote: string | null;
  readonly sectionNote: string | null;
  readonly horizonNote: string | null;
  readonly confidenceNote: string | null;
}

export interface ForecastEntry extends DueWindow {
  readonly slug: string;
  readonly sourceId: string;
  readonly speakerId: string;
  readonly lang: Language;
  readonly quote: string;
  readonly section: string | null;
  readonly horizon: string | null;
  readonly confidence: string | null;
  readonly negative: boolean;
  readonly saidOn: Day;
  readonly reviewOn: Day | null;
  readonly texts: readonly ForecastText[];
  readonly tags: readonly string[];
}

/**
 * Puts a forecast into its tables, and nothing into the history.
 *
 * @returns its id
 * @throws RangeError when its window does not hold together
 */
export async function insertForecast(
  tx: Writer,
  entry: ForecastEntry,
  { now, today }: Moment,
): Promise<string> {
  const { texts, tags, ...row } = entry;
  const window = checkWindow(entry.saidOn, entry);
  if (!window.ok) throw new RangeError(`${entry.slug}: ${window.error.field} is ${window.error.code}`);
  const id = randomUUID();
  const recorded = { recordedAt: now, recordedBy: await actorId(tx), recordedOn: today, revision: 0 };
  await tx.insert(forecasts).values({ id, ...row, ...recorded });
  await insertTexts(tx, id, texts, tags);
  return id;
}

/** Puts a forecast's texts and tags beside it, and what there is to be found of it into the index. */
export async function insertTexts(
  tx: Writer,
  forecastId: string,
  texts: readonly ForecastText[],
  tags: readonly string[],
): Promise<void> {
  await tx.insert(forecastTexts).values(texts.map((text) => ({ forecastId, ...text })));
  if (tags.length > 0) await tx.insert(forecastTags).values(tags.map((tag) => ({ forecastId, tag })));
  await indexForecasts(tx, [forecastId]);
}
