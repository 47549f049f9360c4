import { DEFAULT_LIMIT } from "#operations/query.ts";
import type { Html } from "../../_words/html.ts";

const rendered = new WeakMap<readonly unknown[], Map<string, Html>>();

/** What is rendered of a list is rendered once for each part and language, as long as the list is the same. */
export function renderedOnce(list: readonly unknown[], key: string, render: () => Html): Html {
  const known = rendered.get(list) ?? new Map<string, Html>();
  rendered.set(list, known);
  const made = known.get(key) ?? render();
  known.set(key, made);
  return made;
}

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
