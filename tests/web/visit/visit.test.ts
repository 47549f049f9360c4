import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY, type FetchPolicy } from "#web/fetch/policy.ts";
import type { VisitProcess } from "#web/visit/readers.ts";
import { visit } from "#web/visit/visit.ts";
import { processorMs } from "../../support/processor-time.ts";
import { asking } from "../../support/web/asking.ts";
import { listening } from "../../support/web/stand-in.ts";

/**
 * What is measured is some milliseconds on a machine that has nothing else to do; were it our process, it were seconds.
 */
const BEARABLE_MS = 1500;
const WORDS = "So many households have a robot that folds.";
const readerOf = (name: string): string => join(import.meta.dirname, "readers", `${name}.ts`);
const OURS: VisitProcess = {
  file: join(import.meta.dirname, "../../../web/visit/reader.ts"),
  readingMs: 5_000,
  wholeMs: 60_000,
  heapMb: 256,
  residentMb: 512,
  idleMs: 5_000,
};

async function visiting(answer: RequestListener, policy: Partial<FetchPolicy> = {}) {
  const { port } = await listening(createServer(answer));
  const allowed = { ...DEFAULT_POLICY, ports: [port], allowedRanges: ["127.0.0.0/8"], ...policy };
  return { request: asking(`http://127.0.0.1:${port}/page`), policy: allowed };
}
const plainWords: RequestListener = (_request, response) =>
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(WORDS);

/** What became of a visit, and how much processor time it took here, where all else has to wait for it, in ms. */
async function withOwnTime<T>(work: () => Promise<T>): Promise<{ found: T; own: number }> {
  let found: T | undefined;
  const own = await processorMs(async () => {
    found = await work();
  });
  if (found === undefined) throw new Error("nothing found");
  return { found, own };
}

test("a visit brings the page, its bytes packed, and what was read in them", async () => {
  const found = await visit(await visiting(plainWords));
  if (!found.ok) throw new Error(found.error.code);
  const { page, stored, reading, readingStopped } = found.value;
  expect(page).toMatchObject({ status: 200, mediaType: "text/plain", charset: "utf-8", size: WORDS.length });
  expect(Buffer.from(gunzipSync(stored ?? "")).toString()).toBe(WORDS);
  expect(
    createHash("sha256")
      .update(gunzipSync(stored ?? ""))
      .digest("hex"),
  ).toBe(page.sha256);
  expect({ text: reading?.text, readingStopped }).toEqual({ text: WORDS, readingStopped: false });
});

test("a text of some length has a sketch of it", async () => {
  const text = Array.from({ length: 300 }, (_none, at) => `word${at}`).join(" ");
  const request = await visiting((_request, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(text),
  );
  expect(await visit(request)).toMatchObject({
    value: { sketch: expect.arrayContaining([expect.any(Number)]) },
  });
});

test("what is not kept is not read", async () => {
  const request = await visiting((_request, response) =>
    response.writeHead(200, { "content-type": "image/png" }).end("bytes"),
  );
  expect(await visit(request, undefined, { ...OURS, file: readerOf("endless") })).toMatchObject({
    value: {
      page: { size: 5, body: null },
      stored: null,
      reading: null,
      sketch: null,
      readingStopped: false,
    },
  });
});

test("a page that cannot be had is told as such", async () => {
  const refused = await visiting(plainWords, { allowedRanges: [] });
  expect(await visit(refused)).toMatchObject({
    ok: false,
    error: { code: "address-refused", isRefusal: true },
  });
  const nothing = await visiting((request) => request.socket.destroy());
  expect(await visit(nothing)).toMatchObject({ ok: false, error: { code: "bad-answer" } });
});

describe("a reading that does harm ends, and its page is kept", () => {
  test.each<[name: string, kind: Partial<VisitProcess>]>([
    ["endless", { readingMs: 1_500 }],
    ["greedy", { heapMb: 64, readingMs: 30_000, wholeMs: 60_000 }],
    ["throwing", {}],
    ["leaving", {}],
    ["hoarding", { residentMb: 200, readingMs: 30_000 }],
  ])("%s", async (name, kind) => {
    const request = await visiting(plainWords);
    const { found, own } = await withOwnTime(() =>
      visit(request, undefined, { ...OURS, file: readerOf(name), ...kind }),
    );
    if (!found.ok) throw new Error(found.error.code);
    const { page, stored, reading, sketch, readingStopped } = found.value;
    expect(Buffer.from(gunzipSync(stored ?? "")).toString()).toBe(WORDS);
    expect({ status: page.status, reading, sketch, readingStopped }).toEqual({
      status: 200,
      reading: null,
      sketch: null,
      readingStopped: true,
    });
    expect(own).toBeLessThan(BEARABLE_MS);
  });
});

test("what the reading of a page writes to the console stays with it", async () => {
  const request = await visiting(plainWords);
  const noisy = { ...OURS, file: readerOf("noisy") };
  expect(await visit(request, undefined, noisy)).toMatchObject({ value: { reading: { fault: "damaged" } } });
});

describe("a process that ends before the page is there is told of by a value", () => {
  test("when it takes too long in all", async () => {
    const found = await visit(await visiting(() => undefined), undefined, { ...OURS, wholeMs: 500 });
    expect(found).toMatchObject({ error: { code: "stopped", detail: "took too long", isRefusal: false } });
  });

  test("when it is told to stop, before or while it works", async () => {
    const request = await visiting(() => undefined);
    const stopped = { error: { code: "stopped", url: request.request.url, detail: "told to stop" } };
    expect(await visit(request, AbortSignal.abort())).toMatchObject(stopped);
    const underWay = new AbortController();
    const found = visit(request, underWay.signal);
    await wait(300);
    underWay.abort();
    expect(await found).toMatchObject(stopped);
  });

  test("when there is none to be had", async () => {
    const args = [JSON.stringify(await visiting(plainWords)), OURS.file];
    const limited = `ulimit -n 64; exec "$0" tests/support/web/crowded-child.ts "$@"`;
    const { stdout } = await promisify(execFile)("sh", ["-c", limited, process.execPath, ...args]);
    expect(stdout).toBe("stopped: EMFILE\nstopped: told to stop\nok\n");
  });

  test("when it cannot even begin", async () => {
    const request = await visiting(plainWords);
    expect(await visit(request, undefined, { ...OURS, file: readerOf("nowhere") })).toMatchObject({
      error: { code: "stopped", detail: "ended with 1" },
    });
    const unreadable = { ...request, policy: { ...request.policy, refusedRanges: ["ten"] } };
    expect(await visit(unreadable)).toMatchObject({ error: { code: "stopped" } });
  });
});

test("a large page is handed over without holding everything else up", async () => {
  const large = Buffer.alloc(4 * 1024 * 1024, "many words ");
  const request = await visiting((_request, response) =>
    response.writeHead(200, { "content-type": "text/css" }).end(large),
  );
  const { found, own } = await withOwnTime(() => visit(request));
  expect(found).toMatchObject({ value: { page: { size: large.length } } });
  expect(own).toBeLessThan(BEARABLE_MS);
});
