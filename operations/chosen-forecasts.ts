import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import { type Chosen, recordChosen } from "#db/forecasts/from-text.ts";
import type { SpeakerDraft } from "#db/sources/create-speaker.ts";
import { err, ok } from "#domain/result.ts";
import { LARGEST_TEXT_BYTES } from "#domain/sources/transcript.ts";
import { bySlug } from "./addresses.ts";
import { listOf } from "./answer-fields.ts";
import { fieldOfOne } from "./field-error.ts";
import * as field from "./fields.ts";
import * as part from "./forecast-fields.ts";
import { draftOf, fields, needed, notBoth } from "./forecast-input.ts";
import { change } from "./operation.ts";
import { namedRecord } from "./stored-forecast.ts";

const { source: _source, newSource: _newSource, relations: _relations, ...said } = fields;

/** No text has more UTF-16 units than bytes. */
const placeInText = field.wholeNumber(0, LARGEST_TEXT_BYTES);

/** A forecast chosen from the text of a source. */
const chosen = z
  .strictObject({
    ...said,
    place: z
      .strictObject({ start: placeInText, end: placeInText })
      .describe("Where the quote stands in the text: UTF-16 offsets, the end excluded."),
    restates: z
      .union([z.int(), z.string()])
      .nullish()
      .describe("The forecast that it restates: by its slug, or by its place among these, counted from 0."),
  })
  .refine(...notBoth("speaker", "newSpeaker"))
  .refine(...needed("speaker", "newSpeaker"))
  .transform(({ place, restates, ...rest }) => {
    const draft = draftOf({ ...rest, source: null, newSource: null, relations: [] });
    return { draft, place, restates: restates ?? null };
  });

type ChosenForecast = z.output<typeof chosen>;

/** A new speaker to whom several are ascribed in the same words is one. */
function withSpeakers(forecasts: readonly ChosenForecast[]): Chosen {
  const speakers = new Map<number, SpeakerDraft>();
  const places = new Map<string, number>();
  const drafts = forecasts.map(({ draft, place, restates }) => {
    const relations = restates === null ? [] : [{ kind: "restates" as const, to: restates }];
    const { speaker } = draft;
    if (typeof speaker === "string") return { ...draft, place, relations, speaker };
    const called = JSON.stringify(speaker);
    const known = places.get(called) ?? places.size;
    places.set(called, known);
    speakers.set(known, speaker);
    return { ...draft, place, relations, speaker: known };
  });
  return { drafts, speakers };
}

/** As many as are chosen at once. */
const MOST_CHOSEN = 100;

const chosenInput = z
  .strictObject({
    forecasts: part.listOf(chosen, MOST_CHOSEN).min(1, { error: "required" }),
    by: field.by,
  })
  .superRefine(({ forecasts }, context) => {
    for (const [place, { restates }] of forecasts.entries()) {
      if (typeof restates !== "number") continue;
      const path = ["forecasts", place, "restates"];
      const other = restates === place ? undefined : forecasts[restates];
      if (other === undefined) context.addIssue({ code: "custom", message: "same-not-chosen", path });
      else if (other.restates !== null)
        context.addIssue({ code: "custom", message: "same-as-another", path });
    }
  })
  .transform(field.whenSound(({ forecasts, by }) => ({ ...withSpeakers(forecasts), by })));

/** Puts forecasts that were chosen from the text of a source on record, all of them or none. */
export const recordChosenForecasts = change({
  name: "recordChosenForecasts",
  needs: "contributor",
  address: bySlug,
  input: chosenInput,
  answer: z.object({ items: listOf(z.object({ slug: z.string() })) }),
  current: namedRecord,
  run: async (tx, { slug }, { drafts, speakers, by }, { moment }) => {
    const ofSource = drafts.map((draft) => ({ ...draft, source: slug }));
    const recorded = await recordChosen(asNamed(tx, by), { drafts: ofSource, speakers }, moment);
    if (recorded.ok) return ok({ items: recorded.value });
    const { error } = recorded;
    if (error.kind !== "some-invalid") return err(error);
    const faults = error.of.flatMap(({ place, faults: own }) =>
      own.map((fault) => ({ ...fault, field: fieldOfOne(place, fault.field) })),
    );
    return err({ kind: "invalid", faults } as const);
  },
});
