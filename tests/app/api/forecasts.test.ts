import { describe, expect, it } from "vitest";
import { AGENTIC, countRows, get, type Json, patch, post, serveSeededDatabase } from "./api.ts";
import { anEvidence, aVerdict } from "./bodies.ts";
import { aForecast, aNewSource, SOURCE } from "./forecast-bodies.ts";

serveSeededDatabase();

const NEWEST = async (slug: string) =>
  (await get(`/forecasts/${encodeURIComponent(slug)}/history?limit=1`)).body.items[0];
const record = (more: object = {}) => post("/forecasts", { ...aForecast, ...more });

const SEVERAL = { quote: "Some by 2028, more by 2030, all by 2035.", horizon: "by 2028" };

describe("POST /forecasts", () => {
  it("puts a forecast on record, its window worked out from the words", async () => {
    const { status, headers, body } = await record({ by: "Ana" });
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/api/v1/forecasts/${body.slug}`);
    expect(body).toMatchObject({
      ...{ slug: "robots-fold-laundry", dueFrom: "2026-11-01", dueBy: "2028-11-01", revision: 0 },
      ...{ source: { slug: SOURCE }, speaker: { slug: "tri-dao" }, recordedLate: true, withdrawal: null },
      ...{ quote: aForecast.quote, lang: "en", negative: false, tags: ["homes", "robots"] },
    });
    expect((await get(`/forecasts/${body.slug}`)).body).toEqual(body);
    expect(await NEWEST(body.slug)).toMatchObject({ action: "forecast-recorded", by: "Ana" });
  });

  it("makes an address of a Chinese claim that leads back to it", async () => {
    const claim = { "zh-Hant": "兩年內，機器人會摺衣服" };
    const { status, headers, body } = await record({
      claim,
      lang: "zh-Hant",
      quote: "兩年內就會摺了",
      horizon: "兩年內",
    });
    expect([status, body.slug]).toEqual([201, "兩年內-機器人會摺衣服"]);
    const location = headers.get("location")?.replace("/api/v1", "") ?? "";
    expect(location).toMatch(/^[\x20-\x7e]+$/);
    expect((await get(location)).body.slug).toBe(body.slug);
  });

  it.each(["zh", "zh-Hans"])(
    "in Chinese of any characters, which are kept as one language: %s",
    async (lang) => {
      const newSource = { ...aNewSource, titleLang: lang };
      const words = { quote: "机器人两年内就会叠衣服", horizon: "两年内", lang };
      const { status, body } = await record({ ...words, source: null, newSource });
      expect([status, body.lang, body.dueBy]).toEqual([201, "zh-Hant", "2028-11-01"]);
      const { items } = (await get("/sources")).body;
      expect(items).toContainEqual(
        expect.objectContaining({ slug: "robots-at-home", titleLang: "zh-Hant", lang: "zh-Hant" }),
      );
    },
  );

  it("with a new source and speaker, which stand in their lists", async () => {
    const { newSource, newSpeaker } = {
      newSource: aNewSource,
      newSpeaker: { name: { "zh-Hant": "王小明" } },
    };
    const { status, body } = await record({ source: null, newSource, speaker: undefined, newSpeaker });
    expect(status).toBe(201);
    expect(body).toMatchObject({ source: { title: "Robots at home" }, speaker: { name: "王小明" } });
    const { items: sources } = (await get("/sources")).body;
    expect(sources).toContainEqual(
      expect.objectContaining({ slug: "robots-at-home", titleLang: "en", lang: "en" }),
    );
    const { items: speakers } = (await get("/speakers")).body;
    expect(speakers).toContainEqual(expect.objectContaining({ slug: "王小明", name: "王小明" }));
  });

  it("in words that are not in the quote only with a note", async () => {
    const { status, body } = await record({ horizon: "by 2030" });
    expect([status, body.errors]).toMatchObject([
      422,
      [{ field: "horizonNote", code: "wording-needs-note" }],
    ]);
    const noted = await record({ horizon: "by 2030", horizonNote: { en: "He was asked about 2030." } });
    expect([noted.status, noted.body.horizon]).toMatchObject([201, { words: "by 2030" }]);
  });

  it("as one of what will not happen, where its words say so and nobody says otherwise", async () => {
    const denied = { horizon: "not in the next five years", quote: "It will not in the next five years." };
    const horizonNote = { en: "He means the first of them." };
    expect((await record({ ...denied, horizonNote })).body).toMatchObject({ negative: true });
    expect((await record({ ...denied, horizonNote, negative: null })).body).toMatchObject({ negative: true });
    expect((await record({ ...denied, horizonNote, negative: false })).body).toMatchObject({
      negative: false,
    });
    expect((await record({ horizon: "within two years" })).body).toMatchObject({ negative: false });
  });

  it.each([
    [false, "not within two years", "Robots will not fold it, not within two years."],
    [true, "within two years", "Robots will fold your laundry within two years."],
  ])("the other way round than its words (%j) only with a note", async (negative, horizon, quote) => {
    const rows = await countRows();
    const { status, body } = await record({ negative, horizon, quote });
    expect([status, body.errors]).toMatchObject([
      422,
      [{ field: "horizonNote", code: "direction-needs-note" }],
    ]);
    expect(await countRows()).toEqual(rows);
    const told = await record({ negative, horizon, quote, horizonNote: { en: "It was irony." } });
    expect([told.status, told.body.negative]).toEqual([201, negative]);
  });

  it("and, as one change, the same claim at other dates", async () => {
    const { body } = await record({ ...SEVERAL, ladder: ["by 2030", "by 2035"] });
    const others = body.relations.map(({ forecast }: Json) => forecast);
    expect(body.relations).toHaveLength(2);
    const ends = await Promise.all(
      others.map(async (slug: string) => (await get(`/forecasts/${slug}`)).body),
    );
    expect(ends.map(({ dueBy }) => dueBy).toSorted()).toEqual(["2030-12-31", "2035-12-31"]);
    const before = await countRows();
    expect((await record({ ...SEVERAL, ladder: ["by 2030", "when pigs fly"] })).status).toBe(422);
    expect(await countRows()).toEqual(before);
  });

  it("with what each of the other dates is to say, where a text names the time of the first", async () => {
    const claim = { en: "Robots fold laundry by 2028", "zh-Hant": "2028年底前機器人摺衣服" };
    const criteria = { trueIf: { en: "Half of all homes have one by 2028." } };
    const before = await countRows();
    const { status, body } = await record({ ...SEVERAL, claim, criteria, ladder: ["by 2030"] });
    expect([status, body.errors]).toMatchObject([422, [{ field: "ladder", code: "rung-keeps-date" }]]);
    expect(body.errors[0].message).toContain("by 2030 (claim.zh-Hant)");
    expect(await countRows()).toEqual(before);

    const rung = {
      ...{ horizon: "by 2040", horizonNote: { en: "He was asked about 2040." } },
      ...{ claim: { "zh-Hant": "2040年底前機器人摺衣服" }, criteria: { finePrint: { en: "Later." } } },
    };
    const first = await record({ ...SEVERAL, claim, criteria, ladder: [rung] });
    expect(first.status).toBe(201);
    const other = await get(`/forecasts/${encodeURIComponent(first.body.relations[0].forecast)}`);
    expect(other.body).toMatchObject({
      claim: { en: "Robots fold laundry by 2040", "zh-Hant": "2040年底前機器人摺衣服" },
      criteria: { trueIf: { en: "Half of all homes have one by 2040." }, finePrint: { en: "Later." } },
      horizon: { note: { en: "He was asked about 2040." } },
    });
    const bare = { ...rung, claim: { en: null, "zh-Hant": null } };
    const empty = await record({ ...SEVERAL, claim, criteria, ladder: [bare] });
    expect([empty.status, empty.body.errors[0].code]).toEqual([422, "claim-needed"]);
  });

  it("relates it to others, named by slug or by the address of their page", async () => {
    const relations = [
      { kind: "follows", forecast: AGENTIC },
      { kind: "restates", forecast: "https://example.org/forecasts/kernel-2x?saved=1#answer" },
    ];
    const { body } = await record({ relations });
    expect(body.relations.map(({ kind, forecast }: Json) => [kind, forecast]).toSorted()).toEqual([
      ["follows", AGENTIC],
      ["restates", "kernel-2x"],
    ]);
  });

  it("by the way to read its words that is named, where they have several", async () => {
    const twoWays = { horizon: "next winter", quote: "They fold it next winter." };
    const refusedWith = await record(twoWays);
    const [{ field, code, message }] = refusedWith.body.errors;
    expect([refusedWith.status, field, code]).toEqual([422, "reading", "horizon-ambiguous"]);
    const read = await post("/horizon", { words: twoWays.horizon, lang: "en", saidOn: aForecast.saidOn });
    const names = read.body.readings.map(({ name }: Json) => name);
    expect(message).toContain(names.join(", or "));
    const { status, body } = await record({ ...twoWays, reading: names[1] });
    expect([status, body.dueFrom, body.dueBy]).toEqual([201, ...names[1].split("/")]);

    const change = (revision: number, more: Json) => patch(`/forecasts/${body.slug}`, { revision, ...more });
    expect((await change(0, { tags: ["winter"] })).body.dueBy).toBe(body.dueBy);
    expect((await change(1, { reading: names[0] })).body.dueBy).toBe(names[0].split("/")[1]);
    const reworded = { quote: "They fold it within two years.", horizon: "within two years" };
    expect((await change(2, reworded)).body.dueBy).toBe("2028-11-01");
    expect((await change(3, { reading: names[0] })).body.errors[0].code).toBe("no-such-reading");
  });

  it("takes a note for a window that is none, and not both that and days", async () => {
    const { status, body } = await record({ horizon: "within two years", undated: true });
    expect([status, body.errors[0].field]).toEqual([422, "horizonNote"]);
    const told = await record({ undated: true, horizonNote: { en: "He took it back." } });
    expect([told.status, told.body.dueBy, told.body.status]).toEqual([201, null, "watching"]);
    const both = await record({
      undated: true,
      dueBy: "2030-01-01",
      horizonNote: { en: "He took it back." },
    });
    expect([both.status, both.body.errors[0].field]).toEqual([422, "undated"]);
  });

  it("answers 409 with the source, when a new one's link is on record", async () => {
    const newSource = aNewSource;
    await record({ source: null, newSource });
    const before = await countRows();
    const { status, headers, body } = await record({ source: null, newSource });
    expect([status, headers.get("content-type")]).toEqual([409, "application/problem+json"]);
    expect(body.current).toEqual({ slug: "robots-at-home", title: "Robots at home" });
    expect(await countRows()).toEqual(before);
  });
});

describe("POST /forecasts with several", () => {
  const at = (more: Json) => ({ ...aForecast, ...more });
  const several = (...forecasts: Json[]) => post("/forecasts", { forecasts, by: "Ana" });

  it("puts all of them on record as one change, a new source and speaker once", async () => {
    const brought = {
      ...{ source: null, newSource: aNewSource, speaker: null, newSpeaker: { name: { en: "Zoë Ng" } } },
    };
    const { status, body } = await several(
      at({ ...brought, claim: { en: "One" } }),
      at({ ...brought, claim: { en: "Two" } }),
      at({ claim: { en: "Three" } }),
    );
    expect(status).toBe(201);
    expect(body.items.map(({ slug, source, speaker }: Json) => [slug, source.slug, speaker.slug])).toEqual([
      ["one", "robots-at-home", "zoe-ng"],
      ["two", "robots-at-home", "zoe-ng"],
      ["three", SOURCE, "tri-dao"],
    ]);
    expect((await get("/forecasts/two")).body).toEqual(body.items[1]);
    expect(await NEWEST("three")).toMatchObject({ action: "forecast-recorded", by: "Ana" });
  });

  it.each<[string, Json, string, string]>([
    ["a field", { claim: {} }, "forecasts.1.claim", "required"],
    ["its days", { horizon: "when pigs fly" }, "forecasts.1.horizon", "horizon-unread"],
    ["its speaker", { speaker: "none" }, "forecasts.1.speaker", "not-on-record"],
    [
      "its relations",
      { relations: [{ kind: "related", forecast: "none" }] },
      "forecasts.1.relations",
      "no-such-forecast",
    ],
    ["a name of its own", { by: "Ben" }, "forecasts.1.by", "unknown-field"],
    ["other dates", { ladder: ["by 2030"] }, "forecasts.1.ladder", "unknown-field"],
  ])("or none, where one is refused for %s, and names it", async (_, more, field, code) => {
    const before = await countRows();
    const { status, body } = await several(at({ source: null, newSource: aNewSource }), at(more));
    expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, field, code]);
    expect(await countRows()).toEqual(before);
  });

  it("or none, where a new source's link is on record: 409 with that one", async () => {
    await post("/sources", { ...aNewSource, lang: "en" });
    const before = await countRows();
    const { status, body } = await several(aForecast, at({ source: null, newSource: aNewSource }));
    expect([status, body.current.slug]).toEqual([409, "robots-at-home"]);
    expect(await countRows()).toEqual(before);
  });

  it.each([[[]], ["one"], [null], [[1]], [Array.from({ length: 101 }, () => aForecast)]])(
    "refuses what is no list of some: %#",
    async (forecasts) => {
      const { status, body } = await post("/forecasts", { forecasts });
      expect([status, body.errors[0].field]).toEqual([422, "forecasts"]);
    },
  );
});

describe("PATCH /forecasts", () => {
  it("asks for the language of a new source, where neither says it", async () => {
    const { body: before } = await record();
    const { lang: _, ...newSource } = { lang: "en", ...aNewSource };
    const ask = (change: Json) => patch(`/forecasts/${before.slug}`, { revision: 0, newSource, ...change });
    const { status, body } = await ask({});
    expect([status, body.errors[0].field]).toEqual([422, "newSource.lang"]);
    const told = await ask({ newSource: { ...newSource, lang: "zh-Hant" } });
    expect([told.status, told.body.source.slug]).toEqual([200, "robots-at-home"]);
  });

  it("changes what is given and answers with how it stands", async () => {
    const { body: before } = await record();
    const reworded = { horizon: "within a year", quote: "Within a year they will." };
    const change = { revision: 0, claim: { "zh-Hant": "機器人摺衣服" }, ...reworded, by: "Ben" };
    const { status, body } = await patch(`/forecasts/${before.slug}`, change);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...before,
      ...{ claim: { en: before.claim.en, "zh-Hant": "機器人摺衣服" }, dueBy: "2027-11-01", revision: 1 },
      quote: reworded.quote,
      horizon: { ...before.horizon, words: "within a year" },
      // What is asked for before a verdict follows the window.
      readiness: before.readiness.map((point: Json) =>
        point.code === "dated-from-end" ? { ...point, from: "2027-11-01" } : point,
      ),
    });
    expect(await NEWEST(before.slug)).toMatchObject({
      ...{ action: "forecast-changed", by: "Ben", before: { dueBy: "2028-11-01" } },
    });
  });

  it("and what it denies follows its words, until it is said", async () => {
    const { body: before } = await record();
    const change = (revision: number, more: Json) =>
      patch(`/forecasts/${before.slug}`, { revision, ...more });
    const denied = { horizon: "not within two years", quote: "Not within two years." };
    expect((await change(0, denied)).body.negative).toBe(true);
    expect((await change(1, { negative: false })).body.errors).toMatchObject([
      { field: "horizonNote", code: "direction-needs-note" },
    ]);
    const told = { negative: false, horizonNote: { en: "It was irony." } };
    expect((await change(1, told)).body.negative).toBe(false);
    expect((await change(2, { tags: ["irony"] })).body.negative).toBe(false);
    expect((await change(3, { horizonNote: { en: null }, tags: [] })).body.negative).toBe(false);
    expect((await change(4, { negative: null })).body.negative).toBe(true);
  });

  it("answers 409 with how it stands now, when the revision is an older one", async () => {
    const { body: before } = await record();
    await patch(`/forecasts/${before.slug}`, { revision: 0, quote: "Theirs, within two years." });
    const rows = await countRows();
    const { status, body } = await patch(`/forecasts/${before.slug}`, {
      revision: 0,
      quote: "Mine, within two years.",
    });
    expect([status, body.current.revision, body.current.quote]).toEqual([
      409,
      1,
      "Theirs, within two years.",
    ]);
    expect(await countRows()).toEqual(rows);
  });

  it("asks for a reason once evidence is on it", async () => {
    const { body: before } = await record();
    await post(`/forecasts/${before.slug}/evidence`, anEvidence);
    const change = { revision: 0, quote: "All of it within two years." };
    const { status, body } = await patch(`/forecasts/${before.slug}`, change);
    expect([status, body.errors]).toMatchObject([422, [{ field: "reason", code: "reason-needed" }]]);
    expect((await patch(`/forecasts/${before.slug}`, { ...change, reason: "R" })).status).toBe(200);
  });

  it("answers 409 with the verdict that would read differently", async () => {
    const { body: verdict } = await post(`/forecasts/${AGENTIC}/verdicts`, aVerdict);
    const change = { revision: 0, dueFrom: "2026-09-01", horizonNote: { en: "N" }, reason: "R" };
    const { status, body } = await patch(`/forecasts/${AGENTIC}`, change);
    expect([status, body.current]).toEqual([409, verdict]);
  });

  it("is 404 where there is none", async () => {
    expect((await patch("/forecasts/none", { revision: 0, quote: "Q" })).status).toBe(404);
  });
});

describe("withdrawing and putting back", () => {
  it("takes it out of the list with a reason, and back into it with another", async () => {
    const listed = async () => (await get("/forecasts?limit=100")).body.items.map(({ slug }: Json) => slug);
    const { status, body } = await post(`/forecasts/${AGENTIC}/withdrawal`, { reason: " twice ", by: "Ana" });
    expect(status).toBe(201);
    expect(body.withdrawal).toEqual({ at: expect.any(String), by: "Ana", reason: "twice" });
    expect(await listed()).not.toContain(AGENTIC);
    expect((await get(`/forecasts/${AGENTIC}`)).body).toEqual(body);
    const again = await post(`/forecasts/${AGENTIC}/withdrawal`, { reason: "again" });
    expect([again.status, again.body.current]).toEqual([409, null]);
    expect((await post(`/forecasts/${AGENTIC}/evidence`, anEvidence)).status).toBe(409);
    const restored = await post(`/forecasts/${AGENTIC}/restoration`, { reason: "not twice" });
    expect([restored.status, restored.body.withdrawal]).toEqual([201, null]);
    expect(await listed()).toContain(AGENTIC);
    expect((await post(`/forecasts/${AGENTIC}/restoration`, { reason: "x" })).status).toBe(409);
    expect((await post("/forecasts/none/withdrawal", { reason: "x" })).status).toBe(404);
  });
});

describe("POST /sources and /speakers", () => {
  it("put them on record by themselves", async () => {
    const source = await post("/sources", { ...aNewSource, lang: "zh-Hant", note: { en: "A talk." } });
    expect([source.status, source.body.slug, source.body.note.en]).toEqual([
      201,
      "robots-at-home",
      "A talk.",
    ]);
    expect((await post("/sources", { ...aNewSource, lang: "en" })).status).toBe(409);
    const speaker = await post("/speakers", { name: { en: "Zoë Ng" }, role: { "zh-Hant": "工程師" } });
    expect([speaker.status, speaker.body.slug]).toEqual([201, "zoe-ng"]);
    expect(speaker.body.role).toEqual({ en: null, "zh-Hant": "工程師" });
    const { items } = (await get("/history?limit=2")).body;
    expect(items.map(({ action }: Json) => action)).toEqual(["speaker-recorded", "source-recorded"]);
  });
});
