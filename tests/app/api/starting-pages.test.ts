import { describe, expect, it } from "vitest";
import { getStore } from "#app/_request/process/store.ts";
import { comeBack } from "#db/pages/host-turns.ts";
import { startPage } from "#db/pages/pages.ts";
import { takeVisit } from "#db/pages/take-visit.ts";
import { endVisit, putOff } from "#db/pages/visits.ts";
import { watches } from "#db/schema/tables.ts";
import { answer, EVERY, page } from "../../support/visits.ts";
import { AGENTIC, countRows, get, type Json, post, serveSeededDatabase } from "./api.ts";
import { anEvidence } from "./bodies.ts";

serveSeededDatabase();

const OTHER = "kernel-2x";
const URL = "https://example.org/report";
const start = (url = URL) => post("/pages", { url });
const suggestions = async (id: string) => (await get(`/pages/${id}`)).body.suggestions;
const log = (slug: string, more: object = {}) =>
  post(`/forecasts/${slug}/evidence`, { ...anEvidence, url: URL, ...more });

/** What a visit that is due finds. */
async function visit(found: Parameters<typeof page>[1]): Promise<void> {
  const store = await getStore();
  const now = new Date(Date.now() + 1000);
  const due = await store.write((tx) => takeVisit(tx, { now, leaseMs: 60_000, token: "a" }));
  if (due === null) throw new Error("no visit is due");
  await store.write((tx) => endVisit(tx, due.lease, page("Some words.", found), { ...EVERY, now }));
}

const saying = (details: object) => ({
  reading: {
    text: "Some words.",
    fault: null,
    details: {
      ...{ title: null, siteName: null, author: null, description: null },
      ...{ publishedOn: null, lang: null, canonical: null, ...details },
    },
  },
});

const queued = async () => (await (await getStore()).read.select().from(watches)).map(({ url }) => url);

