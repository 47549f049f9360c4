import { describe, expect, test } from "vitest";
import { correctEvidence } from "#db/evidence/correct.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { countByFilter } from "#db/lists/filter-counts.ts";
import type { ForecastFilter } from "#db/lists/forecast-filter.ts";
import { countForecasts, listForecasts } from "#db/lists/forecasts.ts";
import { readFound } from "#db/lists/found.ts";
import { sources } from "#db/schema/tables.ts";
import { indexSourceText } from "#db/search/index-texts.ts";
import type { Store } from "#db/store.ts";
import { giveVerdict, withdrawVerdict } from "#db/verdicts/give.ts";
import { SORTS } from "#domain/vocabulary.ts";
import { connectTo, openAt, seededStore } from "../../support/any-store.ts";
import { AGENTIC, FIRST, judgement, link, value } from "../../support/changes.ts";
import { MOMENT, TODAY } from "../../support/seeded.ts";

const { store } = await seededStore();

async function search({ read }: Store, q: string, filter: ForecastFilter = {}) {
  const query = { filter: { ...filter, q }, sort: "relevance", limit: 100 } as const;
  const { items } = await listForecasts(read, query, TODAY);
  expect(await countForecasts(read, { ...filter, q }, TODAY)).toBe(items.length);
  expect(await countForecasts(read, { ...filter, q }, TODAY, 50)).toBe(items.length);
  return items.map(({ slug }) => slug);
}

/** The places in which the forecast was found, with what is marked in them. */
async function places({ read }: Store, q: string, slug: string): Promise<string[]> {
  const { items } = await listForecasts(read, { filter: { q }, sort: "relevance", limit: 100 }, TODAY);
  const texts = (await readFound(read, items, q)).get(slug)?.texts ?? [];
  return texts.map(({ place, title, excerpt }) => {
    const marks = [title, excerpt].flatMap((part) =>
      part === null ? [] : part.spans.map(({ start, end }) => part.text.slice(start, end)),
    );
    return `${place}: ${marks.join(" ")}`;
  });
}

test("the same searches find the same, in the same order, on every engine", async () => {
  const found: Record<string, string[]> = {};
  for (const q of [
    ...[
      "nvidia",
      "NVIDIA",
      "agent",
      "agentic workload",
      "gpu 抽象",
      "抽象",
      "機器人",
      "人",
      "主流",
      "tri dao hardware",
    ],
    ...[
      '"one to two years"',
      '"two years one"',
      "agent -hardware",
      "multi-chip",
      "人 -機器",
      "moe",
      "10",
      "gpu 10",
      "標題",
    ],
  ]) {
    found[q] = (await search(store, q)).slice(0, 8);
  }
  expect(found).toMatchSnapshot();
});

