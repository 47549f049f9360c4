import { describe, expect, it } from "vitest";
import { countRows, get, type Json, patch, post, serveSeededDatabase } from "./api.ts";
import { aForecast, aNewSource } from "./forecast-bodies.ts";
import { TALK } from "./texts.ts";

serveSeededDatabase();

const { url: LINK, ...withoutLink } = aNewSource;
const aTalk = { ...withoutLink, lang: "en" };
const talk = (more: Json = {}) => post("/sources", { ...aTalk, ...more });
const sources = async (): Promise<Json[]> => (await get("/sources")).body.items;

describe("POST /sources without a link", () => {
  it.each<[string, Json]>([
    ["where it is left out", {}],
    ["where it is null", { url: null }],
    ["where it is empty", { url: "" }],
    ["where it is blank", { url: " \n " }],
  ])("puts it on record %s", async (_, more) => {
    const { status, body } = await talk(more);
    expect([status, body.slug, body.url]).toEqual([201, "robots-at-home", null]);
    expect(await sources()).toContainEqual(expect.objectContaining({ slug: body.slug, url: null }));
    const [entry] = (await get("/history?limit=1")).body.items;
    expect(entry).toMatchObject({ action: "source-recorded", after: { title: aTalk.title, url: null } });
  });

  it("keeps its text, with the places of quotes", async () => {
    const { body } = await talk({ text: TALK });
    const quote = "We will land on the moon within two years.";
    const { body: forecast } = await post("/forecasts", { ...aForecast, source: body.slug, quote });
    expect(forecast.source).toEqual({ slug: body.slug, title: aTalk.title, url: null });
    expect((await get(`/sources/${body.slug}/text`)).body.quotes).toMatchObject([
      { forecast: forecast.slug },
    ]);
  });

  it("takes others that differ in title, publisher or date", async () => {
    const differing = [
      {},
      { title: "Robots at work" },
      { publisher: "Another" },
      { publishedOn: "2026-10-31" },
    ];
    for (const more of [...differing, { publishedOn: null }]) expect((await talk(more)).status).toBe(201);
    expect((await sources()).filter(({ url }) => url === null)).toHaveLength(5);
  });

  it.each<[string, Json, Json]>([
    ["without a link as well", {}, {}],
    ["without a link or a date", { publishedOn: null }, { publishedOn: null }],
    ["with a link", { url: LINK }, {}],
  ])(
    "answers 409 with the source of its title, publisher and date that is on record %s",
    async (_, known, more) => {
      const { body: first } = await talk(known);
      const rows = await countRows();
      const { status, body } = await talk({ ...more, kind: "interview" });
      expect([status, body.current]).toEqual([409, { slug: first.slug, title: aTalk.title }]);
      expect(body.detail).toContain("title, publisher and date");
      expect(await countRows()).toEqual(rows);
    },
  );

  it("takes one with a link, whatever it is called", async () => {
    await talk();
    expect((await talk({ url: LINK })).body).toMatchObject({ slug: "robots-at-home-2", url: LINK });
  });
});

describe("a forecast with a new source without a link", () => {
  const from = (more: Json = {}) => ({ ...aForecast, source: null, newSource: withoutLink, ...more });

  it("is put on record, and lists tell that there is none", async () => {
    const { status, body } = await post("/forecasts", from());
    expect([status, body.source]).toEqual([201, { slug: "robots-at-home", title: aTalk.title, url: null }]);
    expect((await get("/forecasts?source=robots-at-home")).body.items[0].source.url).toBeNull();
    const again = await post("/forecasts", from({ claim: { en: "Another" } }));
    expect([again.status, again.body.current.slug]).toEqual([409, "robots-at-home"]);
  });

  it("of several at once has the same one", async () => {
    const forecasts = [from(), from({ claim: { en: "Another" } })];
    const { status, body } = await post("/forecasts", { forecasts });
    expect([status, body.items.map(({ source }: Json) => source.slug)]).toEqual([
      201,
      ["robots-at-home", "robots-at-home"],
    ]);
  });

  it("may get it when it is changed", async () => {
    const { body: before } = await post("/forecasts", aForecast);
    const newSource = { ...withoutLink, lang: "en" };
    const { status, body } = await patch(`/forecasts/${before.slug}`, { revision: 0, newSource });
    expect([status, body.source.url]).toEqual([200, null]);
  });
});
