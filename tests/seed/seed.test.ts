import { expect, test } from "vitest";
import { listHistory, record } from "#db/change/history.ts";
import { findReadinessFacts, listWeighedEvidence } from "#db/evidence/weigh.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { listForecasts } from "#db/lists/forecasts.ts";
import { listSpeakers } from "#db/lists/speakers.ts";
import { insertSpeaker } from "#db/sources/insert.ts";
import { day } from "#domain/day.ts";
import { type ReadinessCode, readinessOf, unmetCodes } from "#domain/verdicts/readiness.ts";
import { SOURCE_KINDS } from "#domain/vocabulary.ts";
import { evidence } from "#seed/evidence.ts";
import { seed } from "#seed/load.ts";
import { dump, emptyStore, engine, seededStore } from "../support/any-store.ts";
import { NOW, TODAY } from "../support/seeded.ts";

const { store, place } = await seededStore();
const LATER = new Date(NOW.getTime() + 1_000_000);
const all = { filter: {}, sort: "due", limit: 100 } as const;
const find = async (slug: string) => {
  const found = await findForecast(store.read, slug, TODAY);
  if (found === undefined) throw new Error(`${slug} is not in the seed`);
  return found;
};

test("the seed holds the interview's 22 forecasts, said on the day it came out, none judged", async () => {
  const { items } = await listForecasts(store.read, all, TODAY);
  expect(items).toHaveLength(22);
  expect(items.every(({ saidOn }) => saidOn === "2025-09-10")).toBe(true);
  expect(items.every(({ verdict }) => verdict === null)).toBe(true);
  expect((await dump(place)).verdicts).toEqual([]);
});

test.each([
  ["agentic-mainstream-1y", "2025-09-10", "2026-09-10", "2026-12-10", "due"],
  ["kernel-generation-breakthrough-1-2y", "2026-09-10", "2027-09-10", null, "open"],
  ["multi-chip-inference", "2027-09-10", "2028-09-10", null, "upcoming"],
])("%s is due from %s to %s, with grace to %s, and is %s", async (slug, dueFrom, dueBy, graceBy, status) => {
  expect(await find(slug)).toMatchObject({ dueFrom, dueBy, graceBy, status });
});

test.each([
  ["multi-chip-inference", "兩三年后"],
  ["model-level-2-3x", "一年左右"],
  ["kernel-2x", "一年左右"],
])("the horizon of %s is %s, verbatim, with our note beside it in both languages", async (slug, words) => {
  const { horizon } = await find(slug);
  expect(horizon.words).toContain(words);
  expect(horizon.lang).toBe("zh-Hant");
  expect(horizon.note).toEqual({ en: expect.stringMatching(/./), "zh-Hant": expect.stringMatching(/./) });
});

test("six forecasts are past due, and each has evidence", async () => {
  const { items } = await listForecasts(store.read, all, TODAY);
  const past = items.filter(({ dueBy }) => dueBy !== null && dueBy < TODAY);
  expect(past.map(({ status }) => status).toSorted()).toEqual([
    "due",
    "due",
    "due",
    "due",
    "overdue",
    "overdue",
  ]);
  const without = past.filter(({ evidenceCounts: { supports, contradicts, context } }) => {
    return supports + contradicts + context === 0;
  });
  expect(without.map(({ slug }) => slug)).toEqual([]);
});

test("about thirty entries of evidence are logged, none published after the seed's day", async () => {
  expect(evidence.length).toBeGreaterThanOrEqual(30);
  expect((await dump(place)).evidence).toHaveLength(evidence.length);
  expect(evidence.filter(({ publishedOn }) => publishedOn !== null && publishedOn > TODAY)).toEqual([]);
});

test("each entry says what kind of source it is, the same wherever its page is logged, and of every kind there are some", async () => {
  const { evidence: logged = [] } = await dump(place);
  const kinds = Map.groupBy(logged, ({ page_id: page }) => page);
  expect([...kinds.values()].filter((own) => new Set(own.map(({ kind }) => kind)).size > 1)).toEqual([]);
  expect(new Set(logged.map(({ kind }) => kind))).toEqual(new Set(SOURCE_KINDS));
});

