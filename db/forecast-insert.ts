import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { Day } from "../domain/day.ts";
import type { Criteria, Language, RelationKind } from "../domain/vocabulary.ts";
import { checkWindow, type DueWindow } from "../domain/window.ts";
import { record } from "./history.ts";
import {
  forecasts,
  forecastTags,
  forecastTexts,
  relations,
  sources,
  sourceTexts,
  speakers,
  speakerTexts,
} from "./schema.ts";
import { indexForecasts } from "./search-index.ts";
import type { Actor, Writer } from "./store.ts";

export interface SourceDraft {
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly titleLang: Language;
  readonly url: string;
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

export interface ForecastDraft extends DueWindow {
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
export async function insertSource(tx: Writer, { notes, ...source }: SourceDraft): Promise<string> {
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
 * Records a forecast.
 *
 * @throws RangeError when its window does not hold together
 */
export async function insertForecast(
  tx: Writer,
  draft: ForecastDraft,
  actor: Actor,
  now: Date,
  partOf?: string,
): Promise<void> {
  const { texts, tags, ...row } = draft;
  const window = checkWindow(draft.saidOn, draft);
  if (!window.ok) throw new RangeError(`${draft.slug}: ${window.error.field} is ${window.error.code}`);
  const id = randomUUID();
  await tx.insert(forecasts).values({ id, ...row, recordedAt: now, recordedBy: actor.by });
  await tx.insert(forecastTexts).values(texts.map((text) => ({ forecastId: id, ...text })));
  if (tags.length > 0) await tx.insert(forecastTags).values(tags.map((tag) => ({ forecastId: id, tag })));
  await indexForecasts(tx, [id]);
  const { slug, saidOn, quote, horizon, dueFrom, dueBy, graceBy, reviewOn } = draft;
  await record(tx, actor, now, {
    action: "forecast-recorded",
    forecastId: id,
    after: { slug, saidOn, quote, horizon, dueFrom, dueBy, graceBy, reviewOn },
    partOf,
  });
}

/** Records how one forecast relates to another; both are named by slug. */
export async function insertRelation(
  tx: Writer,
  from: string,
  kind: RelationKind,
  to: string,
): Promise<void> {
  const rows = await tx
    .select({ id: forecasts.id, slug: forecasts.slug })
    .from(forecasts)
    .where(inArray(forecasts.slug, [from, to]));
  const idOf = (slug: string) => {
    const id = rows.find((row) => row.slug === slug)?.id;
    if (id === undefined) throw new RangeError(`there is no forecast ${slug}`);
    return id;
  };
  await tx.insert(relations).values({ fromId: idOf(from), toId: idOf(to), kind });
}
