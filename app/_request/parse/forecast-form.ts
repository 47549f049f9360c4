import { isDay } from "#domain/day.ts";
import { windowName } from "#domain/forecasts/chosen-window.ts";
import { type HorizonReading, readHorizon, textLanguage } from "#domain/horizon/read.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { fieldsIn, parseWith } from "#operations/fields.ts";
import { MOST_WORDS, RUNG_KEYS } from "#operations/forecast-fields.ts";
import { forecastInput, forecastPatch } from "#operations/forecast-input.ts";
import { type FormShape, shapeOf, withPrefix } from "./form-shape.ts";

type Form = { readonly [field: string]: unknown };

/** How the words for the time in a form are read; null where they, or what they are read by, are not all there. */
function readingIn(form: Form): HorizonReading | null {
  const { horizon, lang, saidOn } = form;
  if (typeof horizon !== "string" || horizon.length > MOST_WORDS) return null;
  const language = LANGUAGES.find((one) => one === lang);
  if (language === undefined) return null;
  if (typeof saidOn !== "string" || !isDay(saidOn)) return null;
  return readHorizon(horizon.trim(), textLanguage(language), saidOn);
}

/** The grace that follows from hedged words in a form, for whoever ticks that it is given; null where there is none. */
function graceFromWords(form: Form): string | null {
  const reading = readingIn(form);
  if (reading?.kind === "window") return reading.proposedGraceBy;
  if (reading?.kind !== "ambiguous") return null;
  return reading.readings.find(({ window }) => windowName(window) === form.reading)?.proposedGraceBy ?? null;
}

/**
 * Which way to read the words was chosen in a form. Null where nothing was, or the words have meanwhile become others,
 * which can be read in one way only: what was chosen is then no longer asked.
 */
const readingFromWords = (form: Form): unknown =>
  readingIn(form)?.kind === "ambiguous" ? (form.reading ?? null) : null;

/** What is not asked by a form, and lists of objects, which it has other fields for. */
const NOT_TYPED = [
  ...["attributionNote", "sectionNote", "confidenceNote", "relations"],
  ...["newSource.titleLang", "newSource.note", "newSource.lang"],
];
/** What a form has in their place, and for what is chosen beside a field. */
const OWN: FormShape = { relationKind: "list", relationTo: "list", giveGrace: "tick", negative: "optional" };

const SHARED: FormShape = { ...shapeOf(forecastInput, NOT_TYPED), ...OWN };

/** Those of its fields that stand for one of a list of forecasts as well: all in which two of them differ. */
export const fieldsWithin = (...names: readonly string[]): FormShape =>
  Object.fromEntries(Object.entries(SHARED).filter(([field]) => names.includes(field.split(".", 1).join())));

const OF_RUNG: FormShape = { words: "text", ...fieldsWithin("claim", "criteria", "horizonNote") };
const RUNG_SHAPE = RUNG_KEYS.map((key) => withPrefix(key, OF_RUNG));

export const FORECAST_FORM: FormShape = Object.assign({ ...SHARED }, ...RUNG_SHAPE);
export const FORECAST_CHANGE_FORM: FormShape = { ...shapeOf(forecastPatch, NOT_TYPED), ...OWN };

/** How a form says whether a claim is of what will not happen; blank is as the words say. */
const DIRECTIONS: { readonly [said: string]: boolean | null } = { yes: true, no: false, "": null };
const directionOf = (said: unknown): unknown =>
  typeof said === "string" && Object.hasOwn(DIRECTIONS, said) ? DIRECTIONS[said] : (said ?? null);

type Body = { readonly [field: string]: unknown };

/** `claim.en` as the field `en` of `claim`: a form has no fields inside fields. Its names are ours, by its shape. */
function nested(flat: Body): { [field: string]: unknown } {
  const body: { [field: string]: unknown } = {};
  for (const [path, value] of Object.entries(flat)) {
    const names = path.split(".");
    let place = body;
    for (const name of names.slice(0, -1)) {
      const inside = { ...fieldsIn(place[name]) };
      place[name] = inside;
      place = inside;
    }
    place[names.at(-1) ?? path] = value;
  }
  return body;
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined
    ? true
    : typeof value === "object"
      ? Object.values(value).every(isBlank)
      : typeof value === "string" && value.trim() === "";

const texts = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Each line with what was written for it, where it was shown: its words tell which, since lines come and go. */
function ladderOf(lines: readonly unknown[], rungs: readonly unknown[]): readonly unknown[] {
  const shown = rungs.map(fieldsIn);
  return lines.map((line) => {
    const rung = shown.find(({ words }) => typeof words === "string" && words.trim() === line);
    if (rung === undefined) return line;
    const { words: _, ...written } = rung;
    return { horizon: line, ...written };
  });
}

/** A posted form of a forecast as the body that the API takes. */
function forecastBody(flat: Body): Body {
  const { relationKind, relationTo, undated, negative, giveGrace, ...rest } = nested(flat);
  const relations = texts(relationTo).flatMap((forecast, place) =>
    isBlank(forecast) ? [] : [{ kind: texts(relationKind)[place], forecast }],
  );
  const rungs = RUNG_KEYS.map((key) => rest[key]);
  for (const key of RUNG_KEYS) delete rest[key];
  const { newSource, newSpeaker, ladder, ...said } = rest;
  return {
    ...said,
    ...(ladder === undefined ? {} : { ladder: ladderOf(texts(ladder), rungs) }),
    ...(giveGrace === true && isBlank(rest.graceBy) ? { graceBy: graceFromWords(rest) } : {}),
    reading: readingFromWords(rest),
    ...(isBlank(newSource) ? {} : { newSource }),
    ...(isBlank(newSpeaker) ? {} : { newSpeaker }),
    relations,
    undated: undated ?? false,
    negative: directionOf(negative),
  };
}

/** What the form of a forecast sends, as the operation takes it. */
export const forecastFormBody = (flat: unknown) => forecastBody(fieldsIn(flat));

export const parseForecastForm = (flat: unknown) => parseWith(forecastInput, forecastFormBody(flat));
