import type { Language } from "../../domain/vocabulary.ts";
import { messagesIn } from "./language.ts";

/** After how many seconds asking again makes sense, while the store does not answer. */
export const RETRY_AFTER_SECONDS = 5;

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}";

interface PlainPage {
  readonly status: 400 | 403 | 413 | 503;
  readonly title: string;
  readonly lead: string;
  readonly link: { readonly href: string; readonly text: string };
  readonly headers?: { readonly [name: string]: string };
}

/** A page of a few sentences of ours with a status of its own, for where no page of the app can be drawn. */
export function plainPage(language: Language, { status, title, lead, link, headers }: PlainPage): Response {
  const m = messagesIn(language);
  const page = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · ${m.brand.name}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${lead}</p><p><a href="${link.href}">${link.text}</a></p></main></body>
</html>
`;
  return new Response(page, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

/**
 * The page that stands for every other one while the store does not answer, which has a status and headers of its
 * own. Plain text in a plain page: what draws the others would ask the store first.
 */
export function unavailablePage(language: Language): Response {
  const { title, lead, again } = messagesIn(language).unavailable;
  const link = { href: "", text: again };
  const headers = { "retry-after": String(RETRY_AFTER_SECONDS) };
  return plainPage(language, { status: 503, title, lead, link, headers });
}
