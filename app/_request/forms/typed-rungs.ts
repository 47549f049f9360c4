import { isDay } from "#domain/day.ts";
import { isTurnedRound, type TimedWords } from "#domain/forecasts/chosen-direction.ts";
import { type FirstRung, isLadderDenied, rungTexts } from "#domain/forecasts/ladder.ts";
import { readHorizon, textLanguage } from "#domain/horizon/read.ts";
import { areInQuote } from "#domain/sources/quoted-words.ts";
import { CRITERIA, eachOfCriteria, LANGUAGES, type Language, type Translated } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { MOST_RUNGS, RUNG_KEYS } from "#operations/forecast-fields.ts";
import type { FormState } from "../../_words/form-state.ts";
import { takenLines, windowLines } from "../../_words/window-lines.ts";
import { isLanguage } from "../page-context.ts";
import { typedIn } from "./typed-words.ts";

/** As many characters as is read of any one text. */
const MOST_READ = 4000;

const inEach = (name: string) => LANGUAGES.map((lang) => `${name}.${lang}`);
const TEXTS = ["claim", ...CRITERIA.map((name) => `criteria.${name}`)].flatMap(inEach);
const NOTES = inEach("horizonNote");

const typedText = (form: FormData, field: string) => typedIn(form, field).trim().slice(0, MOST_READ) || null;

const inLanguages = (form: FormData, name: string): Translated => ({
  en: typedText(form, `${name}.en`),
  "zh-Hant": typedText(form, `${name}.zh-Hant`),
});

type First = FirstRung & TimedWords & { readonly isDenied: boolean };

/** The forecast of a form, as far as other dates for it follow from it; null where it cannot be read yet. */
function firstRung(form: FormData): First | null {
  const lang = typedIn(form, "lang");
  const saidOn = typedIn(form, "saidOn").trim();
  const horizon = typedText(form, "horizon");
  if (!isLanguage(lang) || !isDay(saidOn) || horizon === null) return null;
  const words = { horizon, quote: typedIn(form, "quote").slice(0, MOST_READ), lang, saidOn };
  const chosen = typedIn(form, "negative");
  return {
    ...words,
    claim: inLanguages(form, "claim"),
    criteria: eachOfCriteria((name) => inLanguages(form, `criteria.${name}`)),
    isDenied: isLadderDenied(chosen === "" ? null : chosen === "yes", words),
  };
}

/** What there is to look through of one rung: the names of its fields, and what stands in those nobody filled in. */
type ShownRung = Pick<FormState["rungs"][number], "lines" | "names" | "notes"> & {
  readonly texts: { readonly [name: string]: string | null };
};

function shownFrom(first: First, words: string, language: Language, m: Messages): ShownRung {
  const { claim, criteria, keepingDate } = rungTexts(first, words, {});
  const texts: { [name: string]: string | null } = Object.fromEntries(
    LANGUAGES.flatMap((lang) => [
      [`claim.${lang}`, claim[lang]] as const,
      ...CRITERIA.map((name) => [`criteria.${name}.${lang}`, criteria[name][lang]] as const),
    ]),
  );
  const isTurned = isTurnedRound(first.isDenied, { ...first, horizon: words.slice(0, MOST_READ) });
  const reading = readHorizon(words.slice(0, MOST_READ), textLanguage(first.lang), first.saidOn);
  return {
    lines: [...windowLines(reading, language, m).slice(0, 1), ...takenLines(first.isDenied, isTurned, m)],
    names: TEXTS.filter(
      (name) => texts[name] !== null && (name.startsWith("claim.") || keepingDate.includes(name)),
    ),
    notes: isTurned || !areInQuote(words, first.quote) ? NOTES : [],
    texts,
  };
}

/** Where it cannot be said what follows, what was shown stays. */
function shownBefore(form: FormData, before: string): ShownRung {
  const wereShown = (names: readonly string[]) => names.filter((name) => form.has(`${before}.${name}`));
  return { lines: [], names: wereShown(TEXTS), notes: wereShown(NOTES), texts: {} };
}

/** Which of the rungs that were shown a line is: its words say it, not its place, since lines come and go. */
const shownAs = (form: FormData, words: string): string | undefined =>
  RUNG_KEYS.find((key) => typedIn(form, `${key}.words`).trim() === words);

/**
 * The same claim at the other dates of a form, filled in to be looked through and corrected: each claim, whatever else
 * names a date, and the note where its words are in no quote, or say the opposite of the first. What was corrected
 * stays.
 */
export function tellOfRungs(
  form: FormData,
  m: Messages,
  language: Language,
): Pick<FormState, "rungs" | "values"> {
  const lines = [...new Set(typedIn(form, "ladder").split(/\r?\n/))].map((line) => line.trim());
  const words = lines.filter((line) => line !== "").slice(0, MOST_RUNGS);
  const first = words.length === 0 ? null : firstRung(form);
  const values: { [field: string]: string } = {};
  const rungs = words.flatMap((horizon, place) => {
    const key = `rung${place}`;
    const before = shownAs(form, horizon);
    if (first === null && before === undefined) return [];
    const { texts, ...shown } =
      first === null ? shownBefore(form, before ?? key) : shownFrom(first, horizon, language, m);
    values[`${key}.words`] = horizon;
    for (const name of [...shown.names, ...shown.notes]) {
      const typed = before === undefined ? null : form.get(`${before}.${name}`);
      values[`${key}.${name}`] = typeof typed === "string" ? typed : (texts[name] ?? "");
    }
    return [{ key, words: horizon, ...shown }];
  });
  return { rungs, values };
}
