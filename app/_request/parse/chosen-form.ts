import { z } from "zod";
import type { Chosen } from "#db/forecasts/from-text.ts";
import type { SpeakerDraft } from "#db/sources/create-speaker.ts";
import type { Day } from "#domain/day.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Candidate } from "#domain/sources/extraction.ts";
import { withoutUnseen } from "#domain/unseen.ts";
import type { Language } from "#domain/vocabulary.ts";
import { type FieldError, firstOfEach } from "#operations/field-error.ts";
import { by, parseWith } from "#operations/fields.ts";
import * as part from "#operations/forecast-fields.ts";
import { candidateKey, ONWARD, voiceKey } from "../../_ui/sources/field-names.ts";
import { fieldsWithin, parseForecastForm } from "./forecast-form.ts";
import { type FormShape, shapeOf, withPrefix } from "./form-shape.ts";

/** What the claim is and what would settle it, which a restatement takes from the one it restates. */
const CLAIM = fieldsWithin("claim", "criteria");
const TIME = fieldsWithin(
  ...["horizonNote", "dueFrom", "dueBy", "graceBy", "reviewOn", "horizon"],
  ...["undated", "negative", "giveGrace", "reading"],
);
const OWN_SHAPE: FormShape = { ...CLAIM, ...TIME, take: "tick", speaker: "text", same: "text" };
const NAMES = Object.keys(shapeOf(z.object(part.speaker)));
const VOICE_SHAPE: FormShape = { speaker: "text", ...shapeOf(z.object(part.speaker)) };

/** The shape of a form for some sentences and those who may have said them. */
export const chosenShape = (shown: readonly Candidate[], voices: number): FormShape =>
  Object.assign(
    { by: "optional", [ONWARD]: "optional" },
    ...shown.map((candidate) => withPrefix(candidateKey(candidate), OWN_SHAPE)),
    ...Array.from({ length: voices }, (_, place) => withPrefix(voiceKey(place), VOICE_SHAPE)),
  );

/** What the sentences of a form are, besides what was typed. */
export interface ChosenContext {
  readonly source: string;
  readonly saidOn: Day;
  readonly shown: readonly Candidate[];
}

export interface ChosenBody extends Chosen {
  /** What the names of the fields of each draft begin with. */
  readonly keys: readonly string[];
  readonly by: string | null;
  /** The next sentences are asked for once these are saved. */
  readonly goesOn: boolean;
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
function forecastForm(body: Flat, candidate: Candidate, claimOf: string, { source, saidOn }: ChosenContext) {
  const key = candidateKey(candidate);
  const own = Object.keys(OWN_SHAPE)
    .filter((name) => !["take", "speaker", "same"].includes(name))
    .map((name) => [name, body[`${Object.hasOwn(CLAIM, name) ? claimOf : key}.${name}`]] as const)
    .filter(([, value]) => value !== undefined);
  const voice = textIn(body, `${key}.speaker`);
  const speaker = textIn(body, `${voiceKey(voice)}.speaker`);
  const named = NAMES.map((name) => [
    `newSpeaker.${name}`,
    speaker === "" ? textIn(body, `${voiceKey(voice)}.${name}`) : "",
  ]);
  return {
    ...Object.fromEntries([...own, ...named]),
    quote: cut(candidate.sentence.text, MOST_QUOTE),
    lang: languageOf(candidate),
    section: cut(withoutUnseen(candidate.section ?? ""), MOST_SECTION),
    source,
    speaker,
    saidOn,
  };
}

/** The name that a fault's field has in the form of the page. */
function fieldIn(key: string, voice: string, field: string): string {
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

/** One sentence as a forecast to be put on record, or what is wrong with it. */
function parseOne(
  body: Flat,
  candidate: Candidate,
  keys: readonly string[],
  context: ChosenContext,
): Result<{ readonly draft: Chosen["drafts"][number]; readonly speaker: SpeakerDraft | null }, FieldError[]> {
  const key = candidateKey(candidate);
  const voice = textIn(body, `${key}.speaker`);
  const same = restated(body, key, keys);
  if (!same.ok) return err([{ field: `${key}.same`, code: same.error }]);
  const isRestated = typeof same.value === "number";
  const claimOf = isRestated ? (keys[Number(same.value)] ?? key) : key;
  const parsed = parseForecastForm(forecastForm(body, candidate, claimOf, context));
  if (!parsed.ok) {
    // What is wrong with the claim is told where the claim is.
    const own = parsed.error.filter(({ field }) => !isRestated || !/^(?:claim|criteria)\b/.test(field));
    return err(own.map((fault) => ({ ...fault, field: fieldIn(key, voice, fault.field) })));
  }
  const { speaker, ...draft } = parsed.value.draft;
  const relations = same.value === null ? [] : [{ kind: "restates" as const, to: same.value }];
  const { start, end } = candidate.sentence;
  const isNew = typeof speaker !== "string";
  return ok({
    draft: { ...draft, relations, place: { start, end }, speaker: isNew ? Number(voice) : speaker },
    speaker: isNew ? speaker : null,
  });
}

/** The sentences that were chosen, each as a forecast to be put on record, with every fault of all of them. */
export function parseChosen(body: Flat, context: ChosenContext): Result<ChosenBody, readonly FieldError[]> {
  const taken = context.shown.filter((candidate) => body[`${candidateKey(candidate)}.take`] === true);
  if (taken.length === 0) return err([{ field: "take", code: "nothing-chosen" }]);
  const keys = taken.map(candidateKey);
  const errors: FieldError[] = [];
  const drafts: Chosen["drafts"][number][] = [];
  const speakers = new Map<number, SpeakerDraft>();
  for (const candidate of taken) {
    const one = parseOne(body, candidate, keys, context);
    if (!one.ok) {
      errors.push(...one.error);
      continue;
    }
    const { draft, speaker } = one.value;
    drafts.push(draft);
    if (speaker !== null && typeof draft.speaker === "number") speakers.set(draft.speaker, speaker);
  }
  const name = parseWith(z.object({ by }), { by: body.by });
  if (!name.ok) errors.push(...name.error);
  if (!name.ok || errors.length > 0) return err(firstOfEach(errors));
  return ok({ drafts, speakers, keys, by: name.value.by, goesOn: textIn(body, ONWARD) !== "" });
}
