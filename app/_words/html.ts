import type { ReactNode } from "react";

// The framework renders pages under a condition by which these modules have neither a renderer in them nor what a
// component shares with those inside it; left out of its bundle, they are React's own.
const { renderToStaticMarkup } = await import(/* turbopackIgnore: true */ "react-dom/server");
/** What components that only `toHtml` renders may use of React. */
export const { createContext, useContext, useId } = await import(/* turbopackIgnore: true */ "react");

/** Known to this file alone, so that nothing that was read or typed passes for HTML, whatever its shape. */
const HTML = Symbol("html");

/** HTML that `toHtml` has made, and nothing else: what it is made of has been escaped. */
export interface Html {
  readonly [HTML]: string;
}

/**
 * The same text in one piece. A renderer appends thousands of pieces, and the engine keeps each of them for as long as
 * the whole: three times as much memory for a list that is cached.
 */
const inOnePiece = (html: string): string => Buffer.from(html).toString();

/**
 * Renders elements to HTML. Made of the same components as any page, it costs a tenth of what the framework's own way
 * costs, which renders them once more as data for a script of its own; and it can be cached.
 *
 * @param node elements of components that wait for nothing, and use no hooks but those above
 */
export const toHtml = (node: ReactNode): Html => ({ [HTML]: inOnePiece(renderToStaticMarkup(node)) });

/** The HTML itself, for where it enters a page. */
export const htmlOf = (made: Html): string => made[HTML];
