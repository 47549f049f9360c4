import type { Language } from "#domain/vocabulary.ts";
import { messagesIn } from "./language.ts";

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}";

/** What a plain page says. All of it is ours: nothing of a request may stand in it, since nothing is escaped. */
export interface PlainText {
  readonly title: string;
  readonly lead: string;
  readonly link?: { readonly href: string; readonly text: string };
}

/** A page of a few sentences, for where no page of the app can be drawn. */
export function plainMarkup(language: Language, { title, lead, link }: PlainText): string {
  const onward = link === undefined ? "" : `<p><a href="${link.href}">${link.text}</a></p>`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · ${messagesIn(language).brand.name}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${lead}</p>${onward}</main></body>
</html>
`;
}
