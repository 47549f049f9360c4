/** Known to this file alone, so that nothing that was read or typed passes for markup, whatever its shape. */
const HTML = Symbol("html");

/**
 * HTML as text, for what is rendered fifty times a page: an element that React makes costs the server ten times what its
 * text costs, and nothing in a row ever changes in the browser. Only `markup` makes it, and it escapes whatever it is
 * given that is not itself markup.
 */
export interface Markup {
  readonly [HTML]: string;
}

/** The HTML itself, for where it enters the page. */
export const htmlOf = (made: Markup): string => made[HTML];

export type Filling = string | number | false | null | undefined | Markup | readonly Filling[];

const ENTITIES: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const SPECIAL = /[&<>"']/;

/** A text as it may stand between tags and between the quotes of an attribute. */
export const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "") : text;

function written(filling: Filling): string {
  if (filling === null || filling === undefined || filling === false) return "";
  if (typeof filling === "string") return escaped(filling);
  if (typeof filling === "number") return String(filling);
  return HTML in filling ? filling[HTML] : filling.map(written).join("");
}

/**
 * A template of HTML with its gaps filled: texts escaped, markup as it is, lists one after another, nothing for null
 * and false. A gap inside a tag stands between quotes: single ones, which travel unescaped in what React sends along.
 *
 * @example markup`<b title='${title}'>${text}</b>`
 */
export function markup(template: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  let text = template[0] ?? "";
  for (const [place, filling] of fillings.entries()) text += written(filling) + (template[place + 1] ?? "");
  return { [HTML]: text };
}
