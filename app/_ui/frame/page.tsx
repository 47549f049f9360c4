import type { ReactNode } from "react";
import type { Messages } from "#messages/en.ts";
import { SCRIPT_ADDRESS } from "../../_script/served.ts";
import { htmlOf, toHtml } from "../../_words/html.ts";
import { ScriptWords } from "../forms/script-words.tsx";
import { handOver } from "./handed.ts";
import { HandedHtml } from "./handed-html.tsx";
import { LateScript } from "./late-script.tsx";

// In development the browser renders the page anew after each change of its code.
const IS_DEVELOPED = process.env.NODE_ENV !== "production";

/** A page with forms: they work without script, and are better with ours. The framework's is not sent along. */
export const FormPage = ({ m, children }: { m: Messages; children: ReactNode }) => (
  <>
    <Page>
      {children}
      <ScriptWords m={m} />
      {!IS_DEVELOPED && <script src={SCRIPT_ADDRESS} defer />}
    </Page>
    {IS_DEVELOPED && <LateScript />}
  </>
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
  /** Says that the framework's script has nothing to do in this page (see front/without-script.ts). */
  "data-static"?: true;
  className?: string;
  tabIndex?: number;
}) {
  const html = htmlOf(toHtml(children));
  // What the browser is to render anew, it has to be given.
  const given = IS_DEVELOPED ? { html } : { handle: handOver(html) };
  return <HandedHtml as={as} {...given} {...attributes} />;
}
