import type { Language, Translated } from "#domain/vocabulary.ts";

export interface Wording {
  readonly text: string;
  /** The language it is really in. */
  readonly lang: Language;
}

/** A text in the reader's language, else in the other one; null when it exists in neither. */
export function wordingOf(translated: Translated, language: Language): Wording | null {
  const own = translated[language];
  if (own !== null) return { text: own, lang: language };
  const other = language === "en" ? "zh-Hant" : "en";
  const text = translated[other];
  return text === null ? null : { text, lang: other };
}

/** The `lang` of an element, said only where it is not the page's. */
export const langUnless = (page: Language, lang: Language): Language | undefined =>
  lang === page ? undefined : lang;
