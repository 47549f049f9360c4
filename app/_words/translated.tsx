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

/** A text of ours, in the reader's language where it exists in it. */
export function Text({ of, language }: { of: Translated; language: Language }) {
  const wording = wordingOf(of, language);
  if (wording === null) return null;
  return wording.lang === language ? wording.text : <span lang={wording.lang}>{wording.text}</span>;
}

/** Words of a source, in its own language and with its own quotation marks. */
export function Quote({ words, lang }: { words: string; lang: Language }) {
  return <q lang={lang}>{words}</q>;
}

/** Words for a time that stand in no quote: without quotation marks, and said to be so. */
export function Unquoted({ words, lang, note }: { words: string; lang: Language; note: string }) {
  return (
    <span>
      <span lang={lang}>{words}</span> ({note})
    </span>
  );
}
