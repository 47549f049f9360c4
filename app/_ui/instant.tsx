import type { Language } from "../../domain/vocabulary.ts";
import { type Markup, markup } from "./markup.ts";

const LOCALES = { en: "en-GB", "zh-Hant": "zh-Hant-TW" } as const satisfies { [L in Language]: string };
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  });
  formats.set(key, format);
  return format;
}

const write = (at: Date, language: Language, timeZone: string) =>
  formatIn(language, timeZone).format(at).replace("Sept", "Sep");

/** An instant, written in the zone that the app counts its days in. */
export const Instant = ({ at, language, timeZone }: { at: Date; language: Language; timeZone: string }) => (
  <time dateTime={at.toISOString()}>{write(at, language, timeZone)}</time>
);

/** The same as markup. */
export const instantMarkup = (at: Date, language: Language, timeZone: string): Markup =>
  markup`<time datetime='${at.toISOString()}'>${write(at, language, timeZone)}</time>`;
