import { describe, expect, it } from "vitest";
import { countRows, get, patch, post, serveSeededDatabase } from "./api.ts";
import { aForecast, aNewSource } from "./forecast-bodies.ts";
import {
  badDays,
  badOptionalTexts,
  badTexts,
  badWords,
  bodiesWith,
  expectRefused,
  LEFT_OUT,
  unknownFields,
  type Values,
  withField,
} from "./hostile-values.ts";

serveSeededDatabase();

const without = (values: Values, ...names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** What no day may be that can be left out. */
const badOptionalDays = without(badDays, "nothing");
const noLists: Values = { "a text": "x", "an object": {}, "a number": 1, "a list in a list": [["x"]] };
const noObjects: Values = { "a text": "x", "a list": ["x"], "a number": 1 };

const fields = {
  quote: badTexts(4000),
  lang: badWords,
  saidOn: { ...badDays, tomorrow: "2026-11-24", "the last day there is": "9999-12-31" },
  section: badOptionalTexts(300),
  confidence: badOptionalTexts(300),
  horizon: { ...badOptionalTexts(300), "no time": "when pigs fly", "many digits": "9".repeat(300) },
  graceBy: badOptionalDays,
  reviewOn: { ...badOptionalDays, "beside a last day": "2027-01-01" },
  dueFrom: { ...badOptionalDays, "before it was said": "2026-10-31" },
  dueBy: badOptionalDays,
  reading: { "a number": 1, "a list": [], "an object": {}, "one of no words": "2026-01-01/2026-12-31" },
  undated: { "a text": "yes", "a number": 1, "a list": [] },
  negative: { "a text": "true", "a number": 0, "an object": {} },
  claim: { nothing: LEFT_OUT, null: null, "no language": {}, "only blanks": { en: "  " }, ...noObjects },
  tags: { ...noLists, "a blank one": ["  "], "one too long": ["字".repeat(81)], many: Array(21).fill("x") },
  relations: {
    ...noLists,
    "another kind": [{ kind: "likes", forecast: "kernel-2x" }],
    "nobody's": [{ kind: "related", forecast: "none" }],
    "more than they have": [{ kind: "related", forecast: "kernel-2x", id: 1 }],
    many: Array(51).fill({ kind: "related", forecast: "kernel-2x" }),
  },
  ladder: {
    ...noLists,
    "no time": ["when pigs fly"],
    "one too long": ["x".repeat(301)],
    "one without words": [{ claim: { en: "x" } }],
    "one with more": [{ horizon: "within two years", slug: "mine" }],
  },
  source: { ...badOptionalTexts(300), nothing: LEFT_OUT, null: null, "nobody's": "none", "a path": "../x" },
  speaker: { ...badOptionalTexts(300), nothing: LEFT_OUT, "nobody's": "none", SQL: "' or 1=1 --" },
  by: badOptionalTexts(80),
};

describe("POST /forecasts refuses, stores nothing, and names the field", () => {
  it.each(bodiesWith(aForecast, fields))("%s: %s", async (field, _, body) => {
    await expectRefused(field, () => post("/forecasts", body));
  });

  it.each(unknownFields)("the unknown field %j", async (field) => {
    await expectRefused(field, () => post("/forecasts", withField(aForecast, field)));
  });

  it.each([
    ["claim.fr", { claim: { en: "x", fr: "x" } }],
    ["claim.en", { claim: { en: "字".repeat(501) } }],
    ["claim.zh-Hant", { claim: { "zh-Hant": "a\u0000b" } }],
    ["criteria.trueIf", { criteria: { trueIf: "x" } }],
    ["criteria.trueIf.en", { criteria: { trueIf: { en: 5 } } }],
    ["criteria.whenIf", { criteria: { whenIf: { en: "x" } } }],
    ["criteria.finePrint.zh-Hant", { criteria: { finePrint: { "zh-Hant": "字".repeat(2001) } } }],
    ["horizonNote.en", { horizonNote: { en: "\ud800" } }],
    ["newSource.url", { source: null, newSource: { ...aNewSource, url: "javascript:alert(1)" } }],
    ["newSource.title", { source: null, newSource: { ...aNewSource, title: " " } }],
    ["newSource.publishedOn", { source: null, newSource: { ...aNewSource, publishedOn: "2026-11-24" } }],
    ["newSource.id", { source: null, newSource: { ...aNewSource, id: "x" } }],
    ["newSpeaker.name", { speaker: null, newSpeaker: { name: {} } }],
    ["newSpeaker", { speaker: null, newSpeaker: "Ana" }],
    ["source", { newSource: aNewSource }],
    ["speaker", { newSpeaker: { name: { en: "Ana" } } }],
  ])("%s", async (field, more) => {
    await expectRefused(field, () => post("/forecasts", { ...aForecast, ...more }));
  });
});

const given = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== LEFT_OUT && value !== null));
const { ladder: _, claim: __, ...changeable } = fields;
const patches = Object.fromEntries(Object.entries(changeable).map(([field, of]) => [field, given(of)]));

