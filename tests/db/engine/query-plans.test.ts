import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listHistory } from "#db/change/history.ts";
import { prepareSqlite } from "#db/engine/sqlite/open.ts";
import { correctEvidence } from "#db/evidence/correct.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { markPassage, unmarkPassage } from "#db/evidence/passages.ts";
import type { EvidenceDraft } from "#db/evidence/record.ts";
import { listWeighedEvidence } from "#db/evidence/weigh.ts";
import { setReview } from "#db/forecasts/reviews.ts";
import { countByFilter } from "#db/lists/filter-counts.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { countForecasts, type ForecastQuery, listForecasts, listTags } from "#db/lists/forecasts.ts";
import { readFound } from "#db/lists/found.ts";
import { countQueue, readQueue } from "#db/lists/queue.ts";
import { findSource, listSources, listSourceTitles } from "#db/lists/sources.ts";
import { findSpeaker, listSpeakerNames, listSpeakers } from "#db/lists/speakers.ts";
import { countByMonth, readTimeline } from "#db/lists/timeline.ts";
import { findArchivedCopy, findArchiveWanted, storeArchived } from "#db/pages/archived-copies.ts";
import { readContent, readKeptSpace, roomFor } from "#db/pages/contents.ts";
import { findCopy, listCopies } from "#db/pages/copies.ts";
import { listPassagesIn } from "#db/pages/copy-passages.ts";
import { startPage } from "#db/pages/pages.ts";
import { findPageRecord, listForecastsOfPage } from "#db/pages/record.ts";
import { takeVisit } from "#db/pages/take-visit.ts";
import { countTroubledLinks, isTroubleBehindDue, listTroubledLinks } from "#db/pages/troubled-links.ts";
import { listVisits } from "#db/pages/visit-log.ts";
import { endVisit, putOff } from "#db/pages/visits.ts";
import { countStarted } from "#db/pages/wanted-visits.ts";
import { askForAllVisits, askForVisit, countDue, findDueHost, pauseHost } from "#db/pages/watches.ts";
import { copies, pages } from "#db/schema/tables.ts";
import { hasMoreMatches } from "#db/search/find.ts";
import type { Store } from "#db/store.ts";
import { giveVerdict, type VerdictDraft, withdrawVerdict } from "#db/verdicts/give.ts";
import { day } from "#domain/day.ts";
import { parseSearch } from "#domain/search/query.ts";
import { OUTCOMES, SEARCH_SORTS, SORTS, STANCE_FILTERS, STATUSES } from "#domain/vocabulary.ts";
import { fill } from "#scripts/bench/data-set.ts";
import { recordsOf } from "#scripts/bench/records.ts";
import { TAGS } from "#scripts/bench/words.ts";
import { FIRST } from "../../support/changes.ts";
import { MOMENT } from "../../support/seeded.ts";
import { connectTo, NOW, newFolder, openAt, TODAY } from "../../support/store.ts";
import { answer, daysLater, EVERY, page } from "../../support/visits.ts";

// Speed that lasts: a query that looks at every forecast is quick over a hundred of them and slow over a hundred
// thousand, and a test over a hundred does not notice. So each query's plan is read instead.

const SIZE = 2000;
/** Where reading begins in the middle: there it has to find its place, not walk to it. */
const FURTHER = "a further page of the list";
const LATELY = new Date(NOW.getTime() - 30 * 86_400_000);
const asked = new Map<string, string>();
let reading = "";
let file = "";
let store: Store;

beforeAll(async () => {
  file = `${newFolder()}/plans.db`;
  await prepareSqlite(file, (made) => fill(made, recordsOf(SIZE, TODAY)));
  const original = Database.prototype.prepare;
  // Every statement of the app goes through here, whoever wrote it.
  vi.spyOn(Database.prototype, "prepare").mockImplementation(function (this: Database.Database, source) {
    if (reading !== "" && !asked.has(source)) asked.set(source, reading);
    return original.call(this, source);
  });
  store = await openAt(file);
  await askEverything();
});
afterAll(() => vi.restoreAllMocks());

async function during(name: string, work: () => Promise<unknown>): Promise<void> {
  reading = name;
  await work();
  reading = "";
}

const EVIDENCE: EvidenceDraft = {
  ...{ url: "https://plans.example.org/1", title: "T", publisher: "P", publishedOn: TODAY },
  ...{ stance: "supports" as const, strength: "weak" as const, summary: "S" },
};
const VERDICT: VerdictDraft = {
  ...{ outcome: "void" as const, happenedOn: null, knownOn: TODAY, rationale: "R", evidenceIds: [] },
  ...{ withoutEvidenceReason: "W", alreadyJudgeable: true, replaces: null, replacesReason: null },
};

