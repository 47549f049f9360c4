import { randomUUID } from "node:crypto";
import type { Day } from "../../domain/day.ts";
import type { Criteria, Language } from "../../domain/vocabulary.ts";
import { checkWindow, type DueWindow } from "../../domain/window.ts";
import type { Actor, Writer } from "../engine/store.ts";
import type { Moment } from "../evidence/log.ts";
import {
  forecasts,
  forecastTags,
  forecastTexts,
  sources,
  sourceTexts,
  speakers,
  speakerTexts,
} from "../schema/tables.ts";
import { indexForecasts } from "../search/index-texts.ts";

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

/**
 * Puts a forecast into its tables, and nothing into the history.
 *
 * @returns its id
 * @throws RangeError when its window does not hold together
 */
export async function insertForecast(
  tx: Writer,
  entry: ForecastEntry,
  actor: Actor,
  { now, today }: Moment,
): Promise<string> {
  const { texts, tags, ...row } = entry;
  const window = checkWindow(entry.saidOn, entry);
  if (!window.ok) throw new RangeError(`${entry.slug}: ${window.error.field} is ${window.error.code}`);
  const id = randomUUID();
  const recorded = { recordedAt: now, recordedBy: actor.by, recordedOn: today, revision: 0 };
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
