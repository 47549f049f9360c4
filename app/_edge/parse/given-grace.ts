import { isDay } from "../../../domain/day.ts";
import { readHorizon, textLanguage } from "../../../domain/horizon.ts";
import { LANGUAGES } from "../../../domain/vocabulary.ts";

/** As many characters as the words for the time may have. */
const MOST_WORDS = 300;

/** The grace that follows from hedged words in a form, for whoever ticks that it is given; null where there is none. */
export function graceFromWords(form: { readonly [field: string]: unknown }): string | null {
  const { horizon, lang, saidOn } = form;
  if (typeof horizon !== "string" || horizon.length > MOST_WORDS) return null;
  const language = LANGUAGES.find((one) => one === lang);
  if (language === undefined) return null;
  if (typeof saidOn !== "string" || !isDay(saidOn)) return null;
  const reading = readHorizon(horizon.trim(), textLanguage(language), saidOn);
  return reading.kind === "window" ? reading.proposedGraceBy : null;
}