describe("a bare link", () => {
  it("starts a page: 202 at once, with a visit asked for and nothing to suggest yet", async () => {
    const { status, headers, body } = await start();
    expect(status).toBe(202);
    expect(headers.get("location")).toBe(`/api/v1/pages/${body.id}`);
    expect(body).toMatchObject({ title: "example.org/report", publisher: "example.org", publishedOn: null });
    expect(body.suggestions).toEqual({
      ...{
        reading: "waiting",
        title: null,
        publisher: null,
        author: null,
        publishedOn: null,
        description: null,
        lang: null,
      },
    });
    expect(await queued()).toEqual([URL]);
    expect((await get(`/pages/${body.id}`)).body).toMatchObject(body);
  });

  it("by any of its addresses starts the same page", async () => {
    const first = await start();
    const before = await countRows();
    expect((await start("http://EXAMPLE.org:80/report/?utm_source=x#top")).body.id).toBe(first.body.id);
    expect(await countRows()).toEqual(before);
  });

  it("once read, is suggested what the page says of itself", async () => {
    const { body } = await start();
    await visit(
      saying({
        ...{ title: " Ten\n  times ", siteName: "Example Review", publishedOn: "2026-08-01", lang: "zh-TW" },
        description: "How fast it became.",
        author: "Ada Lovelace",
      }),
    );
    const page = (value: string) => ({ value, from: "page" });
    expect(await suggestions(body.id)).toEqual({
      reading: "read",
      ...{ title: page("Ten times"), publisher: page("Example Review"), publishedOn: page("2026-08-01") },
      author: page("Ada Lovelace"),
      ...{ description: page("How fast it became."), lang: page("zh-TW") },
    });
  });

  it("is never suggested what its field would refuse, and a long text is cut", async () => {
    const { body } = await start();
    await visit(
      saying({ title: "字".repeat(400), siteName: "\u0007", publishedOn: "2026-11-24", description: " \n " }),
    );
    expect(await suggestions(body.id)).toMatchObject({
      ...{ reading: "read", title: { value: "字".repeat(300) } },
      ...{ publisher: null, publishedOn: null, description: null },
    });
  });

  it("says that it was read where the page says nothing, and that it could not be where it could not", async () => {
    const silent = await start();
    await visit(saying({}));
    expect(await suggestions(silent.body.id)).toMatchObject({ reading: "silent", title: null });

    const failing = await start("https://example.net/");
    const store = await getStore();
    const now = new Date(Date.now() + 1000);
    const due = await store.write((tx) => takeVisit(tx, { now, leaseMs: 60_000, token: "b" }));
    if (due === null) throw new Error("no visit is due");
    const failure = { fault: "no-such-host", detail: null, isRefusal: false };
    await store.write((tx) => putOff(tx, due.lease, failure, { ...EVERY, now }));
    expect((await get(`/pages/${failing.body.id}`)).body).toMatchObject({
      link: { standing: "waiting", fault: "no-such-host" },
      suggestions: { reading: "failed" },
    });
  });

  it("is still to be read where another page of its site is being read just now", async () => {
    const { body } = await start();
    const store = await getStore();
    const now = new Date(Date.now() + 1000);
    const due = await store.write((tx) => takeVisit(tx, { now, leaseMs: 60_000, token: "d" }));
    if (due === null) throw new Error("no visit is due");
    await store.write((tx) => comeBack(tx, due.lease, "busy.example", now));
    expect(await suggestions(body.id)).toMatchObject({ reading: "waiting" });
  });

  it("to a page that is gone could not be read", async () => {
    const { body } = await start();
    const store = await getStore();
    const now = new Date(Date.now() + 1000);
    const due = await store.write((tx) => takeVisit(tx, { now, leaseMs: 60_000, token: "c" }));
    if (due === null) throw new Error("no visit is due");
    await store.write((tx) => endVisit(tx, due.lease, answer(404), { ...EVERY, now }));
    expect(await suggestions(body.id)).toMatchObject({ reading: "failed" });
  });

  it("that was read within the last minute is not asked for again", async () => {
    const due = async () => (await (await getStore()).read.select().from(watches))[0]?.dueAt;
    await start();
    await visit(saying({ title: "Once" }));
    const planned = await due();
    expect((await start()).status).toBe(202);
    expect(await due()).toEqual(planned);
  });

  it("to a page on record offers what is on record before what the page says", async () => {
    const { body: entry } = await log(AGENTIC, { publishedOn: null });
    await visit(saying({ title: "Its own title", publishedOn: "2026-08-02" }));
    const { body } = await start("https://example.org/report?utm_source=x");
    expect(body.id).toBe(entry.page);
    expect(body.suggestions).toMatchObject({
      title: { value: anEvidence.title, from: "record" },
      publisher: { value: anEvidence.publisher, from: "record" },
      publishedOn: { value: "2026-08-02", from: "page" },
    });
  });

  it("is refused where a hundred wait already, with when to ask again; what is logged or on record is not", async () => {
    const store = await getStore();
    const now = new Date();
    const urlOf = (number: number) => `https://host${number}.example/`;
    await store.write(async (tx) => {
      for (let number = 0; number < 99; number++) await startPage(tx, urlOf(number), { now });
    });
    expect((await start(urlOf(99))).status).toBe(202);
    const before = await countRows();
    const { status, headers, body } = await start();
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(body.detail).toBe("Too many links wait to be read just now. Ask again in a minute.");
    expect(await countRows()).toEqual(before);
    expect((await start(urlOf(0))).status).toBe(202);
    expect((await log(AGENTIC)).status).toBe(201);
    expect((await start()).status).toBe(202);
    await visit(saying({}));
    expect((await start("https://example.net/")).status).toBe(503);
    await visit(saying({}));
    expect((await start("https://example.net/")).status).toBe(202);
  });

  it("is 404 under an id that nobody has", async () => {
    expect((await get("/pages/none")).status).toBe(404);
  });
});

describe("logging", () => {
  it("asks for a visit, and takes its title from who logs it, not from the page", async () => {
    const { body: started } = await start();
    const { status, body } = await log(AGENTIC);
    expect([status, body.page, body.title]).toEqual([201, started.id, anEvidence.title]);
    expect(await queued()).toEqual([URL]);
  });

  it("a page by its id puts the same page on another forecast, with what is on record of it", async () => {
    const { body: first } = await log(AGENTIC, { kind: "primary" });
    const { url: _url, title: _title, publisher: _publisher, publishedOn: _on, ...own } = anEvidence;
    const asked = { ...own, page: first.page, stance: "contradicts", summary: "Of kernels it says less." };
    const { status, body } = await post(`/forecasts/${OTHER}/evidence`, asked);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ forecast: OTHER, page: first.page, url: URL, title: anEvidence.title, kind: null },
      ...{ publisher: anEvidence.publisher, publishedOn: anEvidence.publishedOn, stance: "contradicts" },
    });
    const again = await post(`/forecasts/${OTHER}/evidence`, asked);
    expect([again.status, again.body.current]).toEqual([409, body]);
  });

  it("a page of the seed by its id takes the link that it was logged by, though it was never visited", async () => {
    const { items } = (await get(`/forecasts/${AGENTIC}/evidence`)).body;
    const [seeded] = items as readonly Json[];
    const { url: _url, ...own } = anEvidence;
    const on = (await get("/forecasts?limit=100")).body.items
      .map(({ slug }: Json) => slug)
      .find((slug: string) => slug !== AGENTIC);
    const logged = await post(`/forecasts/${on}/evidence`, { ...own, page: seeded.page });
    expect([201, 409]).toContain(logged.status);
    expect((logged.body.current ?? logged.body).page).toBe(seeded.page);
  });
});
