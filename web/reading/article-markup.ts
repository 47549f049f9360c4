import { type Attributes, escaped, keptName, keptTag } from "./kept-markup.ts";

/**
 * In how much markup an article is looked for, which takes a second at the most: elements, links among them, and the
 * depths of all elements added up, since each is looked at from all that it is in. Beyond that the whole text is taken.
 */
export const SEARCH_LIMITS = { elements: 10_000, links: 2_500, depths: 400_000 } as const;

/** What is around the body is put around it again. */
const OUTER = new Set(["html", "body"]);
/** Without an end, as in HTML. */
const VOID = new Set(["br", "hr", "wbr", "col", "area", "param"]);

/** Writes down the markup in which an article is to be found, as its elements pass by. */
export interface ArticleMarkup {
  open(name: string, attributes: Attributes, depth: number): void;
  text(data: string): void;
  close(name: string): void;
  elements(): number;
  /** Null where it would take long to find anything in it. */
  written(): string | null;
}

export function articleMarkup(): ArticleMarkup {
  let parts: string[] = [];
  let elements = 0;
  let links = 0;
  let depths = 0;
  let isTooMuch = false;

  const add = (part: string) => {
    if (!isTooMuch) parts.push(part);
  };
  return {
    open(name, attributes, depth) {
      elements += 1;
      depths += depth;
      if (name === "a") links += 1;
      isTooMuch ||=
        elements > SEARCH_LIMITS.elements || links > SEARCH_LIMITS.links || depths > SEARCH_LIMITS.depths;
      if (isTooMuch) parts = [];
      if (!OUTER.has(name)) add(keptTag(keptName(name), attributes));
    },
    text: (data) => add(escaped(data)),
    close(name) {
      if (!OUTER.has(name) && !VOID.has(name)) add(`</${keptName(name)}>`);
    },
    elements: () => elements,
    written: () => (isTooMuch ? null : parts.join("")),
  };
}
