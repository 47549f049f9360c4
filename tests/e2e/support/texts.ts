import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** An interview of our own, as somebody would paste it. */
export const interview = (name: "ferry" | "tea") =>
  readFileSync(join(import.meta.dirname, `../texts/${name}-interview.txt`), "utf8");

export interface TextTyped {
  readonly text?: string;
  readonly title: string;
  readonly url: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly by: string;
}

/** The field of that name in the page's own form. */
export const fieldOf = (page: Page, name: string) =>
  page.locator(`main [name="${name}"]:not([type="hidden"])`);

export async function typeText(page: Page, typed: Partial<TextTyped>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) await fieldOf(page, name).fill(value);
}

/** A sentence in the list of those that may be forecasts. */
export const foundIn = (page: Page, words: string) =>
  page
    .locator("li.found")
    .filter({ has: page.locator(".found-words", { hasText: words }) })
    .first();
