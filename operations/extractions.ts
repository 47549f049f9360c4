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

/** As many candidates as one answer tells. */
const MOST_CANDIDATES = 500;

const extractionInput = z
  .strictObject({
    text: wholeText,
    saidOn: field.day,
    skip: field.wholeNumber(0).nullish(),
    limit: field.wholeNumber(1, MOST_CANDIDATES).nullish(),
  })
  .transform(
    field.whenSound(({ text, saidOn, skip, limit }, context) => {
      const kept = readableText(text, null);
      if (kept !== null)
        return { kept, saidOn, sent: text, skip: skip ?? 0, limit: limit ?? MOST_CANDIDATES };
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

const candidate = answer.shaped(
  (found: Candidate) => ({
    ...found,
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
    speaker: answer.textOrNull,
    byInterviewer: z.boolean(),
    section: answer.textOrNull,
    before: sentence.nullable(),
    after: sentence.nullable(),
  }),
);

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
    total: z.int(),
    candidates: answer.listOf(candidate),
    restatements: answer.listOf(answer.listOf(z.int())),
  }),
  run: async (_records, _address, { kept, saidOn, sent, skip, limit }) => {
    const found = await extractedFrom(kept.text, saidOn);
    if (!found.ok) return err({ kind: "busy", with: "texts" } as const);
    const { candidates, restatements, ...heard } = found.value;
    const startOf = (place: number) => candidates[place]?.sentence.start ?? 0;
    return ok({
      ...heard,
      format: kept.format,
      readableText: kept.text === sent ? null : kept.text,
      total: candidates.length,
      candidates: candidates.slice(skip, skip + limit),
      restatements: restatements.map((group) => group.map(startOf)),
    });
  },
});
