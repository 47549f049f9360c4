import { isDay } from "../../domain/day.ts";
import { readHorizon, textLanguage } from "../../domain/horizon.ts";
import { type FirstRung, rungTexts } from "../../domain/ladder.ts";
import { areInQuote } from "../../domain/quoted-words.ts";
import { CRITERIA, LANGUAGES, type Language, type Translated } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { windowLines } from "../_ui/editing/window-lines.ts";
import type { FormState } from "../_ui/form/form-state.ts";
import { isLanguage } from "./language.ts";
import { typedIn } from "./typed-words.ts";

/** As many characters as is read of any one text, and as many lines. */
const MOST_READ = 4000;
const MOST_RUNGS = 20;

const typedText = (form: FormData, field: string) => typedIn(form, field).trim().slice(0, MOST_READ) || null;

const inLanguages = (form: FormData, name: string): Translated => ({
  en: typedText(form, `${name}.en`),
  "zh-Hant": typedText(form, `${name}.zh-Hant`),
});

/** The forecast of a form, as far as other dates for it follow from it. */
function firstRung(form: FormData): FirstRung | null {
  const lang = typedIn(form, "lang");
  const saidOn = typedIn(form, "saidOn").trim();
  if (!isLanguage(lang) || !isDay(saidOn)) return null;
  const criteria = CRITERIA.map((name) => [name, inLanguages(form, `criteria.${name}`)] as const);
  return {
    claim: inLanguages(form, "claim"),
    criteria: Object.fromEntries(criteria) as FirstRung["criteria"],
    ...{ horizon: typedText(form, "horizon"), lang, saidOn },
  };
}

/** Which of the rungs that were shown a line is: its words say it, not its place, since lines come and go. */
const shownAs = (form: FormData, words: string): string | undefined =>
  Array.from({ length: MOST_RUNGS }, (_, place) => `rung${place}`).find(
    (key) => typedIn(form, `${key}.words`).trim() === words,
  );

/**
 * The same claim at the other dates of a form, filled in to be looked through and corrected: each claim, whatever else
 * names a date, and the note where its words are in no quote. What was corrected stays.
 */
export function tellOfRungs(
  form: FormData,
  m: Messages,
  language: Language,
): Pick<FormState, "rungs" | "values"> {
  const first = firstRung(form);
  const lines = [...new Set(typedIn(form, "ladder").split(/\r?\n/))].map((line) => line.trim());
  const words = lines.filter((line) => line !== "").slice(0, MOST_RUNGS);
  const values: { [field: string]: string } = {};
  if (first === null || first.horizon === null) return { rungs: [], values };
  const quote = typedIn(form, "quote").slice(0, MOST_READ);
  const rungs = words.map((horizon, place) => {
    const key = `rung${place}`;
    const before = shownAs(form, horizon);
    const { claim, criteria, keepingDate } = rungTexts(first, horizon, {});
    const texts: { [name: string]: string | null } = Object.fromEntries([
      ...LANGUAGES.map((lang) => [`claim.${lang}`, claim[lang]] as const),
      ...CRITERIA.flatMap((name) =>
        LANGUAGES.map((lang) => [`criteria.${name}.${lang}`, criteria[name][lang]] as const),
      ),
    ]);
    const names = Object.keys(texts).filter(
      (name) => texts[name] !== null && (name.startsWith("claim.") || keepingDate.includes(name)),
    );
    const notes = areInQuote(horizon, quote) ? [] : LANGUAGES.map((lang) => `horizonNote.${lang}`);
    values[`${key}.words`] = horizon;
    for (const name of [...names, ...notes]) {
      const typed = before === undefined ? null : form.get(`${before}.${name}`);
      values[`${key}.${name}`] = typeof typed === "string" ? typed : (texts[name] ?? "");
    }
    const reading = readHorizon(horizon.slice(0, MOST_READ), textLanguage(first.lang), first.saidOn);
    return { key, words: horizon, lines: windowLines(reading, language, m).slice(0, 1), names, notes };
  });
  return { rungs, values };
}
