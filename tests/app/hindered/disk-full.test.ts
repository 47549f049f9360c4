import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newDisk, triedOn, whyNoDisk } from "../../support/other-user.ts";
import { expectConsole } from "../../support/setup.ts";
import { openAt, seededFile } from "../../support/store.ts";
import { AGENTIC, get, post, send, TODAY } from "../api/api.ts";
import { anEvidence } from "../api/bodies.ts";

// The API over a disk on which there is no room left.

const shelf = globalThis as { hindcastStore?: Promise<unknown> };
beforeEach(() => {
  process.env.HINDCAST_TODAY = TODAY;
  process.env.HINDCAST_TIMEZONE = "UTC";
});
afterEach(() => {
  delete shelf.hindcastStore;
});

const EVIDENCE = `/forecasts/${AGENTIC}/evidence`;

test(`a change is a 507, which is logged once; what is on record is read, and room is enough (${triedOn})`, async () => {
  if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
  const disk = newDisk(16);
  const file = join(disk.folder, "hindcast.db");
  copyFileSync(await seededFile(), file);
  shelf.hindcastStore = openAt(file);
  await shelf.hindcastStore;
  disk.fill();

  expectConsole(/There is no room left in .*: no change is made until there is\.$/);
  for (let tries = 0; tries < 3; tries++) {
    const { status, body } = await post(EVIDENCE, anEvidence);
    expect({ status, body }).toEqual({
      status: 507,
      body: {
        type: "about:blank",
        title: "Insufficient Storage",
        status: 507,
        detail: expect.stringMatching(/^There is no room left for the database, so nothing was saved\. /),
      },
    });
  }
  expect(console.error).toHaveBeenCalledTimes(1);
  expect((await get(EVIDENCE)).status).toBe(200);
  expect((await send("GET", "/healthz")).status).toBe(200);

  disk.makeRoom();
  expect((await post(EVIDENCE, anEvidence)).status).toBe(201);
});
