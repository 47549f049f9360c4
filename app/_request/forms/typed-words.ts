import { isDay } from "#domain/day.ts";
import { type HorizonReading, readHorizon, textLanguage } from "#domain/horizon/read.ts";
import { areInQuote } from "#domain/sources/quoted-words.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { MOST_WORDS } from "#operations/forecast-fields.ts";
import type { Typed } from "../../_ui/forecasts/editing/window-preview.tsx";
import type { FieldNote } from "../../_words/form-state.ts";
import { toldOf, windowLines } from "../../_words/window-lines.ts";
import { isLanguage } from "../page-context.ts";

const MOST_QUOTE = 4000;

const plain = (typed: Typed) => {
  const text = (name: keyof Typed) => (typeof typed?.[name] === "string" ? typed[name].trim() : "");
  return {
    horizon: text("horizon"),
    lang: text("lang"),
    saidOn: text("saidOn"),
    quote: text("quote"),
    negative: text("negative"),
  };
};

/** What words for the time give, as far as a form is filled in. What comes from a browser may be anything. */
export function readTypedWords(typed: Typed, m: Messages, language: Language): FieldNote {
  const { horizon, lang, saidOn, quote, negative } = plain(typed);
  const told = (lines: readonly string[], reading: HorizonReading | null) =>
    toldOf(lines, reading, language, m);
  if (horizon === "" || horizon.length > MOST_WORDS) {
    const lines = windowLines(null, language, m);
    return told(negative === "yes" ? [...lines, m.editing.takenNegative] : lines, null);
  }
  if (!isDay(saidOn) || !isLanguage(lang)) return told([m.editing.dayNeeded], null);
  const reading = readHorizon(horizon, textLanguage(lang), saidOn);
  const saidIn = quote.slice(0, MOST_QUOTE);
  const lines = windowLines(reading, language, m, {
    words: { horizon, quote: saidIn, lang, saidOn },
    negative: negative === "" ? null : negative === "yes",
  });
  const isQuoted = quote === "" || areInQuote(horizon, saidIn);
  return told(isQuoted ? lines : [...lines, m.editing.needNote], reading);
}

export const typedIn = (form: FormData, field: string): string => {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
};

/** The same for a form that comes back. */
export const tellOfWords = (form: FormData, m: Messages, language: Language) => ({
  horizon: readTypedWords(
    {
      horizon: typedIn(form, "horizon"),
      lang: typedIn(form, "lang"),
      saidOn: typedIn(form, "saidOn"),
      quote: typedIn(form, "quote"),
      negative: typedIn(form, "negative"),
    },
    m,
    language,
  ),
});
