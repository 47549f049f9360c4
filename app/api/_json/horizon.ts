import { windowName } from "#domain/forecasts/chosen-window.ts";
import type { HorizonReading, Reading } from "#domain/horizon/read.ts";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { explainHorizon } from "../../_words/horizon.ts";

const explained = (reading: HorizonReading) => ({
  en: explainHorizon(reading, "en", en),
  "zh-Hant": explainHorizon(reading, "zh-Hant", zhHant),
});

const windowJson = (reading: Reading) => ({
  dueFrom: reading.window.dueFrom,
  dueBy: reading.window.dueBy,
  approximate: reading.approximate,
  /** Ours, never the speaker's. */
  proposedGraceBy: reading.proposedGraceBy,
  negative: reading.negative,
  steps: reading.steps,
  explanation: explained(reading),
});

/** What was made of a phrase: the window or the windows it may mean, and how. */
export function horizonJson(reading: HorizonReading) {
  if (reading.kind === "none") return { kind: reading.kind, explanation: explained(reading) };
  const { kind, words, start, end } = reading;
  const found = { kind, words, start, end };
  switch (reading.kind) {
    case "window":
      return { ...found, ...windowJson(reading) };
    case "ambiguous":
      return {
        ...found,
        readings: reading.readings.map((one) => ({ name: windowName(one.window), ...windowJson(one) })),
        explanation: explained(reading),
      };
    case "vague":
      return { ...found, negative: reading.negative, explanation: explained(reading) };
    case "past":
      return { ...found, explanation: explained(reading) };
    default:
      return reading satisfies never;
  }
}
