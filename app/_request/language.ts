import { cookies, headers } from "next/headers";
import type { Language } from "../../domain/vocabulary.ts";
import { LANGUAGE_COOKIE, languageOf } from "../../front/language.ts";

export { isLanguage, LANGUAGE_COOKIE, messagesIn } from "../../front/language.ts";

/** The language of this request: the one chosen before, else the browser's. */
export async function currentLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return languageOf(chosen, (await headers()).get("accept-language"));
}
