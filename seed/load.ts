import { SYSTEM } from "#db/change/actor.ts";
import { record } from "#db/change/history.ts";
import type { Moment } from "#db/change/moment.ts";
import { logEvidence } from "#db/evidence/log.ts";
import { createForecasts } from "#db/forecasts/create.ts";
import type { ForecastDraft } from "#db/forecasts/draft.ts";
import { findSource } from "#db/lists/sources.ts";
import { history } from "#db/schema/tables.ts";
import { createSource } from "#db/sources/create.ts";
import { createSpeaker } from "#db/sources/create-speaker.ts";
import type { Store, Writer } from "#db/store.ts";
import type { Day } from "#domain/day.ts";
import { eachOfCriteria, type Translated } from "#domain/vocabulary.ts";
import { evidence } from "./evidence.ts";
import { forecasts } from "./forecasts.ts";
import { source, speakers } from "./people.ts";
import type { SeedForecast } from "./shape.ts";

const NOWHERE: Translated = { en: null, "zh-Hant": null };

function draftOf(forecast: SeedForecast): ForecastDraft {
  const { claim, criteria, attributionNote, section, horizon, confidence, dueFrom, ...said } = forecast;
  return {
    ...said,
    claim,
    dueFrom,
    undated: dueFrom === null,
    source: source.slug,
    lang: source.lang,
    section: section.words ?? null,
    horizon: horizon.words ?? null,
    confidence: confidence.words ?? null,
    negative: false,
    saidOn: source.publishedOn,
    criteria: eachOfCriteria((name) => criteria[name] ?? NOWHERE),
    attributionNote: attributionNote ?? NOWHERE,
    sectionNote: section.note ?? NOWHERE,
    horizonNote: horizon.note ?? NOWHERE,
    confidenceNote: confidence.note ?? NOWHERE,
  };
}

async function loadForecasts(tx: Writer, moment: Moment, partOf: string): Promise<void> {
  const made = await createSource(tx, source, moment, { partOf });
  if (!made.ok) throw new Error(`${source.slug} was refused (${made.error.kind})`);
  for (const speaker of speakers) await createSpeaker(tx, speaker, moment, { partOf });
  const recorded = await createForecasts(tx, forecasts.map(draftOf), moment, { partOf });
  if (recorded.ok) return;
  const { place, ...why } = recorded.error;
  throw new Error(`${forecasts[place]?.slug} was refused: ${JSON.stringify(why)}`);
}

/** What `seed` did: `kept` when the interview was there already, `worked` when other records were. */
export type Seeded = "loaded" | "kept" | "worked";

/**
 * Puts the interview into a store, with its forecasts and the evidence that bears on them, as one change with one
 * line in the history. Does nothing to a store that has been worked in.
 */
export function seed(store: Store, now: Date, today: Day): Promise<Seeded> {
  return store.as(SYSTEM).write(async (tx) => {
    if ((await findSource(tx, source.slug, today)) !== undefined) return "kept";
    if ((await tx.$count(history)) > 0) return "worked";
    const partOf = await record(tx, now, {
      action: "seeded",
      after: { source: source.slug, forecasts: forecasts.length, evidence: evidence.length },
    });
    await loadForecasts(tx, { now, today }, partOf);
    for (const { forecast, ...draft } of evidence) {
      const logged = await logEvidence(tx, forecast, draft, { now, today }, { partOf, lang: "en" });
      if (!logged.ok) throw new Error(`${forecast}: ${draft.url} was refused (${logged.error.kind})`);
    }
    return "loaded";
  });
}
