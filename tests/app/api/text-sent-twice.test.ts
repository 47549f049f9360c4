import { beforeEach, expect, it, vi } from "vitest";
import { POST } from "#app/sources/new/read/route.ts";
import { countRows, get, ORIGIN, serveSeededDatabase } from "./api.ts";
import { TALK } from "./texts.ts";

// What the framework tells of a request that it serves; these ones come to the route alone.
vi.mock("next/headers", () => ({ cookies: async () => new Map(), headers: async () => new Headers() }));

serveSeededDatabase();

const KEY = "5f0c0c62-8f6e-4d7c-9f5b-0a0d3f6b7a11";
const TYPED = {
  ...{ text: TALK, title: "A talk on the moon", publisher: "The Moon", lang: "", url: "", kind: "" },
  ...{ publishedOn: "2026-10-30", saidOn: "", by: "Ana" },
};

async function send(changes: object = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...TYPED, ...changes })) form.set(name, String(value));
  const headers = { origin: ORIGIN, host: new URL(ORIGIN).host, "sec-fetch-site": "same-origin" };
  const request = new Request(`${ORIGIN}/sources/new/read`, { method: "POST", body: form, headers });
  const response = await POST(request);
  return { status: response.status, to: response.headers.get("location") ?? "" };
}

let before: Awaited<ReturnType<typeof countRows>>;
beforeEach(async () => {
  before = await countRows();
});

it.each([
  ["that is kept", { keep: "on" }],
  ["that is put aside", {}],
])("a text %s, sent twice under its key, is taken in once", async (_, changes) => {
  const first = await send({ "sent-as": KEY, ...changes });
  expect(first.status).toBe(303);
  expect(first.to).toMatch(/^\/sources\/a-talk-on-the-moon\/read/);
  const rows = await countRows();
  expect(rows).not.toEqual(before);
  expect(await send({ "sent-as": KEY, ...changes })).toEqual(first);
  expect(await countRows()).toEqual(rows);
  const { items } = (await get("/sources")).body;
  expect(items.filter(({ title }: { title: string }) => title === TYPED.title)).toHaveLength(1);
});

it("with something else in it, or without its key, it is shown again", async () => {
  await send({ "sent-as": KEY, keep: "on" });
  const rows = await countRows();
  for (const changes of [{ "sent-as": KEY, title: "Another talk" }, {}]) {
    const again = await send({ keep: "on", ...changes });
    expect([again.status, again.to]).toEqual([303, expect.stringMatching(/^\/sources\/new\?typed=/)]);
    expect(await countRows()).toEqual(rows);
  }
});
