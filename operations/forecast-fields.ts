import { z } from "zod";
import {
  eachOfCriteria,
  LANGUAGES,
  type Language,
  RELATION_KINDS,
  type Translated,
} from "#domain/vocabulary.ts";
import { dayOrNull, line, oneOf, optionalLine, optionalLink, optionalText, text, yesOrNo } from "./fields.ts";

const NOWHERE: Translated = { en: null, "zh-Hant": null };

const inEach = <Field extends z.ZodType>(field: Field) =>
  z.strictObject({ en: field, "zh-Hant": field }, { error: "not-text" }).partial();
const inLanguages = (limit: number) => inEach(optionalText(limit));
const linesIn = (limit: number) => inEach(optionalLine(limit));

/** A text of ours in either language, or in none. */
export const translated = (limit: number) =>
  inLanguages(limit)
    .nullish()
    .transform((given): Translated => ({ ...NOWHERE, ...given }));

/** The same of a text that is shown within a line. */
export const translatedLine = (limit: number) =>
  linesIn(limit)
    .nullish()
    .transform((given): Translated => ({ ...NOWHERE, ...given }));

/** The same in one language at least. */
export const translatedLineNeeded = (limit: number) =>
  linesIn(limit)
    .nullish()
    .transform((given, context): Translated => {
      const said = { ...NOWHERE, ...given };
      if (said.en === null && said["zh-Hant"] === null) {
        context.addIssue({ code: "custom", message: "required", input: given });
      }
      return said;
    });

/** The same for a correction, where a language that is left out stays as it is. */
export const translatedPatch = (limit: number) => inLanguages(limit);
export const translatedLinePatch = (limit: number) => linesIn(limit);

const CRITERION_LIMIT = 2000;
const eachCriterion = <Field extends z.ZodType>(field: Field) =>
  z.strictObject(
    eachOfCriteria(() => field),
    { error: "not-text" },
  );

/** What would settle it. */
export const criteria = eachCriterion(translated(CRITERION_LIMIT))
  .partial()
  .nullish()
  .transform((given) => eachOfCriteria((criterion): Translated => given?.[criterion] ?? NOWHERE));

export const criteriaPatch = eachCriterion(translatedPatch(CRITERION_LIMIT)).partial();

/** The language that a title is in, where nobody says. */
const languageOf = (title: string): Language => (/\p{Script=Han}/u.test(title) ? "zh-Hant" : "en");

/**
 * The language of words. Chinese may be called as it is written; it is kept as one language, since which characters a
 * text has is not asked and its words are read by the same rules.
 */
export const language = oneOf([...LANGUAGES, "zh", "zh-Hans"]).transform(
  (said): Language => (said === "en" ? "en" : "zh-Hant"),
);

/** A source that is not on record yet; the language of what is quoted from it may be said elsewhere. */
const sourceFields = {
  title: line(300),
  url: optionalLink,
  publisher: line(120),
  publishedOn: dayOrNull,
  titleLang: language.nullish(),
  kind: optionalLine(80),
  note: translated(2000),
};

type SourceFields = z.output<z.ZodObject<typeof sourceFields>>;
const completed = <Fields extends SourceFields>(fields: Fields) => ({
  ...fields,
  titleLang: fields.titleLang ?? languageOf(fields.title),
  kind: fields.kind ?? "",
});

export const source = { ...sourceFields, lang: language };
export const completeSource = completed;
export const newSource = z
  .strictObject({ ...sourceFields, lang: language.nullish() }, { error: "not-text" })
  .transform(completed);

/** A speaker who is not on record yet. */
export const speaker = { name: translatedLineNeeded(200), role: translatedLine(300) };
export const newSpeaker = z.strictObject(speaker, { error: "not-text" });

/** A list of ours; what is wrong with one of its entries is wrong with the list. */
export const listOf = <Entry extends z.ZodType>(entry: Entry, most: number) =>
  z.array(entry, { error: "not-a-list" }).max(most, { error: "too-long" });

/** How a form types a list as one text: an entry between commas, or on each line. */
const typedAs = (kind: "words" | "lines") => ({ "x-form": kind });

export const tags = listOf(line(80), 20)
  .transform((given) => [...new Set(given)])
  .meta(typedAs("words"));

/** As many characters as the words for the time may have. */
export const MOST_WORDS = 300;
const horizonWords = line(MOST_WORDS);
/** The same claim at another date: the words for it alone, or with what is to be said in place of the first's texts. */
const rung = z
  .union([
    horizonWords.transform((horizon) => ({ horizon })),
    z.strictObject(
      {
        horizon: horizonWords,
        claim: translatedLinePatch(500).optional(),
        criteria: criteriaPatch.optional(),
        horizonNote: translated(2000),
      },
      { error: "not-text" },
    ),
  ])
  .transform((given) => ({ horizonNote: NOWHERE, ...given }));

/** As many other dates as one claim is recorded at in one go. */
export const MOST_RUNGS = 20;
export const ladder = listOf(rung, MOST_RUNGS).meta(typedAs("lines"));

/** What the fields of each of them begin with in a form. */
export const RUNG_KEYS: readonly string[] = Array.from({ length: MOST_RUNGS }, (_, place) => `rung${place}`);
export const isOfRung = (name: string): boolean => RUNG_KEYS.includes(name.split(".", 1).join());

/** The slug of a forecast that was typed as that, or as the address of its page. */
export function slugIn(typed: string): string {
  const [, inAddress] = /\/forecasts\/([^/?#]+)/.exec(typed) ?? [];
  if (inAddress === undefined) return typed;
  try {
    return decodeURIComponent(inAddress);
  } catch {
    return inAddress;
  }
}

/** A forecast by its slug, or by the address of its page. */
const forecast = text(2048).transform(slugIn);

export const relations = listOf(
  z.strictObject({ kind: oneOf(RELATION_KINDS), forecast }, { error: "not-text" }),
  50,
).transform((given) => given.map((one) => ({ kind: one.kind, to: one.forecast })));

/** A day that may be left out. */
export const dayIfAny = dayOrNull.optional();
export const yesIfSaid = yesOrNo.nullish();
