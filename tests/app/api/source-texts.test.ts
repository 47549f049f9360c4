import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { change, countRows, get, type Json, post, serveSeededDatabase } from "./api.ts";
import { aForecast, aNewSource, SOURCE } from "./forecast-bodies.ts";
import { MEGABYTE, TALK, textOf } from "./texts.ts";

serveSeededDatabase();

const aSource = { ...aNewSource, lang: "en" };
const withText = (text: unknown, more: object = {}) => post("/sources", { ...aSource, text, ...more });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("PUT /sources/{slug}/text", () => {
  const put = (slug: string, body: Json) => change("PUT", `/sources/${slug}/text`, body);
  const known = async (): Promise<string> => (await post("/sources", aSource)).body.slug;
  const aText = { text: TALK, saidOn: "2026-10-30" };

  it("keeps the text of a source that has none, with the places of its quotes", async () => {
    const slug = await known();
    const quote = "We will land on the moon within two years.";
    const { body: forecast } = await post("/forecasts", { ...aForecast, source: slug, quote });
    const { status, body } = await put(slug, { ...aText, by: "Ana" });
    expect([status, body]).toMatchObject([201, { sha256: sha256(TALK), saidOn: "2026-10-30", by: "Ana" }]);
    const { body: kept } = await get(`/sources/${slug}/text`);
    expect(kept).toMatchObject({ ...body, text: TALK, quotes: [{ forecast: forecast.slug }] });
    const [{ action }] = (await get("/history?limit=1")).body.items;
    expect(action).toBe("text-kept");
  });

  it("is refused where there is one, no source, or too much of it", async () => {
    const slug = await known();
    await put(slug, aText);
    const rows = await countRows();
    const again = await put(slug, { ...aText, text: "Another." });
    expect([again.status, again.body.current]).toEqual([409, { slug, title: aNewSource.title }]);
    expect((await put("nothing", aText)).status).toBe(404);
    expect((await put(slug, { ...aText, text: "x".repeat(5 * MEGABYTE) })).status).toBe(413);
    expect(await countRows()).toEqual(rows);
  });

  it.each<[string, Json, string, string]>([
    ["nothing in it", { text: "" }, "text", "required"],
    ["no day", { saidOn: undefined }, "saidOn", "required"],
    ["a day to come", { saidOn: "2026-11-24" }, "saidOn", "said-in-future"],
    ["a title", { title: "Mine" }, "title", "unknown-field"],
  ])("refuses %s", async (_, more, field, code) => {
    const { status, body } = await put(await known(), { ...aText, ...more });
    expect([status, body.errors]).toMatchObject([422, [{ field, code }]]);
  });
});

describe("POST /sources with a text", () => {
  it("keeps it, and gives it back with its hash and the places of quotes", async () => {
    const { status, body } = await withText(TALK, { by: "Ana" });
    expect(status).toBe(201);
    expect(body.text).toMatchObject({
      ...{ format: "plain", sha256: sha256(TALK), saidOn: aNewSource.publishedOn, by: "Ana" },
    });
    const quote = "We will land on the moon within two years.";
    const { body: forecast } = await post("/forecasts", { ...aForecast, source: body.slug, quote });
    const { body: kept } = await get(`/sources/${body.slug}/text`);
    expect(kept).toMatchObject({ text: TALK, times: [], sha256: sha256(TALK) });
    const start = TALK.indexOf(quote);
    expect(kept.quotes).toEqual([{ forecast: forecast.slug, start, end: start + quote.length }]);
  });

  it("said on another day than it was published", async () => {
    const { body } = await withText(TALK, { saidOn: "2026-10-30" });
    expect(body.text.saidOn).toBe("2026-10-30");
  });

  it("without one has none", async () => {
    const { status, body } = await post("/sources", aSource);
    expect([status, body.text]).toEqual([201, null]);
    expect((await get(`/sources/${body.slug}/text`)).status).toBe(404);
    expect((await get(`/sources/${SOURCE}/text`)).status).toBe(404);
    expect((await get("/sources/nothing/text")).status).toBe(404);
  });

  it("keeps what is no character as a blank", async () => {
    const { status, body } = await withText("A NUL: \0. Half of one: \ud83c.");
    expect(status).toBe(201);
    expect((await get(`/sources/${body.slug}/text`)).body.text).toBe("A NUL:  . Half of one:  .");
  });

  it("keeps a megabyte to the byte", async () => {
    const text = textOf(MEGABYTE, "兩年內，船會開進港口。\n");
    const { body } = await withText(text);
    expect((await get(`/sources/${body.slug}/text`)).body.text === text).toBe(true);
    const before = await countRows();
    const refused = await withText(`${text}x`, { url: "https://example.org/other" });
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ field: "text", code: "text-too-large" }],
    ]);
    expect(await countRows()).toEqual(before);
  });

  it.each<[string, Json, string, string]>([
    ["nothing in it", { text: "" }, "text", "required"],
    ["a list", { text: [TALK] }, "text", "not-text"],
    ["no day at all", { publishedOn: null }, "saidOn", "day-needed"],
    ["a day to come", { saidOn: "2026-11-24" }, "saidOn", "said-in-future"],
    ["no such day", { saidOn: "2026-11-31" }, "saidOn", "not-a-day"],
    ["a day and no text", { text: undefined, saidOn: "2026-11-01" }, "text", "required"],
    ["captions without words", { text: "WEBVTT\n\n" }, "text", "required"],
  ])("refuses %s, and does not record the source", async (_, more, field, code) => {
    const before = await countRows();
    const { status, body } = await withText(TALK, more);
    expect([status, body.errors]).toMatchObject([422, [{ field, code }]]);
    expect(await countRows()).toEqual(before);
  });

  it("takes bodies that no other address takes", async () => {
    const body = (size: number) => {
      const text = JSON.stringify({ ...aSource, text: TALK });
      return text + " ".repeat(size - text.length);
    };
    expect((await post("/sources", body(5 * MEGABYTE))).status).toBe(201);
    expect((await post("/sources", body(5 * MEGABYTE + 1))).status).toBe(413);
    for (const [path, most] of [
      ["/speakers", 64],
      [`/forecasts/${aForecast.source}/evidence`, 64],
      [`/forecasts/${aForecast.source}/verdicts`, 256],
      ["/forecasts", 5 * 1024],
    ] as const) {
      expect((await post(path, body(most * 1024))).status, path).not.toBe(413);
      expect((await post(path, body(most * 1024 + 1))).status, path).toBe(413);
    }
  });
});
