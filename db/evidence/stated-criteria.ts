import { eq } from "drizzle-orm";
import { JUDGED_CRITERIA, type JudgedCriterion, type Translated } from "#domain/vocabulary.ts";
import { invalid } from "../change/refusal.ts";
import { translated } from "../change/translated.ts";
import { forecasts, forecastTexts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** A criterion that a forecast has fixed before judging, in its words. */
export interface StatedCriterion {
  readonly criterion: JudgedCriterion;
  readonly text: Translated;
}

/** The criteria of a forecast that evidence may be said to speak to, in their order. */
export async function listStatedCriteria(read: Reader, slug: string): Promise<readonly StatedCriterion[]> {
  const texts = await read
    .select({
      lang: forecastTexts.lang,
      trueIf: forecastTexts.trueIf,
      partlyIf: forecastTexts.partlyIf,
      falseIf: forecastTexts.falseIf,
      cannotBeJudgedIf: forecastTexts.cannotBeJudgedIf,
    })
    .from(forecastTexts)
    .innerJoin(forecasts, eq(forecasts.id, forecastTexts.forecastId))
    .where(eq(forecasts.slug, slug));
  return JUDGED_CRITERIA.map((criterion) => ({
    criterion,
    text: translated(texts, (words) => words[criterion]),
  })).filter(({ text }) => Object.values(text).some((words) => words !== null));
}

/** Refuses a criterion that the forecast does not have; null where there is nothing to refuse. */
export async function refuseUnstated(read: Reader, slug: string, criterion: JudgedCriterion | null) {
  if (criterion === null) return null;
  const stated = await listStatedCriteria(read, slug);
  if (stated.some((one) => one.criterion === criterion)) return null;
  const accepted = stated.map((one) => one.criterion);
  return invalid([{ field: "criterion", code: "criterion-not-stated", accepted }]);
}
