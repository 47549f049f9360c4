import { cache } from "react";
import { currentMoment } from "./clock.ts";
import { currentLanguage, messagesIn } from "./language.ts";
import { getSettings } from "./process/settings.ts";
import { getStore } from "./process/store.ts";

/** What every page needs to be drawn: the records, what day it is, and the reader's language. Made once a request. */
export const pageContext = cache(async () => {
  const language = await currentLanguage();
  const store = await getStore();
  return {
    ...currentMoment(),
    read: store.read,
    language,
    m: messagesIn(language),
    timeZone: getSettings().timezone,
    /** Whether pages of others are fetched here. */
    fetches: getSettings().keeping.fetches,
  };
});