describe("a search", () => {
  test.each<[string, string, (found: string[]) => boolean]>([
    ["for a word finds its beginnings", "agen", (found) => found.includes(AGENTIC)],
    ["for a word in quotation marks does not", '"agen"', (found) => found.length === 0],
    ["for two characters", "主流", (found) => found.includes(AGENTIC)],
    ["for one character", "流", (found) => found.includes(AGENTIC)],
    ["for many in a row", "預計會成為未來一年左右的主流", (found) => found.join() === AGENTIC],
    ["for the same with one changed", "預計會成為未來兩年左右的主流", (found) => found.length === 0],
    ["for words of two texts", "agentic 主流", (found) => found.includes(AGENTIC)],
    ["for a speaker", "tri DAO", (found) => found.length > 15],
    ["for a source's title", "unsupervised", (found) => found.length === 22],
    ["for nothing", "%", (found) => found.length === 0],
    ["for what is left out", "-agentic", (found) => found.length === 0],
  ])("%s", async (_what, q, holds) => {
    const found = await search(store, q);
    expect(holds(found), found.join()).toBe(true);
  });

  test("leaves out what has a word with a minus", async () => {
    const [all, some] = [await search(store, "agent"), await search(store, "agent hardware")];
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    expect(await search(store, "agent -hardware")).toEqual(all.filter((slug) => !some.includes(slug)));
  });

  test("shows those first that have all words in the claim", async () => {
    const found = await search(store, "agents");
    const { items } = await listForecasts(
      store.read,
      { filter: { q: "agents" }, sort: "relevance", limit: 100 },
      TODAY,
    );
    const told = await readFound(store.read, items, "agents");
    const inClaim = found.map((slug) => told.get(slug)?.texts[0]?.place === "claim");
    expect(inClaim).toEqual(inClaim.toSorted((a, b) => Number(b) - Number(a)));
    expect(inClaim).toContain(false);
  });

  test.each(SORTS)("can be sorted by %s, and finds the same", async (sort) => {
    const { items } = await listForecasts(store.read, { filter: { q: "hardware" }, sort, limit: 100 }, TODAY);
    const all = await listForecasts(store.read, { filter: {}, sort, limit: 100 }, TODAY);
    const found = await search(store, "hardware");
    expect(items.map(({ slug }) => slug)).toEqual(
      all.items.map(({ slug }) => slug).filter((slug) => found.includes(slug)),
    );
  });

  test("is narrowed by every filter", async () => {
    const found = await search(store, "hardware");
    for (const filter of [
      { status: ["overdue"] },
      { tag: ["hardware"] },
      { speaker: "chinese-article" },
      { stance: ["contradicts"] },
      { dueBefore: TODAY },
    ] as const) {
      const { items } = await listForecasts(store.read, { filter, sort: "due", limit: 100 }, TODAY);
      const passing = items.map(({ slug }) => slug);
      expect(await search(store, "hardware", filter)).toEqual(found.filter((slug) => passing.includes(slug)));
    }
  });

  const HOSTILE = [
    ...[
      '"',
      '""',
      '"""',
      "'",
      "''",
      "\\",
      "\\'",
      "-",
      "--",
      "*",
      "^",
      ":",
      "a:b",
      "claim:agentic",
      "{claim}:x",
      "+",
    ],
    ...[
      "AND",
      "OR",
      "NOT",
      "NEAR",
      "NEAR(a b, 2)",
      "a AND",
      "OR b",
      "NOT",
      "a NOT b",
      "(",
      "((((",
      "a)",
      "& | !",
      "<->",
    ],
    ...[
      "\0",
      "a\0b",
      "\ud800",
      "'; drop table forecasts; --",
      "¶",
      "a ¶ b",
      "%_%",
      "a* b*",
      "-*",
      '-"',
      '"-"',
    ],
    ...[
      "x".repeat(1000),
      "a ".repeat(500),
      "一 ".repeat(500),
      "人".repeat(1000),
      '"'.repeat(1000),
      "-".repeat(1000),
    ],
    ...["a -".repeat(300), "😀".repeat(300), "é́́́́".repeat(100), "ﷺ".repeat(200), "$1 ? :x @y"],
  ];
  test.each(HOSTILE)("for %j is no error", async (q) => {
    await search(store, q);
    await search(store, q, { status: ["open"], stance: ["none"] });
    await listForecasts(store.read, { filter: { q }, sort: "-due", limit: 5 }, TODAY);
    await search(store, `agentic -${q}`);
  });
});

