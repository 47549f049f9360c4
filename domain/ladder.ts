import type { Language, Translated } from "./vocabulary.ts";

/** A claim and the words that carry its time, in the language of the quote. */
export interface Rung {
  readonly claim: Translated;
  readonly horizon: string | null;
  readonly lang: Language;
}

/**
 * The same claim at another date: where the claim says the words for the time itself, it says the other ones.
 *
 * @example claimAt({ claim: { en: "Half of all cars by 2030", "zh-Hant": null }, horizon: "by 2030", lang: "en" },
 *   "by 2035").en // "Half of all cars by 2035"
 */
export function claimAt({ claim, horizon, lang }: Rung, words: string): Translated {
  const own = claim[lang];
  if (own === null || horizon === null || horizon === "") return claim;
  return { ...claim, [lang]: own.replace(horizon, () => words) };
}
