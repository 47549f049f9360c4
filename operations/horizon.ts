import { z } from "zod";
import { windowName } from "#domain/forecasts/chosen-window.ts";
import { type HorizonReading, type Reading, readHorizon, textLanguage } from "#domain/horizon/read.ts";
import { ok } from "#domain/result.ts";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { nowhere } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import * as field from "./fields.ts";
import * as part from "./forecast-fields.ts";
import { horizonStep } from "./horizon-step.ts";
import { read } from "./operation.ts";
import { explainHorizon } from "./words/horizon.ts";

const explained = (reading: HorizonReading) => ({
  en: explainHorizon(reading, "en", en),
  "zh-Hant": explainHorizon(reading, "zh-Hant", zhHant),
});

const explanation = z
  .object({ en: z.string(), "zh-Hant": z.string() })
  .describe("What was made of the words, in a sentence.");

const windowOf = (reading: Reading) => ({
  ...reading,
  dueFrom: reading.window.dueFrom,
  dueBy: reading.window.dueBy,
  explanation: explained(reading),
});

const windowFields = {
  dueFrom: answer.dayOrNull,
  dueBy: answer.dayOrNull,
  approximate: z.boolean(),
  proposedGraceBy: answer.dayOrNull.describe("Ours, never the speaker's."),
  negative: z.boolean(),
  steps: answer.listOf(horizonStep),
  explanation,
};

const place = { words: z.string(), start: z.int(), end: z.int() };

function told(reading: HorizonReading) {
  switch (reading.kind) {
    case "window":
      return { ...windowOf(reading), kind: reading.kind };
    case "ambiguous": {
      const readings = reading.readings.map((one) => ({ ...windowOf(one), name: windowName(one.window) }));
      return { ...reading, readings, explanation: explained(reading) };
    }
    case "vague":
    case "past":
    case "unread":
    case "none":
      return { ...reading, explanation: explained(reading) };
    default:
      return reading satisfies never;
  }
}

/** Reads a phrase. What it is asked does not fit into an address. */
export const readPhrase = read({
  name: "readPhrase",
  needs: "anyone",
  address: nowhere,
  from: "body",
  input: z.strictObject({
    words: field.text(2000),
    lang: part.language.transform(textLanguage),
    saidOn: field.day.describe("The day on which they were said."),
  }),
  answer: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("window"), ...place, ...windowFields }),
    z.object({
      kind: z.literal("ambiguous"),
      ...place,
      readings: answer.listOf(z.object({ name: z.string(), ...windowFields })),
      explanation,
    }),
    z.object({ kind: z.literal("vague"), ...place, negative: z.boolean(), explanation }),
    z.object({ kind: z.literal("past"), ...place, explanation }),
    z.object({ kind: z.literal("unread"), ...place, explanation }).describe("A time that is not read whole."),
    z.object({ kind: z.literal("none"), explanation }),
  ]),
  run: async (_records, _address, { words, lang, saidOn }) => ok(told(readHorizon(words, lang, saidOn))),
});