describe("what was written is found at once, and what no longer stands is not", () => {
  test("evidence: logged, corrected on another forecast, withdrawn", async () => {
    const { store: own } = await seededStore();
    const change = <T>(work: Parameters<typeof own.write<T>>[0]) => own.write(work);
    const { entry } = value(
      await change((tx) =>
        logEvidence(tx, AGENTIC, link({ title: "Zyzzyva report", summary: "Of quokkas 袋鼠" }), MOMENT),
      ),
    );
    expect(await search(own, "zyzzyva 袋鼠")).toEqual([AGENTIC]);
    expect(await places(own, "zyzzyva 袋鼠", AGENTIC)).toEqual(["evidence: Zyzzyva 袋鼠"]);
    const other = "moe-ever-sparser";
    await change((tx) => logEvidence(tx, other, link({ title: "Renamed xylem", summary: "S" }), MOMENT));
    expect((await search(own, "xylem")).toSorted()).toEqual([AGENTIC, other].toSorted());
    expect(await search(own, "zyzzyva")).toEqual([]);
    await change((tx) =>
      correctEvidence(tx, entry.id, { summary: "Of wombats" }, { ...FIRST, revision: 2 }, MOMENT),
    );
    expect([await search(own, "quokka"), await search(own, "wombat")]).toEqual([[], [AGENTIC]]);
    await change((tx) => withdrawEvidence(tx, entry.id, "no", MOMENT));
    expect([await search(own, "wombat"), await search(own, "xylem")]).toEqual([[], [other]]);
  });

  test("verdicts: given, replaced, withdrawn", async () => {
    const { store: own } = await seededStore();
    const because = { evidenceIds: [], withoutEvidenceReason: "W" };
    const first = value(
      await own.write((tx) =>
        giveVerdict(tx, AGENTIC, judgement({ ...because, rationale: "Quokkas" }), MOMENT),
      ),
    );
    expect(await places(own, "quokka", AGENTIC)).toEqual(["rationale: Quokkas"]);
    const again = judgement({ ...because, rationale: "Wombats", replaces: first.id, replacesReason: "R" });
    const second = value(await own.write((tx) => giveVerdict(tx, AGENTIC, again, MOMENT)));
    expect([await search(own, "quokka"), await search(own, "wombat")]).toEqual([[], [AGENTIC]]);
    await own.write((tx) => withdrawVerdict(tx, AGENTIC, second.id, "R", MOMENT));
    expect(await search(own, "wombat")).toEqual([]);
  });

  test("nothing of a change that failed", async () => {
    const { store: own } = await seededStore();
    const failing = own.write(async (tx) => {
      value(await logEvidence(tx, AGENTIC, link({ title: "Zyzzyva" }), MOMENT));
      throw new Error("the power is gone");
    });
    await expect(failing).rejects.toThrow("the power is gone");
    expect(await search(own, "zyzzyva")).toEqual([]);
  });
});

test("the text of a source finds its forecasts, after those that have the words themselves", async () => {
  const { store: own } = await seededStore();
  const [source] = await own.read.select({ id: sources.id }).from(sources);
  const text = `${"Nothing of note was said here. ".repeat(200)}Then the quokkas of agentic inference came. ${"Well. ".repeat(900)}`;
  await own.write((tx) => indexSourceText(tx, source?.id ?? "", text));
  const found = await search(own, "quokka");
  expect(found).toHaveLength(22);
  expect(await places(own, "quokka", AGENTIC)).toEqual(["source-text: quokkas"]);
  const before = await search(store, "agentic inference");
  const after = await search(own, "agentic inference");
  expect(after.slice(0, before.length)).toEqual(before);
  expect(new Set(after).size).toBe(22);
  expect(await search(own, "quokka -agentic")).toEqual([]);
  expect(await search(own, "quokka -humanoid")).toHaveLength(22 - (await search(own, "humanoid")).length);
  await own.write((tx) => indexSourceText(tx, source?.id ?? "", ""));
  expect(await search(own, "quokka")).toEqual([]);
});

test("a database of before there was an index is indexed when it is opened", async () => {
  const { store: old, place } = await seededStore();
  await old.close();
  const raw = await connectTo(place);
  await raw.run("delete from search_words");
  await raw.run("delete from search_entries");
  const opened = await openAt(place);
  const all = await search(store, "hardware");
  expect(all.length).toBeGreaterThan(3);
  expect((await search(opened, "hardware")).toSorted()).toEqual(all.toSorted());
});

test("the choices of a filter are counted beside the other filters in force", async () => {
  const filters: ForecastFilter[] = [
    {},
    { status: ["overdue"] },
    { q: "hardware", stance: ["contradicts"] },
    { q: "zzz" },
  ];
  for (const filter of filters) {
    const counts = await countByFilter(store.read, TODAY, filter);
    for (const [choice, values] of [
      ["status", ["overdue", "open", "upcoming", "review", "watching", "resolved"]],
      ["outcome", ["true", "void"]],
      ["stance", ["supports", "contradicts", "none"]],
      ["speaker", ["tri-dao", "chinese-article"]],
      ["source", ["tri-dao-unsupervised-learning-2025"]],
      ["tag", ["agents", "hardware"]],
    ] as const) {
      for (const wanted of values) {
        const one = choice === "speaker" || choice === "source" ? wanted : [wanted];
        const found = await countForecasts(store.read, { ...filter, [choice]: one }, TODAY);
        expect([choice, wanted, counts[choice]?.[wanted] ?? 0]).toEqual([choice, wanted, found]);
      }
    }
  }
});
