import { z } from "zod";
import type { ForecastDraft } from "#db/forecasts/draft.ts";
import type { RungDraft } from "#db/forecasts/ladder.ts";
import * as field from "./fields.ts";
import * as part from "./forecast-fields.ts";

const said = {
  quote: field
    .text(4000)
    .describe("Verbatim, in the language `lang`, as are `section`, `confidence` and `horizon`."),
  lang: part.language,
  source: field.optionalText(300).describe("A source on record, by its slug."),
  newSource: part.newSource.nullish(),
  speaker: field.optionalText(300).describe("A speaker on record, by their slug."),
  newSpeaker: part.newSpeaker.nullish(),
  saidOn: field.day,
  section: field.optionalLine(300),
  confidence: field.optionalLine(300),
  horizon: field.optionalLine(part.MOST_WORDS).describe("The words for the time."),
  dueFrom: part.dayIfAny,
  dueBy: part.dayIfAny,
  undated: part.yesIfSaid.describe("It has no window, whatever the words say."),
  reading: field
    .optionalText(50)
    .describe("Which way the words are meant, where they can be read in several."),
  graceBy: part.dayIfAny,
  reviewOn: part.dayIfAny,
  negative: part.yesIfSaid.describe("It says what will not happen; left out, it is as the words say."),
};
const note = part.translated(2000);
const notePatch = part.translatedPatch(2000);

/** What is said of a forecast. */
export const fields = {
  claim: part.translatedLineNeeded(500),
  ...said,
  criteria: part.criteria,
  attributionNote: note,
  sectionNote: note,
  horizonNote: note,
  confidenceNote: note,
  tags: part.tags.nullish().transform((given) => given ?? []),
  relations: part.relations.nullish().transform((given) => given ?? []),
};
const ladder = part.ladder
  .nullish()
  .transform((given) => given ?? [])
  .describe("The same claim at other dates.");

const isGiven = (value: unknown) =>
  typeof value === "object" ? value !== null : typeof value === "string" && value.trim() !== "";
const given = (body: unknown, name: string) => isGiven(field.fieldsIn(body)[name]);

/** A source and a speaker are each on record or new, */
export const notBoth = (name: "source" | "speaker", made: "newSource" | "newSpeaker") =>
  [(body: unknown) => !(given(body, name) && given(body, made)), field.rule(name, "both-given")] as const;
/** and a forecast that is put on record needs them. */
export const needed = (name: "source" | "speaker", made: "newSource" | "newSpeaker") =>
  [(body: unknown) => given(body, name) || given(body, made), field.rule(name, "required")] as const;

type SaidFields = z.output<z.ZodObject<typeof fields>>;
type Chosen = Partial<Pick<SaidFields, "source" | "newSource" | "speaker" | "newSpeaker">>;

/** Which source and speaker are meant; undefined leaves it as it is. */
const chosenOf = ({ source, newSource, speaker, newSpeaker }: Chosen, lang: ForecastDraft["lang"]) => ({
  source: newSource ? { ...newSource, lang: newSource.lang ?? lang } : (source ?? undefined),
  speaker: newSpeaker ?? speaker ?? undefined,
});

export function draftOf({ newSource, newSpeaker, source, speaker, ...rest }: SaidFields): ForecastDraft {
  const chosen = chosenOf({ newSource, newSpeaker, source, speaker }, rest.lang);
  const { dueFrom = null, dueBy = null, graceBy = null, reviewOn = null, undated, negative } = rest;
  return {
    ...rest,
    dueFrom,
    dueBy,
    graceBy,
    reviewOn,
    undated: undated ?? false,
    negative: negative ?? null,
    source: chosen.source ?? "",
    speaker: chosen.speaker ?? "",
  };
}

/** A forecast to be put on record, with the same claim at other dates. */
interface ForecastWithRungs {
  readonly draft: ForecastDraft;
  readonly ladder: readonly RungDraft[];
  readonly by: string | null;
}

export const forecastInput = z
  .strictObject({ ...fields, ladder, by: field.by })
  .refine(...notBoth("source", "newSource"))
  .refine(...needed("source", "newSource"))
  .refine(...notBoth("speaker", "newSpeaker"))
  .refine(...needed("speaker", "newSpeaker"))
  .transform(
    ({ ladder: rungs, by, ...rest }): ForecastWithRungs => ({ draft: draftOf(rest), ladder: rungs, by }),
  );

/** What is said once of several forecasts, or makes more of one, is not said of each. */
const notOfEach = z.never({ error: "unknown-field" }).optional();
const oneOfSeveral = z
  .strictObject({ by: notOfEach, ladder: notOfEach, ...fields })
  .refine(...notBoth("source", "newSource"))
  .refine(...needed("source", "newSource"))
  .refine(...notBoth("speaker", "newSpeaker"))
  .refine(...needed("speaker", "newSpeaker"))
  .transform(({ by: _by, ladder: _ladder, ...rest }) => draftOf(rest));

/** As many as are put on record with one request. */
const MOST_AT_ONCE = 100;
const anyObjects = z.strictObject({
  forecasts: part.listOf(z.record(z.string(), z.unknown()), MOST_AT_ONCE).min(1, { error: "required" }),
  by: field.by,
});

/** Several forecasts, each as it would be sent alone. What each is wrong in is looked at once it is a list of few. */
export const forecastsInput = z.preprocess(
  (body: unknown, context) => {
    field.passIssues(anyObjects.safeParse(body), context);
    return body;
  },
  z.strictObject({
    forecasts: z.array(oneOfSeveral).min(1).max(MOST_AT_ONCE),
    by: field.by,
  }),
);

/** A change of any of the fields, at least one, with the revision that was seen. */
export const forecastPatch = z
  .strictObject({
    claim: part.translatedLinePatch(500),
    ...said,
    criteria: part.criteriaPatch,
    attributionNote: notePatch,
    sectionNote: notePatch,
    horizonNote: notePatch,
    confidenceNote: notePatch,
    tags: part.tags,
    relations: part.relations,
    reason: field.optionalText(2000),
    by: field.by,
  })
  .partial()
  .extend({ revision: field.revision })
  .refine(...notBoth("source", "newSource"))
  .refine(...notBoth("speaker", "newSpeaker"))
  .transform(
    field.whenSound(({ revision, reason = null, by = null, ...sent }, context) => {
      const { newSource, newSpeaker, source, speaker, undated, negative, ...rest } = sent;
      const lang = newSource?.lang ?? rest.lang;
      const patch = {
        ...rest,
        ...chosenOf({ newSource, newSpeaker, source, speaker }, lang ?? "en"),
        undated: undated ?? undefined,
        negative,
      };
      const refuse = (path: string[], message: "required" | "nothing-to-change") =>
        context.addIssue({ code: "custom", message, path, input: sent });
      // Unlike a new forecast, a change need not say what language it is about.
      if (newSource && !lang) refuse(["newSource", "lang"], "required");
      else if (Object.values(patch).every((value) => value === undefined)) refuse([], "nothing-to-change");
      return { patch, revision, reason, by };
    }),
  );
