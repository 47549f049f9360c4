import type { Day } from "../day.ts";
import { findHorizons, textLanguage } from "../horizon/read.ts";
import { type Criterion, eachOfCriteria, LANGUAGES, type Language, type Translated } from "../vocabulary.ts";
import { saysNegative, type TimedWords } from "./chosen-direction.ts";

/** What a forecast says in our words, and the words that carry its time, in the language of the quote. */
export interface FirstRung {
  readonly claim: Translated;
  readonly criteria: { readonly [C in Criterion]: Translated };
  readonly horizon: string | null;
  readonly lang: Language;
  readonly saidOn: Day;
}

type Partly = { readonly [L in Language]?: string | null | undefined } | undefined;

/** What was written for the same claim at another date; what is left out is taken from the first. */
export interface GivenRung {
  readonly claim?: Partly;
  readonly criteria?: { readonly [C in Criterion]?: Partly } | undefined;
}

/** Our texts of the same claim at another date. */
export interface RungTexts extends Pick<FirstRung, "claim" | "criteria"> {
  /** Texts that would be taken over with a date of the first in them, as `claim.en`, `criteria.trueIf.zh-Hant`. */
  readonly keepingDate: readonly string[];
}

const datesIn = (text: string, lang: Language, saidOn: Day) =>
  findHorizons(text, textLanguage(lang), saidOn).filter(
    ({ kind }) => kind === "window" || kind === "ambiguous",
  );

const yearsIn = (text: string): readonly string[] => text.match(/\d{4}/g) ?? [];

/** A text of the first one with the other words in place of its own, and whether another date is left in it. */
function takenOver(text: string, lang: Language, { horizon, lang: own, saidOn }: FirstRung, words: string) {
  const isOwn = lang === own && horizon !== null && horizon !== "" && text.includes(horizon);
  const other = isOwn ? text.replaceAll(horizon, () => words) : text;
  const rest = isOwn ? text.replaceAll(horizon, () => " ") : text;
  const isLeft = yearsIn(horizon ?? "").some((year) => rest.includes(year) && !words.includes(year));
  return { other, keepsDate: isLeft || datesIn(rest, lang, saidOn).length > 0 };
}

/**
 * The same claim at another date: what was written for it; else what the first says, with these words in place of its
 * own. A text that names a date otherwise cannot be put right by rule, and is told.
 *
 * @example rungTexts({ claim: { en: "Half of all cars by 2030", "zh-Hant": "2030年前半數汽車" }, horizon: "by 2030", ... },
 *   "by 2035", {}) // claim.en is "Half of all cars by 2035", keepingDate is ["claim.zh-Hant"]
 */
export function rungTexts(first: FirstRung, words: string, given: GivenRung): RungTexts {
  const keepingDate: string[] = [];
  const each = (name: string, texts: Translated, written: Partly): Translated => {
    const [en, zh] = LANGUAGES.map((lang): string | null => {
      const own = texts[lang];
      const told = written?.[lang];
      // A claim is another one at another date; what would settle it may well be the same, once somebody says so.
      if (told !== undefined && !(name === "claim" && told === own)) return told;
      if (own === null) return null;
      const { other, keepsDate } = takenOver(own, lang, first, words);
      if (keepsDate) keepingDate.push(`${name}.${lang}`);
      return other;
    });
    return { en: en ?? null, "zh-Hant": zh ?? null };
  };
  const claim = each("claim", first.claim, given.claim);
  const criteria = eachOfCriteria((name) =>
    each(`criteria.${name}`, first.criteria[name], given.criteria?.[name]),
  );
  return { claim, criteria, keepingDate };
}

/**
 * Whether the same claim at other dates is of what will not happen: as the first is, since it is the same claim,
 * whatever is said around their words.
 *
 * @param chosen of the first; null: as its words say
 */
export const isLadderDenied = (chosen: boolean | null, first: TimedWords): boolean =>
  chosen ?? saysNegative(first) ?? false;