async function askLists(): Promise<void> {
  const { read } = store;
  const filters: ForecastQuery["filter"][] = [
    {},
    ...STATUSES.map((status) => ({ status: [status] })),
    { status: ["overdue", "due"] },
    { tag: TAGS.slice(0, 2) },
    { status: ["open"], tag: TAGS.slice(0, 1) },
    { speaker: "speaker-3" },
    { source: "source-3" },
    ...OUTCOMES.map((outcome) => ({ outcome: [outcome] })),
    { dueAfter: TODAY, dueBefore: TODAY },
    { from: TODAY, to: TODAY },
    ...STANCE_FILTERS.map((stance) => ({ stance: [stance] })),
  ];
  for (const filter of filters) {
    const told = JSON.stringify(filter);
    for (const sort of SORTS) {
      const query = { filter, sort, limit: 10 };
      let next: readonly string[] | null = null;
      await during(`the list ${told} by ${sort}`, async () => {
        next = (await listForecasts(read, query, TODAY)).nextCursor;
      });
      if (next !== null) {
        const cursor: readonly string[] = next;
        await during(`${FURTHER}, ${told} by ${sort}`, () =>
          listForecasts(read, { ...query, cursor }, TODAY),
        );
      }
    }
    await during(`the count ${told}`, () => countForecasts(read, filter, TODAY, 100));
  }
}

async function askSearches(): Promise<void> {
  const { read } = store;
  const searches: ForecastQuery["filter"][] = [
    ...["zzz", "batteries", "電", '"open models" robots -law', "12"].map((q) => ({ q })),
    { q: "batteries", status: ["overdue"] },
    { q: "batteries", tag: TAGS.slice(0, 1), outcome: ["true"] },
    { q: "batteries", speaker: "speaker-3", stance: ["supports", "none"] },
  ];
  for (const filter of searches) {
    const told = JSON.stringify(filter);
    for (const sort of SEARCH_SORTS) {
      await during(`the search ${told} by ${sort}`, async () => {
        const { items, nextCursor } = await listForecasts(read, { filter, sort, limit: 10 }, TODAY);
        if (nextCursor !== null)
          await listForecasts(read, { filter, sort, limit: 10, cursor: nextCursor }, TODAY);
        await readFound(read, items, filter.q ?? "");
      });
    }
    await during(`the count ${told}`, () => countForecasts(read, filter, TODAY, 100));
    await during(`the choices beside ${told}`, () => countByFilter(read, TODAY, filter, NO_COUNTS));
  }
  await during("whether there are more matches", () => hasMoreMatches(read, parseSearch("batteries")));
  await during("how many there are of each choice", () => countByFilter(read, TODAY, {}));
}

const NO_COUNTS = { status: {}, outcome: {}, stance: {}, speaker: {}, source: {}, tag: {} };

async function askEverything(): Promise<void> {
  const { read } = store;
  await during("the newest migration and whether it answers", () => store.schemaVersion());
  await askLists();
  await askSearches();
  await during("the counts of the queue", () => countQueue(read, TODAY, LATELY));
  await during("the queue", () => readQueue(read, TODAY, LATELY));
  for (const slug of ["forecast-5", "forecast-6", "forecast-1999"])
    await during("one forecast", () => findForecast(read, slug, TODAY));
  await during("the timeline", () => readTimeline(read, { filter: {}, sort: "due", limit: 100 }, TODAY));
  const year = { from: TODAY, to: day("2027-11-22") };
  await during("the density of the timeline", () => countByMonth(read, TODAY, {}, year));
  await during("the history", () => listHistory(read, { limit: 50, cursor: 900 }));
  await during("a forecast's history", () => listHistory(read, { forecast: "forecast-5", limit: 50 }));
  await during("tags", () => listTags(read));
  await during("names", () => listSpeakerNames(read));
  await during("titles", () => listSourceTitles(read));
  await during("a source", () => findSource(read, "source-3", TODAY));
  await during("a speaker", () => findSpeaker(read, "speaker-3", TODAY));
  await during("every source's standing", () => listSources(read, TODAY));
  await during("every speaker's standing", () => listSpeakers(read, TODAY));
  await askKeptCopies();
  await askVisits();
  await askChanges();
}

