import type { Language } from "#domain/vocabulary.ts";
import { messagesIn } from "./language.ts";

const STYLE =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}";

const ESCAPES: { readonly [character: string]: string } = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;" },
  ...{ '"': "&quot;", "'": "&#39;" },
};
/** A text as it may stand between tags or in a quoted attribute. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

/** What a plain page says. The address of its link may have come with a request. */
export interface PlainText {
  readonly title: string;
  readonly lead: string;
  readonly link?: { readonly href: string; readonly text: string };
}

/** A page of a few sentences, for where no page of the app can be drawn. */
export function plainMarkup(language: Language, { title, lead, link }: PlainText): string {
  const onward = link === undefined ? "" : `<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>`;
  const name = escaped(messagesIn(language).brand.name);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} · ${name}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(lead)}</p>${onward}</main></body>
</html>
`;
}
