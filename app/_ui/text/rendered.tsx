import type { SelectHTMLAttributes } from "react";
import { htmlOf, type Markup } from "../../_words/markup.ts";

type Element = "ul" | "ol" | "div" | "svg" | "select";

/** An element of React's with markup of ours inside: the one place where the two meet. */
export function Rendered({
  as: Tag,
  of,
  ...attributes
}: { as: Element; of: Markup } & Pick<
  SelectHTMLAttributes<Element>,
  "className" | "id" | "name" | "aria-hidden"
>) {
  const content = { __html: htmlOf(of) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `markup` has escaped every text in it
  return <Tag {...attributes} dangerouslySetInnerHTML={content} />;
}
