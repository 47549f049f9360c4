import type { HTMLAttributes } from "react";
import { type Html, htmlOf } from "../../_words/html.ts";

type Element = "ul" | "ol" | "div" | "select";

/** An element with HTML inside that is there already: rendered once and cached, or rendered without the framework. */
export function Rendered({
  as: Tag,
  of,
  ...attributes
}: { as: Element; of: Html } & Pick<HTMLAttributes<HTMLElement>, "className">) {
  const content = { __html: htmlOf(of) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it was rendered by `toHtml`, which escapes every text
  return <Tag {...attributes} dangerouslySetInnerHTML={content} />;
}
