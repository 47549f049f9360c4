import { describe, expect, it } from "vitest";
import { AGENTIC, countRows, get, type Json, patch, post, serveSeededDatabase } from "./api.ts";
import { anEvidence, anEvidenceIdOf } from "./bodies.ts";

serveSeededDatabase();

const OTHER = "kernel-2x";
const log = (slug: string, more: object = {}) =>
  post(`/forecasts/${slug}/evidence`, { ...anEvidence, ...more });
const newest = async (slug: string) => (await get(`/forecasts/${slug}/history?limit=1`)).body.items[0];

describe("the same page on the same forecast", () => {
  const url = "https://example.org/a/page?b=1&c=2";
  it.each([
    url,
    "http://example.org/a/page?b=1&c=2",
    "https://EXAMPLE.org/a/page?b=1&c=2",
    "https://example.org:443/a/page?b=1&c=2",
    "http://example.org:80/a/page?b=1&c=2",
    "https://example.org/a/page/?b=1&c=2",
    "https://example.org/a/page?b=1&c=2#part",
    "https://example.org/a/page?utm_source=x&b=1&c=2&fbclid=y",
    "https://www.example.org/a/page?b=1&c=2",
    "https://m.example.org/a/page/amp?b=1&c=2",
    "https://example.org/a/page?gclid=1&msclkid=2&mc_cid=3&mc_eid=4&igshid=5&b=1&c=2",
  ])("is recognised as %s: 409 with the earlier entry", async (again) => {
    const earlier = await log(AGENTIC, { url });
    const before = await countRows();
    const { status, headers, body } = await log(AGENTIC, { url: again });
    expect(status).toBe(409);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body.current).toEqual(earlier.body);
    expect(await countRows()).toEqual(before);
  });

  it.each([
    "https://example.org/a/page?b=1",
    "https://example.org/a/page?c=2&b=1",
    "https://example.org/a/page?b=1&c=2&ref=x",
    "https://example.org/a/Page?b=1&c=2",
    "https://example.org/a/page//?b=1&c=2",
    "https://news.example.org/a/page?b=1&c=2",
    "https://example.org:8443/a/page?b=1&c=2",
  ])("is not %s", async (another) => {
    await log(AGENTIC, { url });
    expect((await log(AGENTIC, { url: another })).status).toBe(201);
  });

  it("may be logged on another forecast, and anew once withdrawn", async () => {
    const first = await log(AGENTIC, { url });
    expect((await log(OTHER, { url })).status).toBe(201);
    expect((await post(`/evidence/${first.body.id}/withdrawal`, { reason: "wrong forecast" })).status).toBe(
      201,
    );
    const again = await log(AGENTIC, { url });
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(first.body.id);
  });
});

it("a link is kept as typed", async () => {
  const url = "HTTPS://Example.ORG:443/A/?utm_source=x#top";
  expect((await log(AGENTIC, { url })).body.url).toBe(url);
});

describe("correcting", () => {
  it("changes what is given and nothing else, and the history says what it was", async () => {
    const { body: entry } = await log(AGENTIC, { by: "Ana" });
    const corrected = await patch(`/evidence/${entry.id}`, {
      summary: "It counts pilots too.",
      strength: "weak",
      reason: "read it again",
      by: "Ben",
      revision: 1,
    });
    expect(corrected.status).toBe(200);
    expect(corrected.body).toEqual({
      ...{ ...entry, summary: "It counts pilots too.", strength: "weak", revision: 2 },
    });
    expect(await newest(AGENTIC)).toMatchObject({
      action: "evidence-corrected",
      by: "Ben",
      reason: "read it again",
      before: { summary: anEvidence.summary, strength: "moderate" },
      after: { summary: "It counts pilots too.", strength: "weak" },
    });
  });

  it("a page's title, publisher, author and date change wherever it is logged, and that history says so", async () => {
    const { body: entry } = await log(AGENTIC);
    const { body: other } = await log(OTHER, { stance: "context", summary: "What it says of kernels." });
    const names = { title: "Agents in 2026, corrected", publisher: "The Review", author: "Ada Lovelace" };
    const page = { ...names, publishedOn: null };
    await patch(`/evidence/${entry.id}`, { ...page, reason: "as printed", by: "Ben", revision: 1 });
    const { body: elsewhere } = await get(`/forecasts/${OTHER}/evidence`);
    expect(elsewhere.items).toContainEqual({ ...other, ...page, revision: 2 });
    expect(await newest(OTHER)).toMatchObject({
      action: "page-corrected",
      by: "Ben",
      reason: "as printed",
      after: page,
    });
    expect(await newest(AGENTIC)).toMatchObject({ action: "evidence-corrected", after: page });
  });

  it("a changed link moves only that entry", async () => {
    const { body: entry } = await log(AGENTIC);
    const { body: other } = await log(OTHER);
    const url = "https://example.org/the-right-page";
    const { body: moved } = await patch(`/evidence/${entry.id}`, { url, revision: 1 });
    expect(moved).toEqual({ ...entry, url, revision: 2, page: expect.any(String), link: expect.any(Object) });
    expect(moved.page).not.toBe(entry.page);
    const { body } = await get(`/forecasts/${OTHER}/evidence`);
    expect(body.items).toContainEqual(other);
  });

  it("is refused onto a page that the forecast has, after a withdrawal, and where there is nothing", async () => {
    const { body: entry } = await log(AGENTIC);
    const { body: second } = await log(AGENTIC, { url: "https://example.org/second" });
    const before = await countRows();
    const moved = await patch(`/evidence/${second.id}`, { url: entry.url, revision: 1 });
    expect([moved.status, moved.body.current]).toEqual([409, entry]);
    expect((await patch("/evidence/none", { title: "x", revision: 1 })).status).toBe(404);
    expect(await countRows()).toEqual(before);
    const { body: withdrawn } = await post(`/evidence/${entry.id}/withdrawal`, { reason: "gone" });
    const late = await patch(`/evidence/${entry.id}`, { title: "x", revision: 1 });
    expect([late.status, late.body.current]).toEqual([409, withdrawn]);
  });

  it("that changes nothing leaves no trace", async () => {
    const { body: entry } = await log(AGENTIC);
    const before = await countRows();
    expect((await patch(`/evidence/${entry.id}`, { ...anEvidence, revision: 1 })).body).toEqual(entry);
    expect(await countRows()).toEqual(before);
  });
});

