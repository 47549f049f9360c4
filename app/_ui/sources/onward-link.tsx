"use client";

import { useChosenCount } from "./chosen-count.ts";

/** The way to other sentences, which says so where what is ticked would be left behind. */
export function OnwardLink({ href, text, unsaved }: { href: string; text: string; unsaved: string }) {
  const count = useChosenCount();
  return <a href={href}>{count === null || count === 0 ? text : unsaved}</a>;
}
