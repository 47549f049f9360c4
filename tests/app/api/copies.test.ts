import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { getStore } from "#app/_request/process/store.ts";
import { storeArchived } from "#db/pages/archived-copies.ts";
import { contents } from "#db/schema/tables.ts";
import { page } from "../../support/visits.ts";
import { AGENTIC, countRows, get, type Json, patch, post, send, serveSeededDatabase } from "./api.ts";
import { anEvidence, anEvidenceIdOf } from "./bodies.ts";
import { keepPage, later, visited } from "./kept.ts";

serveSeededDatabase();

const TEXT = "Half of all firms run agents.\n\nThe survey asked 900 of them.\n\nIt was done in May.";
const bytesOf = (id: string) => send("GET", `/copies/${id}/bytes`);
const newest = async () => (await get(`/forecasts/${AGENTIC}/history?limit=1`)).body.items[0];

describe("asking for a visit", () => {
  it("answers at once that the link waits, also for a page that nobody has asked for", async () => {
    const id = await anEvidenceIdOf();
    expect((await get(`/evidence/${id}`)).body.link).toBeNull();
    const history = (await countRows()).history;
    const { status, body } = await post(`/evidence/${id}/visits`, {});
    expect([status, body.id, body.link.standing]).toEqual([202, id, "waiting"]);
    expect((await countRows()).history).toBe(history);
  });

  it("takes no body for an empty one, and nothing else for it", async () => {
    const id = await anEvidenceIdOf();
    const path = `/api/v1/evidence/${id}/visits`;
    expect((await send("POST", path)).status).toBe(202);
    expect((await send("POST", path, { body: "{}" })).status).toBe(415);
    expect((await post(`/evidence/${id}/visits`, { by: "Ana" })).status).toBe(422);
    expect((await post(`/evidence/${id}/visits`, "[]")).status).toBe(400);
  });

  it("is refused of what is not there, what is withdrawn, and a page that was visited just before", async () => {
    expect((await post("/evidence/none/visits", {})).status).toBe(404);
    const { id } = await keepPage(page(TEXT));
    const soon = await post(`/evidence/${id}/visits`, {});
    expect([soon.status, soon.body.current.id]).toEqual([409, id]);
    const other = await anEvidenceIdOf();
    await post(`/evidence/${other}/withdrawal`, { reason: "wrong" });
    expect((await post(`/evidence/${other}/visits`, {})).status).toBe(409);
  });
});

