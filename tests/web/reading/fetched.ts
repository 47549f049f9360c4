import type { FetchedBytes } from "#web/reading/read-page.ts";

/** A page of markup as it would have been fetched. */
export const page = (markup: string | Uint8Array, rest: Partial<FetchedBytes> = {}): FetchedBytes => ({
  bytes: typeof markup === "string" ? new TextEncoder().encode(markup) : markup,
  mediaType: "text/html",
  charset: null,
  url: "https://site.example/page",
  ...rest,
});