test.each<[string, readonly ReadinessCode[]]>([
  // Its volume and its reach are told of; that only one of them is met is for who judges it to say.
  ["agentic-mainstream-1y", ["partly-if"]],
  ["hardware-2-3x-1y", ["two-publishers", "true-if"]],
  ["openai-google-agentic-parity-soon", ["two-publishers", "partly-if", "false-if"]],
])("the checklist of %s finds open: %j", async (slug, open) => {
  const facts = await findReadinessFacts(store.read, slug);
  if (facts === undefined) throw new Error(`${slug} is not in the seed`);
  const weighed = await listWeighedEvidence(store.read, slug);
  const entries = weighed.map((entry) => ({ ...entry, recordedOn: TODAY }));
  expect(unmetCodes(readinessOf(facts, entries, TODAY)).filter((code) => code !== "dated-from-end")).toEqual(
    open,
  );
});

test("a page logged on two forecasts is one page, with the same details on both", async () => {
  const tables = await dump(place);
  const urls = new Set(evidence.map(({ url }) => url));
  expect(tables.pages).toHaveLength(urls.size);
  const said = evidence.map(({ url, title, publisher, publishedOn }) =>
    [url, title, publisher, publishedOn].join(),
  );
  expect(new Set(said).size).toBe(urls.size);
  expect(tables.history?.filter(({ action }) => action === "page-corrected")).toEqual([]);
});

test("the article's own claims stand under the article, the others under the interviewee", async () => {
  const speakers = await listSpeakers(store.read, TODAY);
  expect(speakers.map(({ slug }) => slug)).toEqual(["chinese-article", "tri-dao"]);
  expect(speakers[0]?.name).toEqual({
    en: "The Chinese article (headline and summary)",
    "zh-Hant": "中文文章（標題與導言）",
  });
  expect(speakers.reduce((sum, { standing }) => sum + standing.forecasts, 0)).toBe(22);
});

test("a sum names its parts, and a part its sum", async () => {
  const { relations } = await find("inference-10x-1y");
  const parts = relations.filter(({ kind, direction }) => kind === "composed-of" && direction === "to");
  expect(parts.map(({ slug }) => slug).toSorted()).toEqual([
    "hardware-2-3x-1y",
    "kernel-2x",
    "model-level-2-3x",
  ]);
  const { relations: back } = await find("kernel-2x");
  expect(back).toContainEqual(expect.objectContaining({ kind: "composed-of", direction: "from" }));
});

test("the whole seeding is one line of the history, and each forecast's own tells its part", async () => {
  const { items } = await listHistory(store.read, { limit: 100 });
  const after = { source: "tri-dao-unsupervised-learning-2025", forecasts: 22, evidence: evidence.length };
  expect(items).toMatchObject([{ action: "seeded", forecast: null, by: "Hindcast", after }]);
  const own = await listHistory(store.read, { forecast: "agentic-mainstream-1y", limit: 100 });
  const actions = own.items.map(({ action }) => action);
  expect(actions.at(-1)).toBe("forecast-recorded");
  expect(new Set(actions.slice(0, -1))).toEqual(new Set(["evidence-logged"]));
  const [whole, ...parts] = (await dump(place)).history ?? [];
  // The source and two speakers are among them.
  expect(parts).toHaveLength(3 + 22 + evidence.length);
  expect(parts.filter(({ part_of: partOf }) => partOf !== whole?.id)).toEqual([]);
});

test("seeding twice changes nothing", async () => {
  const before = await dump(place);
  expect(await seed(store, LATER, day("2027-01-01"))).toBe("kept");
  expect(await dump(place)).toEqual(before);
});

test("a database that somebody has worked in is never seeded", async () => {
  const worked = await emptyStore();
  await worked.store.write(async (tx) => {
    await insertSpeaker(tx, "someone", [{ lang: "en", name: "Someone", role: null }]);
    await record(tx, NOW, { action: "forecast-recorded" });
  });
  const before = await dump(worked.place);
  expect(await seed(worked.store, LATER, TODAY)).toBe("worked");
  expect(await dump(worked.place)).toEqual(before);
});

test("an empty database is seeded once, however many ask", async () => {
  const empty = await emptyStore();
  // The last of them waits for two others, for as long as the machine takes for these.
  const store = await engine.open(empty.place, { isPatient: true });
  const done = await Promise.all([1, 2, 3].map(() => seed(store, NOW, TODAY)));
  await store.close();
  expect(done).toEqual(["loaded", "kept", "kept"]);
  expect((await dump(empty.place)).forecasts).toHaveLength(22);
});