async function askKeptCopies(): Promise<void> {
  const { read } = store;
  const [copy] = await read.select().from(copies).limit(1);
  const { id = "", pageId = "", sha256 = "" } = copy ?? {};
  await during("a page", () => findPageRecord(read, pageId));
  const archived = { url: "https://archive.org/1", takenAt: NOW };
  await store.write(async (tx) => {
    // So many that looking through them is no shorter way.
    for (const page of await tx.select({ id: pages.id }).from(pages).limit(200)) {
      await storeArchived(tx, page.id, archived, NOW);
    }
  });
  await during("what an archive is asked", () => findArchiveWanted(read, pageId));
  await during("what an archive answered", () =>
    store.write((tx) => storeArchived(tx, pageId, archived, NOW)),
  );
  await during("what an archive has of a page", () => findArchivedCopy(read, pageId));
  await during("what bears on a page", () => listForecastsOfPage(read, pageId));
  await during("a page's copies", () => listCopies(read, pageId));
  await during("a copy", () => findCopy(read, id));
  await during("a content", () => readContent(read, sha256));
  await during("the space in use", () => readKeptSpace(read));
  await during("the room for a page", () => roomFor(read, pageId, 1_000_000_000));
  await during("the room for a page that nobody has logged", () => roomFor(read, "none", 1_000_000_000));
  await during("what is marked in a copy", () => listPassagesIn(read, id));
  await during("the visits to a page", () => listVisits(read, pageId, { limit: 20 }));
  await during("whether trouble is behind what is due", () => isTroubleBehindDue(read, TODAY));
  await during("what is weighed", () => listWeighedEvidence(read, "forecast-5"));
  await during("how many links are in trouble", () => countTroubledLinks(read));
  for (const standing of [undefined, "gone", "changed"] as const) {
    const query = { standing, limit: 3 };
    await during(`links in trouble, ${standing}`, async () => {
      const { nextCursor } = await listTroubledLinks(read, query);
      if (nextCursor === null) throw new Error("there is no further page");
      await listTroubledLinks(read, { ...query, cursor: nextCursor });
    });
  }
}

async function askVisits(): Promise<void> {
  const now = daysLater(40);
  const moment = { ...EVERY, now };
  const takeNext = async () => {
    const due = await store.write((tx) => takeVisit(tx, { now, leaseMs: 1, token: "plans" }));
    if (due === null) throw new Error("nothing is due");
    return due;
  };
  await during("how much is due", () => countDue(store.read, now));
  await during("whether anything is due", () => findDueHost(store.read, now));
  await during("how many bare links wait", () => countStarted(store.read));
  await during("a bare link", () =>
    store.write((tx) => startPage(tx, "https://plans.example.org/bare", { now: NOW })),
  );
  for (const found of [
    page("New"),
    page("Other", { canonical: "https://example.org/1" }),
    answer(304),
    answer(404),
  ])
    await during("a visit", async () => {
      const { lease } = await takeNext();
      await store.write((tx) => endVisit(tx, lease, found, moment));
    });
  const failure = { fault: "too-slow", detail: null, isRefusal: false };
  await during("a visit in vain", async () => {
    const { lease } = await takeNext();
    await store.write((tx) => putOff(tx, lease, failure, moment));
  });
  await during("asking for visits", async () => {
    const { pageId, url, host } = await takeNext();
    await store.write((tx) => askForVisit(tx, { pageId, url, dueAt: NOW }));
    await store.write((tx) => pauseHost(tx, host, now));
    await store.write((tx) => askForAllVisits(tx, { dueAt: NOW }));
  });
}

