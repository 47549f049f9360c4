import { afterEach, describe, expect, it, vi } from "vitest";
import { getStore } from "#app/_request/process/store.ts";
import type { Store } from "#db/store.ts";
import { expectConsole } from "../../support/setup.ts";
import { AGENTIC, change, countRows, get, post, send, serveSeededDatabase } from "./api.ts";
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
      ["PATCH", `/evidence/${id}`, { title: "x", revision: 1 }],
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

describe("what nobody foresaw", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(["SQLITE_BUSY: database is locked", "disk I/O error in /secret/place"])(
    "is a 500 that says nothing of %s, which is logged",
    async (message) => {
      expectConsole(/A request to the API failed/);
      const store = await getStore();
      const write: Store["write"] = () => Promise.reject(new Error(message));
      vi.spyOn(store, "as").mockReturnValue({ ...store, write });
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
