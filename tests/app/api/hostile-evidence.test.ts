import { describe, expect, it } from "vitest";
import { AGENTIC, countRows, get, patch, post, serveSeededDatabase } from "./api.ts";
import { anEvidence, anEvidenceIdOf } from "./bodies.ts";
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

const EVIDENCE = `/forecasts/${AGENTIC}/evidence`;

const badLinks: Values = {
  "a script": "javascript:alert(1)",
  "a script in capitals": "JaVaScRiPt:alert(1)//https://example.org",
  "a script behind a blank": " javascript:alert(1)",
  "a script with a tab inside": "java\tscript:alert(1)",
  data: "data:text/html,<script>alert(1)</script>",
  "a file": "file:///etc/hosts",
  ftp: "ftp://example.org/a",
  mail: "mailto:ana@example.org",
  "a name and password": "https://ana:secret@example.org/",
  "a name": "https://ana@example.org/",
  "no scheme": "example.org/a",
  "no host": "https://",
  "a relative one": "/forecasts",
  "no port": "https://example.org:99999/",
  "a line end inside": "https://example.org/\na",
  "a blank inside": "https://example.org/a b",
  backslashes: "https:\\\\example.org\\a",
};

/** What no word may be that may be left open. */
const badOpenWords: Values = Object.fromEntries(
  Object.entries(badWords).filter(([name]) => name !== "nothing" && name !== "null"),
);

const fields = {
  url: {
    ...badTexts(2048),
    ...badLinks,
    "one character too many": `https://example.org/${"a".repeat(2029)}`,
  },
  title: badTexts(300),
  publisher: badTexts(120),
  author: badOptionalTexts(200),
  publishedOn: { ...badDays, tomorrow: "2026-11-24", "the last day there is": "9999-12-31" },
  stance: badWords,
  strength: badWords,
  summary: badTexts(4000),
  ...{ kind: badOpenWords, criterion: badOpenWords },
  archiveUrl: { ...badOptionalTexts(2048), ...badLinks },
  by: badOptionalTexts(80),
};

const atAKnownPage = { ...anEvidence, url: undefined };

/** A correction may leave any field out. */
const given = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== LEFT_OUT));
const correctable = Object.fromEntries(
  Object.entries(fields).map(([field, values]) => [field, given(values)]),
);

describe("POST evidence refuses, stores nothing, and names the field", () => {
  it.each(bodiesWith(anEvidence, fields))("%s: %s", async (field, _, body) => {
    await expectRefused(field, () => post(EVIDENCE, body));
  });

  it.each(unknownFields)("the unknown field %j", async (field) => {
    await expectRefused(field, () => post(EVIDENCE, withField(anEvidence, field)));
  });
});

describe("POST evidence on a known page refuses, stores nothing, and names the field", () => {
  const pages = { ...badOptionalTexts(100), "an empty text": "", "an unknown one": "none" };
  it.each(bodiesWith(atAKnownPage, { page: pages }))("%s: %s", async (field, _, body) => {
    await expectRefused(field, () => post(EVIDENCE, body));
  });

  it("a page and a link", async () => {
    await expectRefused("page", () => post(EVIDENCE, { ...anEvidence, page: "x" }));
  });
});

describe("POST pages refuses, stores nothing, and names the field", () => {
  it.each(bodiesWith({}, { url: fields.url }))("%s: %s", async (field, _, body) => {
    await expectRefused(field, () => post("/pages", body));
  });

  it.each(unknownFields)("the unknown field %j", async (field) => {
    await expectRefused(field, () => post("/pages", withField({ url: anEvidence.url }, field)));
  });
});

describe("PATCH evidence refuses, stores nothing, and names the field", () => {
  it.each(bodiesWith({ revision: 1 }, { ...correctable, reason: badOptionalTexts(2000) }))(
    "%s: %s",
    async (field, _, body) => {
      const id = await anEvidenceIdOf();
      await expectRefused(field, () => patch(`/evidence/${id}`, body));
    },
  );

  it.each(unknownFields)("the unknown field %j", async (field) => {
    const id = await anEvidenceIdOf();
    await expectRefused(field, () => patch(`/evidence/${id}`, withField({ title: "x", revision: 1 }, field)));
  });

  it.each([{}, { by: "Ana" }, { reason: "because" }, { by: "Ana", reason: "because" }])(
    "%j, which changes nothing",
    async (body) => {
      const id = await anEvidenceIdOf();
      await expectRefused("body", () => patch(`/evidence/${id}`, { ...body, revision: 1 }));
    },
  );
});

it("names every field that is missing at once", async () => {
  const { status, body } = await post(EVIDENCE, {});
  expect(status).toBe(422);
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(Object.keys(anEvidence));
});

const unknown = (count: number) =>
  `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(",")}}`;

it("tells a hundred of some thousand unknown fields, and reads no more of them than a body can have", async () => {
  const before = await countRows();
  const { status, body } = await post(EVIDENCE, unknown(5_000));
  expect(status).toBe(422);
  expect(body.errors).toHaveLength(100);
  const more = await post("/forecasts", unknown(90_000));
  expect([more.status, more.body.detail]).toEqual([400, expect.stringContaining("20000 keys")]);
  expect(await countRows()).toEqual(before);
});

it("keeps script as the text it is, and every text of the greatest length", async () => {
  const script = "<script>alert(1)</script>";
  const long = {
    url: `https://example.org/${"a".repeat(2028)}`,
    title: `${script}${"字".repeat(275)}`,
    publisher: "😀".repeat(120),
    summary: `${script}\n\t${"x".repeat(3973)}`,
    by: `'"; drop table evidence; --${"x".repeat(53)}`,
  };
  const { status, body } = await post(EVIDENCE, { ...anEvidence, ...long });
  expect(status).toBe(201);
  expect(body).toMatchObject(long);
  expect((await get(EVIDENCE)).body.items).toContainEqual(body);
});

it("takes the blanks round a text off, and a blank name for none", async () => {
  const typed = { ...anEvidence, title: "  Agents\r\nin 2026 \n", by: " \t " };
  expect((await post(EVIDENCE, typed)).body).toMatchObject({ title: "Agents\nin 2026", by: "unnamed" });
});
