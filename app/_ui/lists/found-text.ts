import type { Found, FoundText } from "../../../db/lists/found.ts";
import type { Excerpt, Span } from "../../../domain/search/marks.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { type Filling, type Markup, markup } from "../../_words/markup.ts";
import { langUnless } from "../../_words/translated.tsx";

/** A text with some stretches of it marked. */
export function markedText(text: string, spans: readonly Span[]): Filling {
  if (spans.length === 0) return text;
  let done = 0;
  const pieces = spans.flatMap(({ start, end }): Filling[] => {
    const before = text.slice(done, start);
    done = end;
    return [before, markup`<mark>${text.slice(start, end)}</mark>`];
  });
  return [...pieces, text.slice(done)];
}

const words = (name: "cite" | "q", { text, spans }: Excerpt, lang: Language | undefined): Markup => {
  const marked = markedText(text, spans);
  const said = lang !== undefined && markup` lang='${lang}'`;
  return name === "q" ? markup`<q${said}>${marked}</q>` : markup`<cite${said}>${marked}</cite>`;
};

function place(
  found: FoundText,
  shown: Language | undefined,
  language: Language,
  m: Messages,
  isToldAbove: boolean,
): Markup {
  if (isToldAbove && found.place === "source-text") return markup`<li>${m.list.sameText}</li>`;
  const { excerpt, title } = found;
  const lang = found.lang === null ? undefined : langUnless(language, found.lang);
  // The claim that heads the row has its marks already.
  const isHeading = found.place === "claim" && found.lang === shown;
  const told = isHeading ? [] : [title && words("cite", title, lang), excerpt && words("q", excerpt, lang)];
  const parts = told.filter((part) => part !== null);
  return markup`<li>${m.list.places[found.place]}${parts.map((part, i) => [i === 0 ? m.list.placeColon : " ", part])}</li>`;
}

/**
 * Where the words of a search were found: a line for each text that has some of them. @param shown the language of the
 * claim above @param isToldAbove the passage of the source's text stands with another of its forecasts
 */
export const foundMarkup = (
  { texts }: Found,
  shown: Language | undefined,
  language: Language,
  m: Messages,
  isToldAbove = false,
): Filling =>
  texts.length > 0 &&
  markup`<ul class='found-in'>${texts.map((text) => place(text, shown, language, m, isToldAbove))}</ul>`;
