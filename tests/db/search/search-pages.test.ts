import { beforeAll, expect, test } from "vitest";
import { listForecasts } from "#db/lists/forecasts.ts";
import { hasMoreMatches, isMatchCursor } from "#db/search/find.ts";
import type { Store } from "#db/store.ts";
import { parseSearch } from "#domain/search/query.ts";
import { SEARCH_SORTS } from "#domain/vocabulary.ts";
import { fill } from "#scripts/bench/data-set.ts";
import { recordsOf } from "#scripts/bench/records.ts";
import { emptyStore } from "../../support/any-store.ts";
import { TODAY } from "../../support/seeded.ts";

let store: Store;
beforeAll(async () => {
  store = (await emptyStore()).store;
  await fill(store, recordsOf(400, TODAY));
});

async function walk(q: string, sort: (typeof SEARCH_SORTS)[number], limit: number) {
  const slugs: string[] = [];
  let cursor: readonly string[] | undefined;
  do {
    const query = { filter: { q }, sort, limit, cursor };
    const { items, nextCursor } = await listForecasts(store.read, query, TODAY);
    slugs.push(...items.map(({ slug }) => slug));
    if (slugs.length > 1_000) throw new Error("the pages do not come to an end");
    cursor = nextCursor ?? undefined;
    if (cursor && sort === "relevance") expect(isMatchCursor(cursor)).toBe(true);
  } while (cursor);
  return slugs;
}

test.each(SEARCH_SORTS)(
  "pages of a search by %s neither skip nor repeat, whatever their size",
  async (sort) => {
    for (const q of ["batteries", "電池", "robots home", "huang"]) {
      const whole = await walk(q, sort, 1_000);
      expect(whole.length).toBeGreaterThan(20);
      expect(new Set(whole).size).toBe(whole.length);
      for (const limit of [7, 50]) expect(await walk(q, sort, limit)).toEqual(whole);
    }
  },
);

test("of equals the newest comes first", async () => {
  const found = await walk("batteries", "relevance", 1_000);
  const numbers = found.map((slug) => Number(slug.replace("forecast-", "")));
  const falls = numbers.filter((number, i) => i > 0 && number > (numbers[i - 1] ?? 0)).length;
  // Three tiers, each going down.
  expect(falls).toBeLessThanOrEqual(2);
  expect(numbers[0]).toBeGreaterThan(350);
});

test("few matches are looked through whole", async () => {
  expect(await hasMoreMatches(store.read, parseSearch("batteries"))).toBe(false);
});
