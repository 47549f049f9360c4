import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { findEvidence } from "#db/evidence/record.ts";
import { findArchivedCopy } from "#db/pages/archived-copies.ts";
import { askForVisit } from "#db/pages/watches.ts";
import type { Store } from "#db/store.ts";
import { archiveAt } from "#web/keeping/archive.ts";
import { type Keeping, keepNext } from "#web/keeping/keep-next.ts";
import { connectTo, type Held, seededStore } from "../../support/any-store.ts";
import { NOW } from "../../support/seeded.ts";
import { daysLater, minutesLater } from "../../support/visits.ts";
import { article, logLink, SPACE, webServer } from "../../support/web/logged-pages.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const TAKEN = "20261120081500";
const TAKEN_AT = new Date("2026-11-20T08:15:00Z");
const json = (body: unknown, status = 200): Answer => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return (_request, response) => response.writeHead(status, { "content-type": "application/json" }).end(text);
};
const closest = (changes: object) => ({
  archived_snapshots: { closest: { available: true, status: "200", timestamp: TAKEN, ...changes } },
});
const has = (url: string) => json(closest({ url }));
const COPY = `https://web.archive.org/web/${TAKEN}/https://example.org/`;
const NONE = json({ archived_snapshots: {} });

// One server for all tests: a page at each address but `/gone` and `/broken`, and the archive, as each test has it
// answer.
let answers: Answer = NONE;
let asked: URL[] = [];
const web = await webServer((request, response) => {
  const url = new URL(request.url ?? "", `http://${request.headers.host}`);
  if (url.pathname === "/wayback/available") {
    asked.push(url);
    return answers(request, response);
  }
  const status = url.pathname === "/gone" ? 404 : url.pathname === "/broken" ? 500 : 200;
  response.writeHead(status, { "content-type": "text/html" }).end(article("A page"));
});
const SERVICE = `http://127.0.0.1:${web.port}`;

let held: Held;
let store: Store;
let moment = NOW;
beforeEach(async () => {
  held = await seededStore();
  ({ store } = held);
  answers = NONE;
  asked = [];
  moment = NOW;
});

const keeping = (changes: Partial<Keeping> = {}): Keeping => ({
  ...{ store, policy: web.policy, cap: SPACE, everyDays: 30, now: () => moment },
  ...changes,
});
let logged = 0;
/** Logs a link to a page of its own, on a host of its own, and makes its first visit. */
async function visited(archive: Keeping["archive"], path = "/page", changes: Partial<Keeping> = {}) {
  logged += 1;
  const { id, pageId, url } = await logLink(store, `http://127.0.1.${logged}:${web.port}${path}`, moment);
  const made = await keepNext(keeping({ archive, ...changes }));
  expect(made?.url).toBe(url);
  return { id, pageId, url, made };
}
async function again(pageId: string, url: string, archive: Keeping["archive"], at: Date) {
  moment = at;
  await store.write((tx) => askForVisit(tx, { pageId, url, dueAt: at }));
  expect(await keepNext(keeping({ archive }))).toMatchObject({ url });
}
const rowOf = async (pageId: string) => {
  const connection = await connectTo(held.place);
  const [row] = await connection.run("select url, asked_at from archived_copies where page_id = $1", [
    pageId,
  ]);
  return row && { url: row.url, askedAt: new Date(Number(row.asked_at)) };
};
const copyOf = (pageId: string) => findArchivedCopy(store.read, pageId);

test("after a visit the archive is asked for its copy nearest to the day on which ours was kept", async () => {
  answers = has(COPY.replace("https:", "http:"));
  const { pageId, url } = await visited(archiveAt(SERVICE), "/page?a=1&b=%C3%A9#part");
  expect(asked.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
    { url, timestamp: "20261123" },
  ]);
  expect(await copyOf(pageId)).toEqual({ url: COPY, takenAt: TAKEN_AT });
});

test("a copy at the service itself is taken with its own scheme", async () => {
  const own = `${SERVICE}/web/${TAKEN}/https://example.org/`;
  answers = has(own);
  const { pageId } = await visited(archiveAt(SERVICE));
  expect((await copyOf(pageId))?.url).toBe(own);
});

test("the visit is stored before the archive answers", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  answers = async (request, response) => {
    await promise;
    has(COPY)(request, response);
  };
  logged += 1;
  const { id, pageId } = await logLink(store, `http://127.0.1.${logged}:${web.port}/`, moment);
  const made = keepNext(keeping({ archive: archiveAt(SERVICE) }));
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBe(1);
  expect((await findEvidence(store.read, id))?.link).toMatchObject({
    standing: "alive",
    keptAt: expect.any(Date),
  });
  expect(await copyOf(pageId)).toBeNull();
  resolve();
  await made;
  expect(await copyOf(pageId)).toEqual({ url: COPY, takenAt: TAKEN_AT });
});

