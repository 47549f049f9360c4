import type { Language, Translated } from "#domain/vocabulary.ts";
import { type Filling, type Markup, markup } from "./markup.ts";

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

/** `Text` and `Quote` as markup. */
export function textMarkup(of: Translated, language: Language): Filling {
  const wording = wordingOf(of, language);
  if (wording === null || wording.lang === language) return wording?.text;
  return markup`<span lang='${wording.lang}'>${wording.text}</span>`;
}
/** Words for a time that stand in no quote: without quotation marks, and said to be so. */
export const unquotedMarkup = (words: string, lang: Language, notInQuote: string): Markup =>
  markup`<span><span lang='${lang}'>${words}</span> (${notInQuote})</span>`;
export const quoteMarkup = (words: string, lang: Language): Markup => markup`<q lang='${lang}'>${words}</q>`;
