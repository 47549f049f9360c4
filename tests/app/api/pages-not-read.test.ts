import { expect, it } from "vitest";
import { getStore } from "#app/_request/process/store.ts";
import { watches } from "#db/schema/tables.ts";
import { AGENTIC, countRows, post, serveSeededDatabase } from "./api.ts";
import { anEvidence } from "./bodies.ts";

// The settings are read once by each process, so these have a file of their own.
process.env.HINDCAST_FETCHING = "off";
serveSeededDatabase();

const start = (url = anEvidence.url) => post("/pages", { url });
const log = (slug: string) => post(`/forecasts/${slug}/evidence`, anEvidence);
const countVisits = async () => (await getStore()).read.$count(watches);

it("logging asks for no visit", async () => {
  expect((await log(AGENTIC)).status).toBe(201);
  expect(await countVisits()).toBe(0);
});

it("a link to a page on record leads to it, and one to any other is a 409 that says why", async () => {
  const { body: entry } = await log(AGENTIC);
  const known = await start();
  expect([known.status, known.body.id]).toEqual([200, entry.page]);
  const before = await countRows();
  const { status, body } = await start("https://example.org/unknown");
  expect([status, body.detail]).toEqual([409, "No pages are read here, and this one is not on record."]);
  expect(await countRows()).toEqual(before);
  expect(await countVisits()).toBe(0);
});
