import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { en, type Messages } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";

export const LANGUAGE_COOKIE = "hindcast_lang";

const CATALOGUES: { readonly [L in Language]: Messages } = { en, "zh-Hant": zhHant };

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value);

/**
 * The language that an `Accept-Language` header asks for first of those we speak; any Chinese gets Traditional.
 *
 * @example preferredLanguage("fr, zh-CN;q=0.9, en;q=0.8") // "zh-Hant"
 */
export function preferredLanguage(header: string | null): Language {
  const asked = (header ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const spoken = asked
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)(-|$)/.test(tag))
    .toSorted((a, b) => b.quality - a.quality);
  return spoken[0]?.tag.startsWith("zh") ? "zh-Hant" : "en";
}

/** The language of a request: the one chosen before, which the cookie holds, else the browser's. */
export const languageOf = (chosen: string | undefined, accepted: string | null): Language =>
  isLanguage(chosen) ? chosen : preferredLanguage(accepted);

export const messagesIn = (language: Language): Messages => CATALOGUES[language];
