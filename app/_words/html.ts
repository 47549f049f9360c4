import type { ReactNode } from "react";

// The framework renders pages under a condition by which this module has no renderer in it; left out of its bundle, it
// is React's own.
const { renderToStaticMarkup } = await import(/* turbopackIgnore: true */ "react-dom/server");

/** Known to this file alone, so that nothing that was read or typed passes for HTML, whatever its shape. */
const HTML = Symbol("html");

/** HTML that `toHtml` has made, and nothing else: what it is made of has been escaped. */
export interface Html {
  readonly [HTML]: string;
}

/**
 * Renders elements to HTML. Made of the same components as any page, it costs a tenth of what the framework's own way
 * costs, which renders them once more as data for a script of its own; and it can be cached.
 *
 * @param node elements of components that use no hooks and wait for nothing
 */
export const toHtml = (node: ReactNode): Html => ({ [HTML]: renderToStaticMarkup(node) });

/** The HTML itself, for where it enters a page. */
export const htmlOf = (made: Html): string => made[HTML];
