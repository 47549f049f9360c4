import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Language } from "#domain/vocabulary.ts";
import { ADDRESS_HEADER } from "#front/address.ts";
import { LANGUAGE_COOKIE, languageOf, messagesIn } from "#front/language.ts";
import { currentMoment } from "./clock.ts";
import { getSettings } from "./process/settings.ts";
import { storeForRequest } from "./process/store.ts";

export { isLanguage, LANGUAGE_COOKIE, messagesIn } from "#front/language.ts";

/** The language of this request: the one chosen before, else the browser's. */
export async function currentLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return languageOf(chosen, (await headers()).get("accept-language"));
}

/** What every page needs to be rendered: the records, what day it is, and the reader's language. Made once a request. */
export const pageContext = cache(async () => {
  const language = await currentLanguage();
  const address = (await headers()).get(ADDRESS_HEADER) ?? "/";
  const store = await storeForRequest();
  return {
    ...currentMoment(),
    read: store.read,
    language,
    /** Where the reader is: the path with its query. */
    address,
    m: messagesIn(language),
    timeZone: getSettings().timezone,
    isOpen: getSettings().isOpen,
    /** Whether pages of others are fetched here. */
    fetches: getSettings().keeping.fetches,
  };
});
