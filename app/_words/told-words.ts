import { windowName } from "../../domain/forecasts/chosen-window.ts";
import type { HorizonReading } from "../../domain/horizon/read.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import type { Told } from "./form-state.ts";
import { explainHorizon } from "./horizon.ts";
import { windowWords } from "./window-lines.ts";

/** What is told of words for a time, with the ways to read them where there are several. */
export const toldOf = (
  lines: readonly string[],
  reading: HorizonReading | null,
  language: Language,
  m: Messages,
): Told => ({
  lines,
  readings:
    reading?.kind === "ambiguous"
      ? reading.readings.map((one) => ({
          value: windowName(one.window),
          text: windowWords(one.window, language, m),
          means: explainHorizon(one, language, m),
        }))
      : [],
});
