"use client";

import type { HTMLAttributes } from "react";
import { takeOver } from "./handed.ts";

/**
 * An element with HTML inside that was rendered already. In production the page gets it under a number, and in the
 * browser what stands there stays; in development it comes along, to be put in anew after each change of the code.
 */
export function HandedHtml({
  as: Tag,
  handle,
  html = "",
  ...attributes
}: {
  as: "main" | "header" | "footer" | "div";
  handle?: number;
  html?: string;
  "data-static"?: true;
} & Pick<HTMLAttributes<HTMLElement>, "id" | "className" | "tabIndex">) {
  const content = { __html: handle === undefined || typeof window !== "undefined" ? html : takeOver(handle) };
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: it was rendered by `toHtml`, which escapes every text
    <Tag {...attributes} suppressHydrationWarning dangerouslySetInnerHTML={content} />
  );
}
