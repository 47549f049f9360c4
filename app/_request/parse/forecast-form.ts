import { CRITERIA, LANGUAGES } from "../../../domain/vocabulary.ts";
import { parseForecast, parseForecastChange } from "./forecast-body.ts";
import { RUNG_KEYS } from "./forecast-fields.ts";
import { type FormShape, seenRevision } from "./form.ts";
import { graceFromWords, readingFromWords } from "./read-words.ts";

const inLanguages = (...names: readonly string[]): FormShape =>
  Object.fromEntries(names.flatMap((name) => LANGUAGES.map((lang) => [`${name}.${lang}`, "text"] as const)));

const SHARED: FormShape = {
  ...{ quote: "text", lang: "text", source: "text", speaker: "text", saidOn: "text" },
  ...{ "newSource.title": "text", "newSource.url": "text", "newSource.publisher": "text" },
  ...{ "newSource.publishedOn": "day", "newSource.kind": "text" },
  ...inLanguages("newSpeaker.name", "newSpeaker.role"),
  ...{ section: "text", confidence: "text", horizon: "text" },
  ...{ dueFrom: "day", dueBy: "day", undated: "tick", graceBy: "day", reviewOn: "day" },
  ...{ giveGrace: "tick", reading: "optional" },
  ...inLanguages("horizonNote", "claim", ...CRITERIA.map((criterion) => `criteria.${criterion}`)),
  ...{ negative: "optional", tags: "words", relationKind: "list", relationTo: "list", by: "optional" },
};

const RUNG_SHAPE = RUNG_KEYS.map((key): FormShape => {
  const criteria = CRITERIA.map((criterion) => `${key}.criteria.${criterion}`);
  return { [`${key}.words`]: "text", ...inLanguages(`${key}.claim`, ...criteria, `${key}.horizonNote`) };
});

export const FORECAST_FORM: FormShape = Object.assign({ ...SHARED, ladder: "lines" }, ...RUNG_SHAPE);
export const FORECAST_CHANGE_FORM: FormShape = { ...SHARED, revision: "text", reason: "optional" };

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
      const inside = (place[name] ?? {}) as { [field: string]: unknown };
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

const fieldsIn = (value: unknown): Body => (typeof value === "object" && value !== null ? { ...value } : {});

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
    ...{ relations, undated: undated ?? false, negative: directionOf(negative) },
  };
}

export const parseForecastForm = (flat: unknown) => parseForecast(forecastBody(flat as Body));

export const parseForecastChangeForm = (flat: unknown) =>
  parseForecastChange(seenRevision(forecastBody(flat as Body)));
