import type { IncomingMessage } from "node:http";
import { en } from "#messages/en.ts";
import { LANGUAGE_COOKIE, languageOf, messagesIn } from "./language.ts";
import { plainMarkup } from "./plain-page.ts";

export const MISDIRECTED = 421;

interface Answer {
  readonly type: string;
  readonly body: string;
}

const PROBLEM: Answer = {
  type: "application/problem+json",
  body: JSON.stringify({
    type: "about:blank",
    title: "Misdirected Request",
    status: MISDIRECTED,
    detail: en.misdirected.lead,
  }),
};

/** The cookies' own syntax is read no further than this one needs: its values have neither quotes nor escapes. */
const CHOSEN = new RegExp(`(?:^|;)\\s*${LANGUAGE_COOKIE}=([\\w-]*)`);

/** What a request is told that came by a name which is not ours: of the API as a problem, else in the asker's words. */
export function misdirected({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): Answer {
  if (/^\/api(?:\/|\?|$)/.test(url)) return PROBLEM;
  const chosen = CHOSEN.exec(headers.cookie ?? "")?.[1];
  const language = languageOf(chosen, headers["accept-language"] ?? null);
  const { title, lead } = messagesIn(language).misdirected;
  return { type: "text/html; charset=utf-8", body: plainMarkup(language, { title, lead }) };
}