describe("a copy", () => {
  it("is told with all that is known of it", async () => {
    const { id, copyId, pageId } = await keepPage(page(TEXT));
    const { status, body } = await get(`/copies/${copyId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{
        id: copyId,
        page: pageId,
        url: anEvidence.url,
        finalUrl: anEvidence.url,
        redirects: [],
        status: 200,
      },
      ...{ mediaType: "text/html", isKept: true, readingFault: null, text: TEXT, passages: [] },
      ...{ bytes: `/copies/${copyId}/bytes`, details: { title: "A report", lang: "en" } },
      headers: [["content-type", "text/html; charset=utf-8"]],
    });
    const link = (await get(`/evidence/${id}`)).body.link;
    expect(link).toMatchObject({ standing: "alive", copyId, firstCopyId: copyId, fault: null });
    expect(link.keptAt).toBe(body.fetchedAt);
    expect((await get("/copies/none")).status).toBe(404);
    expect((await get(`/copies/${copyId}?x=1`)).status).toBe(422);
  });

  it("gives its bytes back as they came, as a file that no browser opens", async () => {
    const found = page(TEXT);
    const { copyId } = await keepPage(found);
    const response = await bytesOf(copyId);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(found.sha256);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="hindcast-${found.sha256?.slice(0, 12)}.html.txt"`,
      "content-length": String(found.size),
      "content-security-policy": "sandbox; default-src 'none'",
      "content-type": "application/octet-stream",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
  });

  it("gives none where there is no such copy, and where only its headers and hash were kept", async () => {
    expect((await bytesOf("none")).status).toBe(404);
    const { copyId } = await keepPage(page("", { stored: null, reading: null, mediaType: "image/png" }));
    expect((await get(`/copies/${copyId}`)).body).toMatchObject({ isKept: false, bytes: null, text: null });
    expect((await bytesOf(copyId)).status).toBe(404);
  });

  it.each([
    ["other bytes", () => gzipSync(Buffer.from(`<!doctype html><p>${TEXT.replace("Half", "None")}</p>`))],
    ["fewer", () => gzipSync(Buffer.from("<!doctype html>"))],
    ["more", () => gzipSync(Buffer.alloc(5_000_000, "a"))],
    ["what was never packed", () => Buffer.from("<!doctype html>")],
    ["half of it", () => gzipSync(Buffer.from(`<!doctype html><p>${TEXT}</p>`)).subarray(0, 40)],
  ])("never ends as if it were whole where the database holds %s", async (_, bytes) => {
    const { copyId } = await keepPage(page(TEXT));
    const store = await getStore();
    await store.write(async (tx) => {
      await tx.update(contents).set({ bytes: bytes() });
    });
    await expect((await bytesOf(copyId)).arrayBuffer()).rejects.toThrow();
  });
});

describe("a passage", () => {
  const put = (id: string, body: object) =>
    send("PUT", `/api/v1/evidence/${id}/passage`, {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }).then(async (response) => ({ status: response.status, body: (await response.json()) as Json }));

  it("is found in the text however it is spaced, and stored with its place", async () => {
    const { id, copyId } = await keepPage(page(TEXT));
    const words = " run\u00a0agents.\r\n The   survey ";
    const { status, body } = await put(id, { copyId, words, by: "Ana" });
    const stands = "run agents.\n\nThe survey";
    const startsAt = TEXT.indexOf(stands);
    const passage = { copyId, startsAt, endsAt: startsAt + stands.length, words: stands };
    expect([status, body.passage]).toEqual([200, passage]);
    expect(await newest()).toMatchObject({ action: "passage-marked", by: "Ana", after: { words: stands } });
    expect((await get(`/copies/${copyId}`)).body.passages).toEqual([
      { evidence: id, forecast: AGENTIC, startsAt, endsAt: passage.endsAt },
    ]);
  });

  it("is refused where its words stand nowhere or twice, unless it is said which", async () => {
    const { id, copyId } = await keepPage(page("It may rain. It may snow."));
    const before = await countRows();
    const faultOf = async (body: object) => (await put(id, { copyId, ...body })).body.errors?.[0];
    expect(await faultOf({ words: "It will rain" })).toMatchObject({
      field: "words",
      code: "words-not-in-copy",
    });
    expect(await faultOf({ words: "It may" })).toMatchObject({ field: "words", code: "words-twice-in-copy" });
    expect(await faultOf({ words: "It may", startsAt: 5 })).toMatchObject({ code: "words-not-in-copy" });
    expect(await countRows()).toEqual(before);
    const { body } = await put(id, { copyId, words: "It may", startsAt: 13 });
    expect(body.passage).toMatchObject({ startsAt: 13, endsAt: 19 });
  });

  it("is let go of without a body, and that is in the history too", async () => {
    const { id, copyId } = await keepPage(page(TEXT));
    await put(id, { copyId, words: "900 of them" });
    const response = await send("DELETE", `/api/v1/evidence/${id}/passage`);
    expect([response.status, (await response.json()).passage]).toEqual([200, null]);
    expect(await newest()).toMatchObject({ action: "passage-unmarked", before: { words: "900 of them" } });
    expect((await send("DELETE", "/api/v1/evidence/none/passage")).status).toBe(404);
  });

  it("is refused in a copy of another page, in none, and for a withdrawn entry", async () => {
    const other = await anEvidenceIdOf();
    const { copyId } = await keepPage(page(TEXT));
    const body = { copyId, words: "900 of them" };
    expect((await put(other, body)).status).toBe(404);
    expect((await put("none", body)).status).toBe(404);
    const { id } = await keepPage(page("Another."), { url: "https://example.org/other" });
    expect((await put(id, { ...body, copyId: "none" })).status).toBe(404);
    await post(`/evidence/${id}/withdrawal`, { reason: "wrong" });
    const own = (await get(`/evidence/${id}`)).body.link.copyId;
    expect((await put(id, { copyId: own, words: "Another." })).status).toBe(409);
  });
});

describe("a page", () => {
  it("has its copies, its visits and what rests on it, and how one copy became the next", async () => {
    const { id, copyId, pageId } = await keepPage(page(TEXT, { headers: [["etag", '"1"']] }));
    await visited(page(`${TEXT} It was corrected in June.`, { finalUrl: anEvidence.url }), later(40));
    const { status, body } = await get(`/pages/${pageId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: pageId, title: anEvidence.title, sameAs: null, url: anEvidence.url });
    expect(body.link).toMatchObject({ standing: "changed", firstCopyId: copyId });
    expect(body.copies.map((copy: Json) => copy.id)).toEqual([body.link.copyId, copyId]);
    expect(body.visits.map(({ standing, status: said }: Json) => [standing, said])).toEqual([
      ["changed", 200],
      ["alive", 200],
    ]);
    expect(body.entries).toEqual([
      { evidence: id, forecast: AGENTIC, stance: "supports", strength: "moderate" },
    ]);
    const { body: difference } = await get(`/copies/${copyId}/difference?with=${body.link.copyId}`);
    expect(difference.blocks.at(-1)).toEqual({
      kind: "changed",
      pieces: [
        { fate: "kept", text: "It was done in May. " },
        { fate: "added", text: "It was corrected in June." },
      ],
    });
    expect((await get(`/copies/${copyId}/difference`)).status).toBe(422);
    expect((await get(`/copies/${copyId}/difference?with=none`)).status).toBe(404);
    expect((await get("/pages/none")).status).toBe(404);
  });

  it("has no difference to show where a copy has no text, or is another page's", async () => {
    const { copyId, pageId } = await keepPage(page(TEXT));
    const unreadable = page("No text.", { finalUrl: anEvidence.url });
    const reading = unreadable.reading && { ...unreadable.reading, text: null, fault: "too-long" };
    await visited({ ...unreadable, reading }, later(40));
    const [silent] = (await get(`/pages/${pageId}`)).body.copies;
    expect(silent.id).not.toBe(copyId);
    expect((await get(`/copies/${copyId}/difference?with=${silent.id}`)).body.blocks).toBeNull();
    const other = await keepPage(page(TEXT), { url: "https://example.org/other" });
    expect((await get(`/copies/${copyId}/difference?with=${other.copyId}`)).status).toBe(404);
  });
});

describe("an archive's copy", () => {
  it("is told of its page where one is known, and null where none is", async () => {
    const { pageId } = await keepPage(page(TEXT));
    const archived = async () => (await get(`/pages/${pageId}`)).body.archived;
    const store = await getStore();
    expect(await archived()).toBeNull();
    await store.write((tx) => storeArchived(tx, pageId, null, new Date()));
    expect(await archived()).toBeNull();
    const found = { url: "https://web.archive.org/web/1/x", takenAt: new Date("2025-10-03T10:15:30Z") };
    await store.write((tx) => storeArchived(tx, pageId, found, new Date()));
    expect(await archived()).toEqual({ url: found.url, takenAt: "2025-10-03T10:15:30.000Z" });
  });
});

describe("the links in trouble", () => {
  it("are listed with what rests on them, by how they stand, page by page", async () => {
    expect((await get("/links")).body).toEqual({ items: [], nextCursor: null });
    for (const place of [1, 2, 3]) {
      const url = `https://site-${place}.example.org/`;
      await keepPage(page(`Page ${place}`), { url });
    }
    const gone = { ...page(""), status: 404, sha256: null, stored: null, reading: null };
    for (const place of [0, 1]) await visited(gone, later(40 + place));
    const all = (await get("/links")).body.items;
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({ link: { standing: "gone" }, entries: [{ forecast: AGENTIC }] });
    expect((await get("/links?standing=gone")).body.items).toEqual(all);
    expect((await get("/links?standing=changed")).body.items).toEqual([]);
    const first = (await get("/links?limit=1")).body;
    expect(first.items).toEqual([all[0]]);
    expect((await get(`/links?limit=1&cursor=${first.nextCursor}`)).body).toEqual({
      items: [all[1]],
      nextCursor: null,
    });
  });

  it.each([
    ["standing", "alive"],
    ["standing", "constructor"],
    ["standing", ""],
    ["limit", "0"],
    ["limit", "101"],
    ["limit", "1e3"],
    ["cursor", "x"],
    ["cursor", Buffer.from('["1","a\\u0000b"]').toString("base64url")],
    ["cursor", Buffer.from('["9".repeat(40),"a"]').toString("base64url")],
    ["cursor", Buffer.from('["99999999999999999999","a"]').toString("base64url")],
    ["page", "1"],
  ])("are not asked for with %s=%s", async (field, value) => {
    const { status, body } = await get(`/links?${new URLSearchParams([[field, value]])}`);
    expect([status, body.errors[0].field]).toEqual([422, field]);
  });
});

it("an entry that is corrected keeps its link and its passage", async () => {
  const { id } = await keepPage(page(TEXT));
  const { body } = await patch(`/evidence/${id}`, { summary: "Seen again.", revision: 1 });
  expect(body).toEqual({ ...(await get(`/evidence/${id}`)).body });
  expect(body.link.standing).toBe("alive");
});
