import { z } from "zod";
import type { ForecastPatch } from "#db/forecasts/change.ts";
import type { ForecastDraft } from "#db/forecasts/draft.ts";
import type { RungDraft } from "#db/forecasts/ladder.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type FieldError, firstOfEach } from "./field-error.ts";
import { by, day, fieldsIn, optionalLine, optionalText, parseWith, text } from "./fields.ts";
import * as field from "./forecast-fields.ts";

const said = {
  quote: text(4000),
  lang: field.language,
  source: optionalText(300),
  newSource: field.newSource.nullish(),
  speaker: optionalText(300),
  newSpeaker: field.newSpeaker.nullish(),
  saidOn: day,
  section: optionalLine(300),
  confidence: optionalLine(300),
  horizon: optionalLine(field.MOST_WORDS),
  dueFrom: field.dayIfAny,
  dueBy: field.dayIfAny,
  undated: field.yesIfSaid,
  reading: optionalText(50),
  graceBy: field.dayIfAny,
  reviewOn: field.dayIfAny,
  negative: field.yesIfSaid,
};
const note = field.translated(2000);
const notePatch = field.translatedPatch(2000);

const forecast = z.strictObject({
  claim: field.translatedLineNeeded(500),
  ...said,
  criteria: field.criteria,
  attributionNote: note,
  sectionNote: note,
  horizonNote: note,
  confidenceNote: note,
  tags: field.tags.nullish().transform((given) => given ?? []),
  relations: field.relations.nullish().transform((given) => given ?? []),
  ladder: field.ladder.nullish().transform((given) => given ?? []),
  by,
});

const patchFields = z
  .strictObject({
    claim: field.translatedLinePatch(500),
    ...said,
    criteria: field.criteriaPatch,
    attributionNote: notePatch,
    sectionNote: notePatch,
    horizonNote: notePatch,
    confidenceNote: notePatch,
    tags: field.tags,
    relations: field.relations,
    reason: optionalText(2000),
    by,
  })
  .partial()
  .extend({ revision: field.revision });

type Chosen = Pick<z.output<typeof patchFields>, "source" | "newSource" | "speaker" | "newSpeaker">;

const isGiven = (value: unknown) =>
  typeof value === "object" ? value !== null : typeof value === "string" && value.trim() !== "";

/** A source and a speaker are each on record or new; a forecast that is put on record needs both. */
function choiceFaults(body: unknown, needed: boolean): readonly FieldError[] {
  if (typeof body !== "object" || body === null) return [];
  const given = fieldsIn(body);
  return (["source", "speaker"] as const).flatMap((name): FieldError[] => {
    const made = isGiven(given[name === "source" ? "newSource" : "newSpeaker"]);
    if (isGiven(given[name])) return made ? [{ field: name, code: "both-given" }] : [];
    return needed && !made ? [{ field: name, code: "required" }] : [];
  });
}

/** Which source and speaker are meant; undefined leaves it as it is. */
const chosenOf = ({ source, newSource, speaker, newSpeaker }: Chosen, lang: ForecastDraft["lang"]) => ({
  source: newSource ? { ...newSource, lang: newSource.lang ?? lang } : (source ?? undefined),
  speaker: newSpeaker ?? speaker ?? undefined,
});

export interface ForecastBody {
  readonly draft: ForecastDraft;
  readonly ladder: readonly RungDraft[];
  readonly by: string | null;
}

/** The body that puts a forecast on record, with the same claim at other dates. */
export function parseForecast(body: unknown): Result<ForecastBody, readonly FieldError[]> {
  const parsed = parseWith(forecast, body);
  const faults = firstOfEach([...(parsed.ok ? [] : parsed.error), ...choiceFaults(body, true)]);
  if (!parsed.ok || faults.length > 0) return err(faults);
  const { by: name, ladder, newSource, newSpeaker, source, speaker, ...given } = parsed.value;
  const chosen = chosenOf({ newSource, newSpeaker, source, speaker }, given.lang);
  const { dueFrom = null, dueBy = null, graceBy = null, reviewOn = null, undated, negative } = given;
  const draft = {
    ...given,
    dueFrom,
    dueBy,
    graceBy,
    reviewOn,
    undated: undated ?? false,
    negative: negative ?? null,
    source: chosen.source ?? "",
    speaker: chosen.speaker ?? "",
  };
  return ok({ draft, ladder, by: name });
}

export interface ForecastChangeBody {
  readonly patch: ForecastPatch;
  readonly revision: number;
  readonly reason: string | null;
  readonly by: string | null;
}

/** The body that changes a forecast: any of its fields, at least one, and the revision that was seen. */
export function parseForecastChange(body: unknown): Result<ForecastChangeBody, readonly FieldError[]> {
  const parsed = parseWith(patchFields, body);
  const faults = firstOfEach([...(parsed.ok ? [] : parsed.error), ...choiceFaults(body, false)]);
  if (!parsed.ok || faults.length > 0) return err(faults);
  const { revision, reason = null, by: name = null, ...rest } = parsed.value;
  const { newSource, newSpeaker, source, speaker, undated, negative, ...given } = rest;
  const lang = newSource?.lang ?? given.lang;
  // Unlike a new forecast, a change need not say what language it is about.
  if (newSource && !lang) return err([{ field: "newSource.lang", code: "required" }]);
  const patch = {
    ...given,
    ...chosenOf({ newSource, newSpeaker, source, speaker }, lang ?? "en"),
    undated: undated ?? undefined,
    negative,
  };
  if (Object.values(patch).every((value) => value === undefined)) {
    return err([{ field: "body", code: "nothing-to-change" }]);
  }
  return ok({ patch, revision, reason, by: name });
}

const speaker = z.strictObject({ ...field.speaker, by });

/** The body that puts a speaker on record. */
export function parseSpeaker(body: unknown) {
  const parsed = parseWith(speaker, body);
  if (!parsed.ok) return parsed;
  const { by: name, ...draft } = parsed.value;
  return ok({ draft, by: name });
}
