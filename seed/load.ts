import { logEvidence } from "../db/evidence.ts";
import {
  type ForecastText,
  insertForecast,
  insertRelation,
  insertSource,
  insertSpeaker,
} from "../db/forecast-insert.ts";
import { record } from "../db/history.ts";
import { history } from "../db/schema.ts";
import { findSource } from "../db/sources.ts";
import type { Store, Writer } from "../db/store.ts";
import type { Day } from "../domain/day.ts";
import { CRITERIA, LANGUAGES, type Language } from "../domain/vocabulary.ts";
import { evidence } from "./evidence.ts";
import { forecasts } from "./forecasts.ts";
import { source, speakers } from "./people.ts";
import type { SeedForecast } from "./shape.ts";

const EDITOR = { by: "Hindcast" };

function textIn(forecast: SeedForecast, lang: Language): ForecastText {
  const { claim, criteria, attributionNote, section, horizon, confidence } = forecast;
  const [trueIf, partlyIf, falseIf, cannotBeJudgedIf, whereToLook, finePrint] = CRITERIA.map(
    (criterion) => criteria[criterion]?.[lang] ?? null,
  );
  return {
    lang,
    claim: claim[lang],
    trueIf: trueIf ?? null,
    partlyIf: partlyIf ?? null,
    falseIf: falseIf ?? null,
    cannotBeJudgedIf: cannotBeJudgedIf ?? null,
    whereToLook: whereToLook ?? null,
    finePrint: finePrint ?? null,
    attributionNote: attributionNote?.[lang] ?? null,
    sectionNote: section.note?.[lang] ?? null,
    horizonNote: horizon.note?.[lang] ?? null,
    confidenceNote: confidence.note?.[lang] ?? null,
  };
}

async function loadForecasts(tx: Writer, now: Date, partOf: string): Promise<void> {
  const { note, ...rest } = source;
  const sourceId = await insertSource(tx, {
    ...rest,
    notes: LANGUAGES.map((lang) => ({ lang, note: note[lang] })),
  });
  const speakerIds = new Map<string, string>();
  for (const { slug, name, role } of speakers) {
    const texts = LANGUAGES.map((lang) => ({ lang, name: name[lang], role: role[lang] }));
    speakerIds.set(slug, await insertSpeaker(tx, slug, texts));
  }
  for (const forecast of forecasts) {
    const { slug, speaker, quote, section, horizon, confidence, tags } = forecast;
    const { dueFrom, dueBy, graceBy, reviewOn } = forecast;
    const speakerId = speakerIds.get(speaker);
    if (speakerId === undefined) throw new RangeError(`${slug}: there is no speaker ${speaker}`);
    const draft = {
      slug,
      sourceId,
      speakerId,
      lang: source.lang,
      quote,
      section: section.words ?? null,
      horizon: horizon.words ?? null,
      confidence: confidence.words ?? null,
      negative: false,
      saidOn: source.publishedOn,
      dueFrom,
      dueBy,
      graceBy,
      reviewOn,
      texts: LANGUAGES.map((lang) => textIn(forecast, lang)),
      tags,
    };
    await insertForecast(tx, draft, EDITOR, now, partOf);
  }
  for (const { slug, relations } of forecasts) {
    for (const { kind, to } of relations) await insertRelation(tx, slug, kind, to);
  }
}

/** What `seed` did: `kept` when the interview was there already, `worked` when other records were. */
export type Seeded = "loaded" | "kept" | "worked";

/**
 * Puts the interview into a store, with its forecasts and the evidence that bears on them, as one change with one
 * line in the history. Does nothing to a store that has been worked in.
 */
export function seed(store: Store, now: Date, today: Day): Promise<Seeded> {
  return store.write(async (tx) => {
    if ((await findSource(tx, source.slug, today)) !== undefined) return "kept";
    if ((await tx.$count(history)) > 0) return "worked";
    const partOf = await record(tx, EDITOR, now, {
      action: "seeded",
      after: { source: source.slug, forecasts: forecasts.length, evidence: evidence.length },
    });
    await loadForecasts(tx, now, partOf);
    for (const { forecast, ...draft } of evidence) {
      const logged = await logEvidence(tx, forecast, draft, EDITOR, { now, today }, { partOf, lang: "en" });
      if (!logged.ok) throw new Error(`${forecast}: ${draft.url} was refused (${logged.error.kind})`);
    }
    return "loaded";
  });
}
