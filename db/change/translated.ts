import type { Language, Translated } from "#domain/vocabulary.ts";

/** One text of many translation rows, as a text per language. */
export function translated<Row extends { readonly lang: Language }>(
  rows: readonly Row[],
  text: (row: Row) => string | null,
): Translated {
  const inLanguage = (lang: Language) => {
    const row = rows.find((candidate) => candidate.lang === lang);
    return row === undefined ? null : text(row);
  };
  return { en: inLanguage("en"), "zh-Hant": inLanguage("zh-Hant") };
}
