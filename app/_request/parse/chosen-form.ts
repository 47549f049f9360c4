import type { z } from "zod";
import type { Day } from "#domain/day.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Candidate } from "#domain/sources/extraction.ts";
import { withoutUnseen } from "#domain/unseen.ts";
import type { Language } from "#domain/vocabulary.ts";
import { recordChosenForecasts } from "#operations/chosen-forecasts.ts";
import { type FieldError, fieldWithin, firstOfEach } from "#operations/field-error.ts";
import { parseWith } from "#operations/fields.ts";
import * as part from "#operations/forecast-fields.ts";
import { candidateKey, ONWARD, voiceKey } from "../../_ui/sources/field-names.ts";
import { fieldsWithin, forecastFormBody } from "./forecast-form.ts";
import { type FormShape, shapeOf, withPrefix } from "./form-shape.ts";

/** What the claim is and what would settle it, which a restatement takes from the one it restates. */
const CLAIM = fieldsWithin("claim", "criteria");
const TIME = fieldsWithin(
  ...["horizonNote", "dueFrom", "dueBy", "graceBy", "reviewOn", "horizon"],
  ...["undated", "negative", "giveGrace", "reading"],
);
const OWN_SHAPE: FormShape = { ...CLAIM, ...TIME, take: "tick", speaker: "text", same: "text" };
const NAMES = shapeOf(part.newSpeaker);
const VOICE_SHAPE: FormShape = { speaker: "text", ...NAMES };

/** The shape of a form for some sentences and those who may have said them. */
export const chosenShape = (shown: readonly Candidate[], voices: number): FormShape =>
  Object.assign(
    { by: "optional", [ONWARD]: "optional" },
    ...shown.map((candidate) => withPrefix(candidateKey(candidate), OWN_SHAPE)),
    ...Array.from({ length: voices }, (_, place) => withPrefix(voiceKey(place), VOICE_SHAPE)),
  );

/** What the sentences of a form are, besides what was typed. */
export interface ChosenContext {
  readonly saidOn: Day;
  readonly shown: readonly Candidate[];
}

/** What was chosen, as the operation takes it. */
export interface ChosenBody {
  readonly chosen: z.output<typeof recordChosenForecasts.input>;
  /** Who says that they chose it. */
  readonly by: string | null;
  /** The next sentences are asked for once these are saved. */
  readonly goesOn: boolean;
  /** A fault of the operation by the names that the fields have in the form. */
  readonly named: (fault: FieldError) => FieldError;
}

type Flat = { readonly [field: string]: unknown };
const textIn = (body: Flat, name: string): string => {
  const value = body[name];
  return typeof value === "string" ? value : "";
};

const MOST_QUOTE = 4000;
const MOST_SECTION = 300;
const languageOf = ({ sentence }: Candidate): Language => (sentence.language === "en" ? "en" : "zh-Hant");
const cut = (text: string, most: number) => [...text].slice(0, most).join("");

/** The form of one sentence as that of one forecast; `claimOf` says whose claim it makes. */
function forecastForm(body: Flat, candidate: Candidate, claimOf: string, saidOn: Day) {
  const key = candidateKey(candidate);
  const own = Object.keys({ ...CLAIM, ...TIME })
    .map((name) => [name, body[`${Object.hasOwn(CLAIM, name) ? claimOf : key}.${name}`]] as const)
    .filter(([, value]) => value !== undefined);
  const voice = textIn(body, `${key}.speaker`);
  const speaker = textIn(body, `${voiceKey(voice)}.speaker`);
  const named = Object.keys(NAMES).map((name) => [
    `newSpeaker.${name}`,
    speaker === "" ? textIn(body, `${voiceKey(voice)}.${name}`) : "",
  ]);
  return {
    ...Object.fromEntries([...own, ...named]),
    quote: cut(candidate.sentence.text, MOST_QUOTE),
    lang: languageOf(candidate),
    section: cut(withoutUnseen(candidate.section ?? ""), MOST_SECTION),
    speaker,
    saidOn,
  };
}

/** The name that a fault's field has in the form of the page. */
function fieldIn(key: string, voice: string, field: string): string {
  if (field === "restates") return `${key}.same`;
  if (field === "speaker" || field === "newSpeaker") return `${voiceKey(voice)}.speaker`;
  return field.startsWith("newSpeaker.")
    ? `${voiceKey(voice)}.${field.slice("newSpeaker.".length)}`
    : `${key}.${field}`;
}

/** The one among those chosen that a sentence restates: its place, a forecast on record, nothing, or why not. */
function restated(
  body: Flat,
  key: string,
  keys: readonly string[],
): Result<number | string | null, FieldError["code"]> {
  const same = textIn(body, `${key}.same`);
  if (same === "") return ok(null);
  if (same.startsWith("on-record:")) return ok(same.slice("on-record:".length));
  const place = keys.indexOf(same);
  if (place < 0 || same === key) return err("same-not-chosen");
  return textIn(body, `${same}.same`) === "" ? ok(place) : err("same-as-another");
}

/** The sentences that were chosen, each as a forecast to be put on record, with every fault of all of them. */
export function parseChosen(
  body: Flat,
  { saidOn, shown }: ChosenContext,
): Result<ChosenBody, readonly FieldError[]> {
  const taken = shown.filter((candidate) => body[`${candidateKey(candidate)}.take`] === true);
  if (taken.length === 0) return err([{ field: "take", code: "nothing-chosen" }]);
  const keys = taken.map(candidateKey);
  const same = keys.map((key) => restated(body, key, keys));
  const restates = same.map((one) => (one.ok ? one.value : null));
  const forecasts = taken.map((candidate, place) => {
    const { start, end } = candidate.sentence;
    const claimOf = keys[Number(typeof restates[place] === "number" ? restates[place] : place)] ?? "";
    const { relations: _, ...form } = forecastFormBody(forecastForm(body, candidate, claimOf, saidOn));
    return { ...form, place: { start, end }, restates: restates[place] };
  });
  const named = (fault: FieldError): FieldError => {
    const within = fieldWithin(fault.field);
    const key = keys[within?.place ?? -1];
    if (within === null || key === undefined) return fault;
    return { ...fault, field: fieldIn(key, textIn(body, `${key}.speaker`), within.field) };
  };
  const parsed = parseWith(recordChosenForecasts.input, { forecasts, by: body.by });
  const own = (parsed.ok ? [] : parsed.error).filter(({ field }) => {
    const within = fieldWithin(field);
    if (within === null) return true;
    // What is wrong with the claim is told where the claim is.
    const isElsewhere =
      typeof restates[within.place] === "number" && /^(?:claim|criteria)\b/.test(within.field);
    return same[within.place]?.ok === true && !isElsewhere;
  });
  const faults = firstOfEach([
    ...same.flatMap((one, place) => (one.ok ? [] : [{ field: `${keys[place]}.same`, code: one.error }])),
    ...own.map(named),
  ]);
  if (!parsed.ok || faults.length > 0) return err(faults);
  return ok({ chosen: parsed.value, by: parsed.value.by, goesOn: textIn(body, ONWARD) !== "", named });
}