describe("PATCH /forecasts refuses, stores nothing, and names the field", () => {
  const patched = async (body: unknown) => {
    const { body: made } = await post("/forecasts", aForecast);
    const path = `/forecasts/${made.slug}`;
    return () => patch(path, body);
  };

  it.each(bodiesWith({ revision: 0 }, patches))("%s: %s", async (field, _name, body) => {
    await expectRefused(field, await patched(body));
  });

  it.each([
    ["revision", { quote: "Q", revision: "0" }],
    ["revision", { quote: "Q", revision: -1 }],
    ["revision", { quote: "Q", revision: 0.5 }],
    ["revision", { quote: "Q", revision: 1e308 }],
    ["body", { revision: 0 }],
    ["body", { revision: 0, by: "Ana", reason: "R" }],
    ["claim", { revision: 0, claim: { en: null } }],
    ["claim.en", { revision: 0, claim: { en: "字".repeat(501) } }],
    ["ladder", { revision: 0, ladder: ["by 2030"] }],
    ["slug", { revision: 0, slug: "mine" }],
  ])("%s: %j", async (field, body) => {
    await expectRefused(field, await patched(body));
  });

  it.each(["0", -1, 0.5, 1e308])("the revision %j, and says which are accepted", async (revision) => {
    const { body } = await (await patched({ quote: "Q", revision }))();
    expect(body.errors[0].message).toBe("A whole number from 0 on is accepted.");
  });

  it.each(unknownFields)("the unknown field %j", async (field) => {
    await expectRefused(field, await patched(withField({ revision: 0, quote: "Q" }, field)));
  });
});

const links: Values = {
  "a script": "javascript:alert(1)",
  "a name and password": "https://a:b@example.org/",
};

describe("POST /sources and /speakers refuse, store nothing, and name the field", () => {
  const sourceFields = {
    ...{ title: badTexts(300), publisher: badTexts(120), lang: badWords, kind: badOptionalTexts(80) },
    ...{ url: { ...badOptionalTexts(2048), ...links }, publishedOn: { ...badDays, tomorrow: "2026-11-24" } },
  };
  it.each(bodiesWith({ ...aNewSource, lang: "en" }, sourceFields))("%s: %s", async (field, _name, body) => {
    await expectRefused(field, () => post("/sources", body));
  });

  it.each(bodiesWith({ name: { en: "Ana" } }, { name: fields.claim, role: noObjects, by: fields.by }))(
    "%s: %s",
    async (field, _name, body) => {
      await expectRefused(field, () => post("/speakers", body));
    },
  );
});

it("keeps script as the text it is, and every text of the greatest length", async () => {
  const script = "<script>alert(1)</script>";
  const long = {
    claim: { en: `${script}${"字".repeat(475)}`, "zh-Hant": "😀".repeat(500) },
    quote: `${script}\n${"x".repeat(3957)} within two years`,
    criteria: { trueIf: { en: "字".repeat(2000) } },
    tags: Array.from({ length: 20 }, (_name, i) => `${"t".repeat(78)}${10 + i}`),
  };
  const before = await countRows();
  const { status, body } = await post("/forecasts", { ...aForecast, ...long });
  expect(status).toBe(201);
  expect(body).toMatchObject({ claim: long.claim, quote: long.quote, tags: long.tags });
  expect(body.slug.length).toBeLessThanOrEqual(60);
  expect(body.slug).not.toMatch(/[<>&/?#%\s]/);
  expect((await get(`/forecasts/${encodeURIComponent(body.slug)}`)).body).toEqual(body);
  expect((await countRows()).history).toBe(before.history + 1);
});