async function askChanges(): Promise<void> {
  const open = await listForecasts(
    store.read,
    { filter: { status: ["open"] }, sort: "due", limit: 1 },
    TODAY,
  );
  const undated = await listForecasts(
    store.read,
    { filter: { status: ["watching"] }, sort: "due", limit: 1 },
    TODAY,
  );
  const slug = open.items[0]?.slug ?? "";
  await during("logging, correcting and withdrawing evidence", () =>
    store.write(async (tx) => {
      const logged = await logEvidence(tx, slug, EVIDENCE, MOMENT, { visitAt: NOW });
      if (!logged.ok) throw new Error("refused");
      const { id } = logged.value.entry;
      await correctEvidence(tx, id, { title: "U" }, FIRST, MOMENT);
      await withdrawEvidence(tx, id, "R", MOMENT);
    }),
  );
  await during("marking a passage", () =>
    store.write(async (tx) => {
      const [copy] = await tx.select().from(copies).limit(1);
      if (copy === undefined) throw new Error("nothing is kept");
      const logged = await logEvidence(tx, slug, { ...EVIDENCE, url: copy.url }, MOMENT);
      if (!logged.ok) throw new Error("refused");
      const { id } = logged.value.entry;
      const marked = await markPassage(tx, id, { copyId: copy.id, startsAt: 0, endsAt: 3 }, NOW);
      if (!marked.ok) throw new Error("refused");
      await unmarkPassage(tx, id, NOW);
    }),
  );
  await during("giving, replacing and withdrawing a verdict", () =>
    store.write(async (tx) => {
      const given = await giveVerdict(tx, slug, VERDICT, MOMENT);
      if (!given.ok) throw new Error("refused");
      const replaces = { replaces: given.value.id, replacesReason: "R" };
      const again = await giveVerdict(tx, slug, { ...VERDICT, ...replaces }, MOMENT);
      if (!again.ok) throw new Error("refused");
      await withdrawVerdict(tx, slug, again.value.id, "R", { ...MOMENT, now: NOW });
    }),
  );
  const reviewOn = undated.items[0]?.slug ?? "";
  await during("setting a review", () =>
    store.write((tx) => setReview(tx, reviewOn, { reviewOn: day("2030-01-01"), note: "N" }, MOMENT)),
  );
}

/** Tables that grow with every forecast; speakers and sources are few beside them. */
const BIG = [
  ...["forecasts", "forecast_texts", "forecast_tags", "relations", "pages", "evidence", "verdicts"],
  ...["citations", "reviews", "history", "search_entries", "page_addresses", "same_pages", "contents"],
  ...["copies", "hosts", "watches", "visits", "passages", "archived_copies", "actors"],
];

/** What may look at all of a big table, and why. */
const ALLOWED: { readonly [name: string]: string } = {
  "how many there are of each choice":
    "it counts every forecast by each filter; kept until something changes",
  "the counts of the queue": "it counts every forecast by status; kept",
  "how much is due": "asked by the check of every link, to which all are due; the app never asks",
  "the room for a page that nobody has logged":
    "asked by a visit to a bare link that brings something new; it goes by two indexes alone",
  "every source's standing": "it tells how all forecasts stand; kept until something changes",
  "every speaker's standing": "it tells how all forecasts stand; kept until something changes",
};

/** Walking along a table or an index until a page is full, or as far as is counted, ends however long it is. */
const isBounded = (source: string) => /\blimit (?:\?|1\b)/i.test(source);

/** A step of a plan that looks at every row of a big table. */
function scans(detail: string, source: string): boolean {
  const [, named] = /^SCAN (\S+)/.exec(detail) ?? [];
  return named !== undefined && BIG.includes(named) && !isBounded(source);
}

/** Sorting is for what has been narrowed down: an order of everything must come out of an index. */
const sorts = (plan: readonly string[]) =>
  plan.some((detail) => /^SCAN /.test(detail) && BIG.some((table) => detail.startsWith(`SCAN ${table}`))) &&
  plan.some((detail) => detail === "USE TEMP B-TREE FOR ORDER BY");

function faults(): string[] {
  const connection = connectTo(file);
  return [...asked].flatMap(([source, name]) => {
    if (name in ALLOWED || !/^\s*(?:select|insert|update|delete|with)\b/i.test(source)) return [];
    // SQLite looks at the values as well, so they are of the kind that is asked for.
    const plan = connection
      .prepare<unknown[], { detail: string }>(`explain query plan ${source}`)
      .all(...Array.from({ length: (source.match(/\?/g) ?? []).length }, () => TODAY))
      .map(({ detail }) => detail);
    const found = plan.filter((detail) => scans(detail, source));
    const sorted = sorts(plan) ? ["sorts everything"] : [];
    const walked = name.startsWith(`${FURTHER}, {}`)
      ? plan.filter((step) => /^SCAN forecasts\b/.test(step))
      : [];
    return [...found, ...sorted, ...walked].map((fault) => `${name}: ${fault}\n${source}`);
  });
}

describe("no query looks at every row of a table that grows", () => {
  test("while SQLite has not looked at the data yet", () => {
    expect(asked.size).toBeGreaterThan(100);
    expect(faults()).toEqual([]);
  });

  test("and after it has", () => {
    connectTo(file).exec("analyze");
    expect(faults()).toEqual([]);
  });

  test("and the check would notice", () => {
    reading = "a scan";
    connectTo(file).prepare("select count(*) from evidence where summary = 'x'").get();
    reading = "";
    expect(faults()).toHaveLength(1);
  });
});
