import { DEFAULT_LIMIT } from "./parse/query.ts";

/**
 * The part of a whole list that a page shows: from behind the one that the address names. An address that names none
 * of them shows the first.
 */
export function cutFrom<Item extends { readonly slug: string }>(
  all: readonly Item[],
  after: string | readonly string[] | undefined,
) {
  const start = all.findIndex(({ slug }) => slug === after) + 1;
  const shown = all.slice(start, start + DEFAULT_LIMIT);
  const next = start + DEFAULT_LIMIT < all.length ? (shown.at(-1)?.slug ?? null) : null;
  return { shown, next, isFirst: start === 0 };
}
