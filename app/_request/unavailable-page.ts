import type { Hindrance } from "#db/store.ts";
import type { Language } from "#domain/vocabulary.ts";
import { messagesIn } from "#front/language.ts";
import { type PlainText, plainMarkup } from "#front/plain-page.ts";

/** After how many seconds asking again makes sense, while the store does not answer. */
export const RETRY_AFTER_SECONDS = 5;

interface PlainPage extends PlainText {
  readonly status: 400 | 403 | 413 | 503 | 507;
  readonly headers?: { readonly [name: string]: string };
}

/** A page of a few sentences of ours with a status of its own, for where no page of the app can be rendered. */
export function plainPage(language: Language, { status, headers, ...text }: PlainPage): Response {
  return new Response(plainMarkup(language, text), {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

/**
 * The page that stands for every other one while the store is hindered, which has a status and headers of its own.
 * Plain text in a plain page: what renders the others would ask the store first.
 */
export function unavailablePage(language: Language, hindrance: Hindrance): Response {
  const { again, ...m } = messagesIn(language).unavailable;
  const link = { href: "", text: again };
  if (hindrance === "full") return plainPage(language, { status: 507, ...m.full, link });
  const headers = { "retry-after": String(RETRY_AFTER_SECONDS) };
  return plainPage(language, { status: 503, ...m[hindrance], link, headers });
}