test("a page that is gone is asked for too, one that could not be read is not", async () => {
  answers = has(COPY);
  const { pageId } = await visited(archiveAt(SERVICE), "/gone");
  expect(await copyOf(pageId)).toEqual({ url: COPY, takenAt: TAKEN_AT });
  const broken = await visited(archiveAt(SERVICE), "/broken");
  expect([asked.length, await rowOf(broken.pageId)]).toEqual([1, undefined]);
});

test("without an archive nobody is asked and nothing is stored", async () => {
  const { pageId } = await visited(null);
  expect([asked.length, await rowOf(pageId)]).toEqual([0, undefined]);
});

test("it is asked again after thirty days, and what it once told is kept when it has no more to tell", async () => {
  const archive = archiveAt(SERVICE);
  const { pageId, url } = await visited(archive);
  expect(await rowOf(pageId)).toEqual({ url: null, askedAt: NOW });
  expect(await copyOf(pageId)).toBeNull();
  answers = has(COPY);
  await again(pageId, url, archive, daysLater(29));
  expect([asked.length, await copyOf(pageId)]).toEqual([1, null]);
  await again(pageId, url, archive, daysLater(30));
  expect([asked.length, await copyOf(pageId)]).toEqual([2, { url: COPY, takenAt: TAKEN_AT }]);
  // Nearest to when ours was kept, though that is thirty days ago.
  expect(asked[1]?.searchParams.get("timestamp")).toBe("20261123");
  answers = NONE;
  await again(pageId, url, archive, daysLater(60));
  expect(asked).toHaveLength(3);
  expect(await rowOf(pageId)).toEqual({ url: COPY, askedAt: daysLater(60) });
});

test.each([
  ["for as long as it asks for", "120", minutesLater(1), minutesLater(2)],
  ["for ten minutes where it does not say", undefined, minutesLater(9), minutesLater(10)],
])("an archive that fails is left alone %s", async (_how, retryAfter, before, after) => {
  answers = (_request, response) => {
    response.writeHead(503, retryAfter === undefined ? {} : { "retry-after": retryAfter }).end();
  };
  const archive = archiveAt(SERVICE);
  const { pageId, made } = await visited(archive);
  expect(made).toMatchObject({ end: { kind: "stored", standing: "alive" }, fault: null });
  expect([asked.length, await rowOf(pageId)]).toEqual([1, undefined]);
  answers = has(COPY);
  moment = before;
  await visited(archive);
  expect(asked).toHaveLength(1);
  moment = after;
  const later = await visited(archive);
  expect([asked.length, (await copyOf(later.pageId))?.url]).toEqual([2, COPY]);
});

test("one question is asked at a time", async () => {
  let now = 0;
  let most = 0;
  answers = (request, response) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      NONE(request, response);
    }, 100);
  };
  const archive = archiveAt(SERVICE);
  const ask = (url: string) => archive.find({ url, near: NOW, policy: web.policy, now: () => NOW });
  const all = await Promise.all(["https://a.example", "https://b.example", "https://c.example"].map(ask));
  expect([all.map(({ ok }) => ok), most]).toEqual([[true, true, true], 1]);
});

test.each<[string, Answer]>([
  ["no JSON", json("<!doctype html>")],
  [
    "a page",
    (_request, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end(JSON.stringify(closest({ url: COPY }))),
  ],
  [
    "far too much once it is unpacked",
    (_request, response) =>
      response
        .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" })
        .end(gzipSync(JSON.stringify({ ...closest({ url: COPY }), more: "x".repeat(1_000_000) }))),
  ],
  ["nothing", (_request, response) => response.writeHead(204).end()],
  ["far too much", json({ ...closest({ url: COPY }), more: "x".repeat(1_000_000) })],
  ["a script for a link", has(`javascript:alert("/${TAKEN}")`)],
  ["a link to another site", has(`https://web.archive.org.example.org/web/${TAKEN}/x`)],
  [
    "a copy of next year",
    json(closest({ url: COPY.replace(TAKEN, "20271120081500"), timestamp: "20271120081500" })),
  ],
  [
    "a way into the machine",
    (_request, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
  ],
  [
    "half an answer",
    (request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"archived_snapshots": {}}', () => request.socket.destroy());
    },
  ],
])("an archive that answers with %s leaves nothing behind, and the page is kept", async (_what, answer) => {
  answers = answer;
  const { pageId, made } = await visited(archiveAt(SERVICE));
  expect(made).toMatchObject({ end: { kind: "stored", standing: "alive" }, fault: null });
  expect([asked.length, await rowOf(pageId)]).toEqual([1, undefined]);
});

test("an archive inside our own network is not connected to", async () => {
  answers = has(COPY);
  logged += 1;
  const policy = { ...web.policy, allowedRanges: [`127.0.1.${logged + 1}/32`] };
  const { pageId, made } = await visited(archiveAt(SERVICE), "/page", { policy });
  expect(made).toMatchObject({ end: { kind: "stored" } });
  expect([asked.length, await rowOf(pageId)]).toEqual([0, undefined]);
});
