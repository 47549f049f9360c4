import { afterEach, describe, expect, it, vi } from "vitest";
import { getStore } from "../../../app/_edge/store.ts";
import { expectConsole } from "../../support/setup.ts";
import { AGENTIC, change, countRows, get, patch, post, send, serveSeededDatabase } from "./api.ts";
import { anEvidence, anEvidenceIdOf, aVerdict } from "./bodies.ts";

serveSeededDatabase();

const EVIDENCE = `/forecasts/${AGENTIC}/evidence`;
const JSON_TYPE = { "content-type": "application/json" };
const HOST = { host: "127.0.0.1:3000" };

describe("from where a change may come", () => {
  const none = null;
  const own = "http://127.0.0.1:3000";
  const rows: [string | null, string | null, 201 | 403][] = [
    [none, none, 201],
    [none, "same-origin", 201],
    [none, "none", 201],
    [none, "cross-site", 403],
    [none, "same-site", 403],
    [none, "", 403],
    [own, none, 201],
    [own, "same-origin", 201],
    [own, "none", 201],
    [own, "cross-site", 403],
    [own, "same-site", 403],
    ["http://127.0.0.1:3001", none, 403],
    ["http://localhost:3000", "same-origin", 403],
    ["https://example.org", none, 403],
    ["https://example.org", "same-origin", 403],
    ["http://127.0.0.1:3000.example.org", none, 403],
    ["null", none, 403],
    ["null", "same-origin", 403],
    ["", none, 403],
    ["file://127.0.0.1:3000", none, 403],
  ];
  const headersOf = (origin: string | null, site: string | null) => ({
    ...JSON_TYPE,
    ...HOST,
    ...(origin === null ? {} : { origin }),
    ...(site === null ? {} : { "sec-fetch-site": site }),
  });

  it.each(rows)("Origin %j, Sec-Fetch-Site %j: %i", async (origin, site, expected) => {
    const before = await countRows();
    const answered = await change("POST", EVIDENCE, anEvidence, headersOf(origin, site));
    expect(answered.status).toBe(expected);
    expect((await countRows()).evidence).toBe(before.evidence + (expected === 201 ? 1 : 0));
  });

  it("counts for every route that changes something, and for none that reads", async () => {
    const id = await anEvidenceIdOf();
    const { body: verdict } = await post(`/forecasts/${AGENTIC}/verdicts`, aVerdict);
    const before = await countRows();
    const foreign = headersOf("https://example.org", "cross-site");
    const because = { reason: "x" };
    for (const [method, path, body] of [
      ["POST", EVIDENCE, anEvidence],
      ["PATCH", `/evidence/${id}`, { title: "x" }],
      ["POST", `/evidence/${id}/withdrawal`, because],
      ["POST", `/forecasts/${AGENTIC}/verdicts`, aVerdict],
      ["POST", `/forecasts/${AGENTIC}/verdicts/${verdict.id}/withdrawal`, because],
      ["POST", "/forecasts/moe-ever-sparser/reviews", { reviewOn: "2027-06-01", note: "x" }],
    ] as const) {
      const { status, headers } = await change(method, path, body, foreign);
      expect([path, status, headers.get("content-type")]).toEqual([path, 403, "application/problem+json"]);
    }
    expect(await countRows()).toEqual(before);
    expect((await send("GET", "/api/v1/forecasts", { headers: foreign })).status).toBe(200);
  });

  it("with HINDCAST_ORIGIN set, is that origin whatever the Host says", async () => {
    vi.resetModules();
    vi.stubEnv("HINDCAST_ORIGIN", "https://hindcast.example.org");
    const from = async (origin: string) =>
      (await change("POST", EVIDENCE, {}, headersOf(origin, null))).status;
    expect(await from("https://hindcast.example.org")).toBe(422);
    expect(await from("http://hindcast.example.org")).toBe(403);
    expect(await from(own)).toBe(403);
    vi.unstubAllEnvs();
    vi.resetModules();
  });
});

