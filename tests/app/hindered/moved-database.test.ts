import { renameSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { expectConsole } from "../../support/setup.ts";
import { seededStore } from "../../support/store.ts";
import { AGENTIC, get, post, send, TODAY } from "../api/api.ts";
import { anEvidence } from "../api/bodies.ts";

// The API over a file that is moved while it is served.

const shelf = globalThis as { hindcastStore?: Promise<unknown> };
let file: string;
beforeEach(async () => {
  process.env.HINDCAST_TODAY = TODAY;
  process.env.HINDCAST_TIMEZONE = "UTC";
  const seeded = await seededStore();
  file = seeded.file;
  shelf.hindcastStore = Promise.resolve(seeded.store);
});
afterEach(() => {
  delete shelf.hindcastStore;
});

const EVIDENCE = `/forecasts/${AGENTIC}/evidence`;
const healthz = async () => {
  const answer = await send("GET", "/healthz");
  return { status: answer.status, body: await answer.json() };
};

test("no change is accepted, which is said by the API and by /healthz, and once in the log", async () => {
  expect((await healthz()).status).toBe(200);
  renameSync(file, `${file}.away`);
  expectConsole(/hindcast\.db was deleted or moved away .*: no change is accepted until .* started again\.$/);
  for (const { status, body } of [
    await post(EVIDENCE, anEvidence),
    await post("/speakers", { name: { en: "Ada" } }),
    await healthz(),
    await post(EVIDENCE, anEvidence),
  ]) {
    expect({ status, body }).toEqual({
      status: 503,
      body: {
        type: "about:blank",
        title: "Service Unavailable",
        status: 503,
        detail: expect.stringMatching(/^The database was deleted, moved or replaced .* start it again\.$/),
      },
    });
    expect(JSON.stringify(body)).not.toContain(file);
  }
  expect(console.error).toHaveBeenCalledTimes(1);
  // What was acknowledged can be read.
  expect((await get("/forecasts")).status).toBe(200);
});

test("when the very same file is back, all goes on; when it goes again, the log has a second line", async () => {
  renameSync(file, `${file}.away`);
  expectConsole(/was deleted or moved away/);
  expect((await post(EVIDENCE, anEvidence)).status).toBe(503);
  renameSync(`${file}.away`, file);
  expect((await healthz()).status).toBe(200);
  expect((await post(EVIDENCE, anEvidence)).status).toBe(201);
  renameSync(file, `${file}.away`);
  expect((await healthz()).status).toBe(503);
  expect(console.error).toHaveBeenCalledTimes(2);
});