describe("withdrawing", () => {
  it("keeps the entry readable, out of the counts, and in the history", async () => {
    const counts = async () => (await get(`/forecasts/${AGENTIC}`)).body.evidenceCounts;
    const before = await counts();
    const { body: entry } = await log(AGENTIC);
    expect(await counts()).toEqual({ ...before, supports: before.supports + 1 });
    const { status, body } = await post(`/evidence/${entry.id}/withdrawal`, {
      reason: " not this one ",
      by: "Ana",
    });
    expect(status).toBe(201);
    expect(body).toEqual({ ...entry, withdrawnAt: expect.any(String), withdrawalReason: "not this one" });
    expect(await counts()).toEqual(before);
    const { items } = (await get(`/forecasts/${AGENTIC}/evidence`)).body;
    expect(items).toContainEqual(body);
    expect(await newest(AGENTIC)).toMatchObject({
      action: "evidence-withdrawn",
      by: "Ana",
      reason: "not this one",
    });
    const { items: days } = (await get("/timeline?limit=100")).body;
    const on = days.find(({ slug }: Json) => slug === AGENTIC).evidenceDays.map((tick: Json) => tick.on);
    expect(on).not.toContain(anEvidence.publishedOn);
  });

  it("twice is a 409 with the entry, of an unknown one a 404", async () => {
    const id = await anEvidenceIdOf();
    const { body: withdrawn } = await post(`/evidence/${id}/withdrawal`, { reason: "once" });
    const before = await countRows();
    const again = await post(`/evidence/${id}/withdrawal`, { reason: "twice" });
    expect([again.status, again.body.current]).toEqual([409, withdrawn]);
    expect((await post("/evidence/none/withdrawal", { reason: "x" })).status).toBe(404);
    expect((await post("/forecasts/none/evidence", anEvidence)).status).toBe(404);
    expect(await countRows()).toEqual(before);
  });
});

describe("what may be left open", () => {
  const said = { kind: "maker", criterion: "trueIf", archiveUrl: "https://archive.example/2026/a" };
  const open = { kind: null, criterion: null, archiveUrl: null };

  it("is null where nothing is said, and told in the history where it is", async () => {
    expect((await log(AGENTIC)).body).toMatchObject(open);
    expect((await newest(AGENTIC)).after).not.toHaveProperty("kind");
    expect((await log(OTHER, said)).body).toMatchObject(said);
    expect((await newest(OTHER)).after).toMatchObject(said);
  });

  it("is corrected, left as it was where nothing is said of it, and taken back by null", async () => {
    const { body: entry } = await log(AGENTIC, said);
    const left = await patch(`/evidence/${entry.id}`, { summary: "Read again.", revision: 1 });
    expect(left.body).toEqual({ ...entry, summary: "Read again.", revision: 2 });
    const changed = await patch(`/evidence/${entry.id}`, {
      ...{ kind: "secondary", criterion: "falseIf", revision: 2 },
    });
    expect(changed.body).toMatchObject({ ...said, kind: "secondary", criterion: "falseIf" });
    expect((await patch(`/evidence/${entry.id}`, { ...open, revision: 3 })).body).toMatchObject(open);
    expect(await newest(AGENTIC)).toMatchObject({
      before: { ...said, kind: "secondary", criterion: "falseIf" },
      after: open,
    });
  });

  it("has a criterion only where the forecast has it", async () => {
    const bare = await post("/forecasts", {
      ...{
        claim: { en: "It rains." },
        quote: "It will rain within a year.",
        lang: "en",
        saidOn: "2026-01-01",
      },
      ...{ source: "tri-dao-unsupervised-learning-2025", speaker: "tri-dao", horizon: "within a year" },
      criteria: { falseIf: { en: "It stays dry." } },
    });
    expect([bare.status, bare.body.errors]).toEqual([201, undefined]);
    const before = await countRows();
    const refused = await log(bare.body.slug, { criterion: "trueIf" });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        {
          field: "criterion",
          code: "criterion-not-stated",
          message: expect.stringMatching(/It has: falseIf\.$/),
        },
      ],
    ]);
    expect(await countRows()).toEqual(before);
    const { body: entry } = await log(bare.body.slug, { criterion: "falseIf" });
    expect((await patch(`/evidence/${entry.id}`, { criterion: "partlyIf", revision: 1 })).status).toBe(422);
  });
});
