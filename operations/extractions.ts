import { z } from "zod";
import { windowName } from "#domain/forecasts/chosen-window.ts";
import type { Reading } from "#domain/horizon/read.ts";
import { err, ok } from "#domain/result.ts";
import { CANDIDATE_STRENGTHS, LOW_REASONS } from "#domain/sources/extraction/candidate.ts";
import type { Candidate, PlacedHorizon } from "#domain/sources/extraction.ts";
import { TEXT_FORMATS } from "#domain/sources/transcript.ts";
import { nowhere } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import { extractedFrom } from "./extracted.ts";
import * as field from "./fields.ts";
import { horizonStep } from "./horizon-step.ts";
import { readableText, refuseNoText, wholeText } from "./kept-text.ts";
import { read } from "./operation.ts";
import { cursor, readCursor, refuseCursor, writeCursor } from "./query.ts";

/** As many candidates as one answer tells. */
const MOST_CANDIDATES = 500;
/** No answer is larger, in bytes, but for one that has to tell a text of captions nearly as large. */
const LARGEST_ANSWER = 1_000_000;
/** What an answer has besides its candidates: names of fields, counts. */
const FRAME = 2_000;
/** A candidate told takes so much more than what is known of it: fields that are called otherwise, the name of its window. */
const PER_CANDIDATE = 400;
const MOST_SPEAKERS = 500;

const extractionInput = z
  .strictObject({
    text: wholeText,
    saidOn: field.day,
    cursor: cursor.nullish(),
    skip: field.wholeNumber(0).nullish(),
    limit: field.wholeNumber(1, MOST_CANDIDATES).nullish(),
  })
  .transform(
    field.whenSound(({ text, saidOn, cursor, skip, limit }, context) => {
      const from = cursor == null ? (skip ?? 0) : Number(readCursor(cursor, 1)?.[0] ?? Number.NaN);
      if (!Number.isSafeInteger(from) || from < 0) {
        refuseCursor(context, cursor);
        return z.NEVER;
      }
      const kept = readableText(text, null);
      if (kept !== null) return { kept, saidOn, sent: text, skip: from, limit: limit ?? MOST_CANDIDATES };
      refuseNoText(context, text);
      return z.NEVER;
    }),
  );

const reading = answer.shaped(
  ({ window, ...read }: Reading) => ({
    ...read,
    name: windowName(window),
    dueFrom: window.dueFrom,
    dueBy: window.dueBy,
  }),
  z.object({
    name: z.string().describe("By which a forecast says that this was meant, where there are several."),
    dueFrom: answer.dayOrNull,
    dueBy: answer.dayOrNull,
    approximate: z.boolean(),
    proposedGraceBy: answer.dayOrNull,
    steps: answer.listOf(horizonStep),
  }),
);

const readingsOf = ({ reading: found }: PlacedHorizon): readonly Reading[] => {
  if (found.kind === "window") return [found];
  return found.kind === "ambiguous" ? found.readings : [];
};

const horizon = answer.shaped(
  (placed: PlacedHorizon) => ({
    ...placed,
    kind: placed.reading.kind,
    words: placed.reading.words,
    readings: readingsOf(placed),
  }),
  z.object({
    kind: z.enum(["window", "vague", "ambiguous", "unread"]),
    words: z.string(),
    start: z.int(),
    end: z.int(),
    standsIn: z.enum(["sentence", "question"]),
    readings: answer.listOf(reading),
  }),
);

const sentence = z.object({ text: z.string(), start: z.int(), end: z.int() });

/** A candidate, and where the first telling of its claim begins. */
type Told = Candidate & { readonly restates: number | null };

const candidate = answer.shaped(
  ({ restates, ...found }: Told) => ({
    ...found,
    restates,
    lang: found.sentence.language === "en" ? ("en" as const) : ("zh-Hant" as const),
  }),
  z.object({
    kind: z.enum(["dated", "undated"]),
    strength: z.enum(CANDIDATE_STRENGTHS),
    reasons: answer.listOf(z.enum(LOW_REASONS)),
    sentence,
    lang: answer.language,
    horizon: horizon.nullable(),
    furtherHorizons: answer.listOf(horizon),
    negative: z.boolean(),
    conditional: z.boolean(),
    restates: z
      .int()
      .nullable()
      .describe("Where the sentence begins of which this one is likely the same claim said again."),
    speaker: answer.textOrNull,
    byInterviewer: z.boolean(),
    section: answer.textOrNull,
    before: sentence.nullable(),
    after: sentence.nullable(),
  }),
);

const sizeOf = (part: unknown): number => Buffer.byteLength(JSON.stringify(part));

/** As many of the first candidates as there is room for, one at least. */
function roomFor(told: readonly Told[], bytes: number): readonly Told[] {
  let left = bytes;
  const end = told.findIndex((one, at) => {
    left -= sizeOf(one) + PER_CANDIDATE;
    return at > 0 && left < 0;
  });
  return end === -1 ? told : told.slice(0, end);
}

/** Of each claim that is said again, by place: where it was said first. */
const firstTellings = (groups: readonly (readonly number[])[]): ReadonlyMap<number, number> =>
  new Map(groups.flatMap(([first, ...later]) => later.map((place) => [place, first ?? place] as const)));

/** Reads a text for what looks like a forecast in it. Nothing is kept. */
export const readText = read({
  name: "readText",
  needs: "anyone",
  address: nowhere,
  from: "body",
  input: extractionInput,
  answer: z.object({
    format: z.enum(TEXT_FORMATS),
    readableText: answer.textOrNull.describe(
      "The text that places are those of, where it is another than was sent.",
    ),
    speakers: answer.listOf(z.string()),
    interviewers: answer.listOf(z.string()),
    total: z.int().describe("How many candidates there are in all."),
    candidates: answer.listOf(candidate),
    nextCursor: answer.textOrNull.describe(
      "For the candidates that this answer has no room for, as `cursor`.",
    ),
    restatements: answer
      .listOf(answer.listOf(z.int()))
      .describe("Where the sentences begin that are likely one claim, for the claims of these candidates."),
  }),
  run: async (_records, _address, { kept, saidOn, sent, skip, limit }) => {
    const found = await extractedFrom(kept.text, saidOn);
    if (!found.ok) return err({ kind: "busy", with: "texts" } as const);
    const { candidates, restatements } = found.value;
    // The text is told once, with the first of the candidates.
    const readableText = kept.text === sent || skip > 0 ? null : kept.text;
    const speakers = found.value.speakers.slice(0, MOST_SPEAKERS);
    const interviewers = found.value.interviewers.slice(0, MOST_SPEAKERS);
    const heard = { format: kept.format, readableText, speakers, interviewers };
    const first = firstTellings(restatements);
    const startOf = (place: number) => candidates[place]?.sentence.start ?? 0;
    const told = candidates.slice(skip, skip + limit).map((one, at): Told => {
      const restated = first.get(skip + at);
      return { ...one, restates: restated === undefined ? null : startOf(restated) };
    });
    const shown = roomFor(told, LARGEST_ANSWER - FRAME - sizeOf(heard));
    const end = skip + shown.length;
    const isShown = (place: number) => place >= skip && place < end;
    return ok({
      ...heard,
      total: candidates.length,
      candidates: shown,
      nextCursor: end < candidates.length && shown.length > 0 ? writeCursor([String(end)]) : null,
      restatements: restatements
        .filter((group) => group.some(isShown))
        .map((group) => group.filter((place, at) => at === 0 || isShown(place)).map(startOf)),
    });
  },
});
