import { describe, expect, test } from "vitest";
import { cursorLength, type ForecastFilter } from "#db/lists/forecast-filter.ts";
import { countForecasts, listForecasts } from "#db/lists/forecasts.ts";
import { readTimeline } from "#db/lists/timeline.ts";
import { day } from "#domain/day.ts";
import { compareDue } from "#domain/lists/order.ts";
import { SORTS, type Sort } from "#domain/vocabulary.ts";
import { seededStore } from "../../support/any-store.ts";
import { type GridForecast, gridForecasts, gridStore } from "../../support/grid.ts";
import { TODAY } from "../../support/seeded.ts";

const grid = gridForecasts();
const { read } = await gridStore(grid);
const few = grid.filter((_, i) => i % 8 === 0);
const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);

const bySaid = (a: GridForecast, b: GridForecast) =>
  `${a.saidOn} ${a.slug}` < `${b.saidOn} ${b.slug}` ? -1 : 1;
const ORDERS: Record<Sort, (a: GridForecast, b: GridForecast) => number> = {
  due: (a, b) => compareDue(a, b),
  "-due": (a, b) => compareDue(a, b, -1),
  said: bySaid,
  "-said": (a, b) => bySaid(b, a),
};

async function readPages(sort: Sort, filter: ForecastFilter, limit: number) {
  const pages: string[][] = [];
  let cursor: readonly string[] | undefined;
  do {
    const { items, nextCursor } = await listForecasts(read, { filter, sort, limit, cursor }, TODAY);
    pages.push(slugs(items));
    if (pages.length > grid.length) throw new Error("the pages do not come to an end");
    cursor = nextCursor ?? undefined;
    if (cursor) expect(cursor).toHaveLength(cursorLength(sort));
  } while (cursor);
  return pages;
}

describe.each(SORTS)("sorted by %s", (sort) => {
  test("the list has the order of the rule", async () => {
    const [page, ...rest] = await readPages(sort, {}, 2_000);
    expect(page).toEqual(slugs(grid.toSorted(ORDERS[sort])));
    expect(rest).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7])(
    "pages of %i are the list in pieces, no forecast lost or shown twice",
    async (limit) => {
      const pages = await readPages(sort, { speaker: "few" }, limit);
      expect(pages.flat()).toEqual(slugs(few.toSorted(ORDERS[sort])));
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
      expect(pages.at(-1)?.length).toBeGreaterThan(0);
    },
  );
});

const { store } = await seededStore();

describe("a filter", () => {
  const HARDWARE = ["hardware-2-3x-1y", "hardware-landscape-diversified-2-3y"];
  const MULTI = ["multi-chip-inference"];

  test.each<[string, ForecastFilter, (found: string[]) => boolean]>([
    ["nothing asked", {}, (found) => found.length === 22],
    ["of a speaker", { speaker: "chinese-article" }, (found) => found.length > 0 && found.length < 5],
    ["of an unknown speaker", { speaker: "nobody" }, (found) => found.length === 0],
    ["of the source", { source: "tri-dao-unsupervised-learning-2025" }, (found) => found.length === 22],
    ["of a tag", { tag: ["agents"] }, (found) => found.includes("agentic-mainstream-1y")],
    ["of an unknown tag or a known one", { tag: ["nope", "agents"] }, (found) => found.length > 0],
    ["past its day", { status: ["overdue", "due"] }, (found) => found.length === 6],
    ["of an outcome none has", { outcome: ["void"] }, (found) => found.length === 0],
    ["by a word of the claim in any case", { q: "NVIDIA" }, (found) => found.length > 0],
    ["by words of the quote", { q: "預計會成為未來一年左右的主流" }, (found) => found.length === 1],
    ["by the speaker's name", { q: "tri DAO" }, (found) => found.length > 15],
    ["by a pattern, which is no pattern", { q: "%" }, (found) => found.length === 0],
    ["by a quotation mark", { q: "'" }, (found) => found.length === 0],
    [
      "with evidence against it",
      { stance: ["contradicts"] },
      (found) => found.length > 0 && found.length < 22,
    ],
    ["without evidence", { stance: ["none"] }, (found) => found.length > 0 && found.length < 22],
    ["with or without evidence for it", { stance: ["supports", "none"] }, (found) => found.length > 10],
    [
      "due from its very day",
      { dueAfter: day("2035-09-10") },
      (found) => found.join() === "home-humanoid-5-10y",
    ],
    ["due from the day after", { dueAfter: day("2035-09-11") }, (found) => found.length === 0],
    ["due to its very day", { dueBefore: day("2026-09-10") }, (found) => found.length === 6],
    ["due to the day before", { dueBefore: day("2026-09-09") }, (found) => found.length === 0],
    [
      "whose grace reaches in",
      { from: day("2026-12-10"), to: day("2026-12-10") },
      (found) => found.length > 4,
    ],
    [
      "that opens on the last day",
      { to: day("2027-09-10") },
      (found) => MULTI.every((slug) => found.includes(slug)),
    ],
    [
      "of two at once",
      { tag: ["hardware"], q: "hardware" },
      (found) => HARDWARE.every((slug) => found.includes(slug)),
    ],
  ])("%s", async (_what, filter, holds) => {
    const query = { filter, sort: "due", limit: 100 } as const;
    const found = slugs((await listForecasts(store.read, query, TODAY)).items);
    expect(holds(found), found.join()).toBe(true);
    expect(await countForecasts(store.read, filter, TODAY)).toBe(found.length);
    expect(slugs((await readTimeline(store.read, query, TODAY)).items)).toEqual(found);
  });
});