describe("what kind of body is read", () => {
  it.each([
    ["application/json", 201],
    ["application/json; charset=utf-8", 201],
    ["Application/JSON;charset=UTF-8", 201],
    ["application/problem+json", 201],
    ["application/vnd.example.v1+json; a=b", 201],
    ["text/plain", 415],
    ["text/plain; charset=application/json", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["text/json", 415],
    ["application/jsonp", 415],
    ["application/json-seq", 415],
    ["application/json, text/plain", 415],
    ["", 415],
  ])("%j: %i", async (type, expected) => {
    const { status } = await change("POST", EVIDENCE, anEvidence, { "content-type": type });
    expect(status).toBe(expected);
  });

  it("a compressed one is a 415", async () => {
    const headers = { ...JSON_TYPE, "content-encoding": "gzip" };
    expect((await change("POST", EVIDENCE, anEvidence, headers)).status).toBe(415);
  });

  const bytes = (...values: number[]) => new Uint8Array(values);
  it.each<[string, BodyInit | null]>([
    ["nothing", null],
    ["blank", "  "],
    ["half of an object", '{"url":'],
    ["more than an object", "{}{}"],
    ["no JSON", "url=https%3A%2F%2Fexample.org"],
    ["a comment", "{/* */}"],
    ["single quotes", "{'reason':'x'}"],
    ["a NUL", '{"reason":"\u0000"}'],
    ["a list", "[]"],
    ["null", "null"],
    ["a text", '"reason"'],
    ["a number", "1"],
    ["invalid UTF-8", bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d)],
    ["half a surrogate in UTF-8", bytes(0x22, 0xed, 0xa0, 0x80, 0x22)],
    ["UTF-16", bytes(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00)],
    ["deep brackets", "[".repeat(500_000)],
    ["deep lists", "[".repeat(500_000) + "]".repeat(500_000)],
    ["what breaks off", new ReadableStream({ start: (stream) => stream.error(new Error("gone")) })],
  ])("%s is a 400", async (_, body) => {
    const init = { headers: JSON_TYPE, body, duplex: "half" };
    const response = await send("POST", `/api/v1${EVIDENCE}`, init);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ title: "Bad Request", detail: expect.any(String) });
  });
});

describe("how large a body may be", () => {
  const MOST = 1024 * 1024;
  const padded = (size: number) => {
    const text = JSON.stringify(anEvidence);
    return text + " ".repeat(size - text.length);
  };

  it("is 1 MB to the byte", async () => {
    expect((await post(EVIDENCE, padded(MOST))).status).toBe(201);
    const before = await countRows();
    expect((await post(EVIDENCE, padded(MOST + 1))).status).toBe(413);
    expect((await patch(`/evidence/${await anEvidenceIdOf()}`, padded(MOST + 1))).status).toBe(413);
    expect(await countRows()).toEqual(before);
  });

  it("is told by its length before a byte is read", async () => {
    const body = new ReadableStream(
      { pull: () => Promise.reject(new Error("was read")) },
      { highWaterMark: 0 },
    );
    const headers = { ...JSON_TYPE, "content-length": String(MOST + 1) };
    expect((await send("POST", `/api/v1${EVIDENCE}`, { headers, body, duplex: "half" })).status).toBe(413);
  });

  it("is counted while reading, and no further", async () => {
    let chunks = 0;
    const body = new ReadableStream({
      pull(stream) {
        chunks += 1;
        stream.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const init = { headers: { ...JSON_TYPE, "content-length": "2" }, body, duplex: "half" };
    expect((await send("POST", `/api/v1${EVIDENCE}`, init)).status).toBe(413);
    expect(chunks).toBeLessThan(20);
  });
});

describe("what nobody foresaw", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(["SQLITE_BUSY: database is locked", "disk I/O error in /secret/place"])(
    "is a 500 that says nothing of %s, which is logged",
    async (message) => {
      expectConsole(/A request to the API failed/);
      const store = await getStore();
      vi.spyOn(store, "write").mockRejectedValue(new Error(message));
      const { status, headers, body } = await post(EVIDENCE, anEvidence);
      expect([status, headers.get("content-type")]).toEqual([500, "application/problem+json"]);
      expect(JSON.stringify(body)).not.toMatch(/SQLITE|secret/);
    },
  );

  it("on /healthz is a 503", async () => {
    expectConsole(/The store does not answer/);
    vi.spyOn(await getStore(), "schemaVersion").mockRejectedValue(new Error("disk I/O error"));
    expect((await send("GET", "/healthz")).status).toBe(503);
  });
});

it("a method that an address does not take is a 405", async () => {
  expect((await send("DELETE", `/api/v1${EVIDENCE}`)).status).toBe(405);
  expect((await get("/forecasts")).status).toBe(200);
});
