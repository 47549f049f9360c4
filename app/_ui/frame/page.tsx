import type { ReactNode } from "react";
import { htmlOf, toHtml } from "../../_words/html.ts";
import { handOver } from "./handed.ts";
import { HandedHtml } from "./handed-html.tsx";

/** A page with forms, which the framework's script takes over in the browser. */
export const FormPage = ({ children }: { children: ReactNode }) => (
  <main id="content" tabIndex={-1}>
    {children}
  </main>
);

/** What a page is, below the masthead: nothing in it needs the framework's script. */
export const Page = ({ children }: { children: ReactNode }) => (
  <StaticHtml as="main" data-static id="content" tabIndex={-1}>
    {children}
  </StaticHtml>
);

/**
 * A part of the page that is rendered to HTML here and handed past the framework, which would else send it once more as
 * data for its script.
 */
export function StaticHtml({
  as,
  children,
  ...attributes
}: {
  as: "main" | "header" | "footer";
  children: ReactNode;
  id?: string;
  /** Says that this page needs no script (see front/without-script.ts). */
  "data-static"?: true;
  className?: string;
  tabIndex?: number;
}) {
  const html = htmlOf(toHtml(children));
  // In development the browser renders the page anew after each change of its code, and has to be given it.
  const given = process.env.NODE_ENV === "production" ? { handle: handOver(html) } : { html };
  return <HandedHtml as={as} {...given} {...attributes} />;
}
