import { isDay } from "../../../domain/day.ts";
import { windowName } from "../../../domain/forecasts/chosen-window.ts";
import { type HorizonReading, readHorizon, textLanguage } from "../../../domain/horizon/read.ts";
import { LANGUAGES } from "../../../domain/vocabulary.ts";
import { MOST_WORDS } from "./forecast-fields.ts";

type Form = { readonly [field: string]: unknown };

/** How the words for the time in a form are read; null where they, or what they are read by, are not all there. */
function readingIn(form: Form): HorizonReading | null {
  const { horizon, lang, saidOn } = form;
  if (typeof horizon !== "string" || horizon.length > MOST_WORDS) return null;
  const language = LANGUAGES.find((one) => one === lang);
  if (language === undefined) return null;
  if (typeof saidOn !== "string" || !isDay(saidOn)) return null;
  return readHorizon(horizon.trim(), textLanguage(language), saidOn);
}

/** The grace that follows from hedged words in a form, for whoever ticks that it is given; null where there is none. */
export function graceFromWords(form: Form): string | null {
  const reading = readingIn(form);
  if (reading?.kind === "window") return reading.proposedGraceBy;
  if (reading?.kind !== "ambiguous") return null;
  return reading.readings.find(({ window }) => windowName(window) === form.reading)?.proposedGraceBy ?? null;
}

/**
 * Which way to read the words was chosen in a form. Null where nothing was, or the words have meanwhile become others,
 * which can be read in one way only: what was chosen is then no longer asked.
 */
export const readingFromWords = (form: Form): unknown =>
  readingIn(form)?.kind === "ambiguous" ? (form.reading ?? null) : null;
