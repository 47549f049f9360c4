import { describe, expect, it } from "vitest";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { AGENTIC, countRows, get, type Json, patch, post, serveSeededDatabase } from "./api.ts";
import { anEvidence, aVerdict } from "./bodies.ts";
import { aForecast } from "./forecast-bodies.ts";

// What nobody sees and what turns round or breaks the words beside it, in texts that stand among others in a line.

serveSeededDatabase();

const EVIDENCE = `/forecasts/${AGENTIC}/evidence`;
const UNSEEN = ["\u0080", "\u0085", "\u009f", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d"];
UNSEEN.push("\u202e", "\u2066", "\u2067", "\u2068", "\u2069");

const aSource = {
  ...{ title: "A talk", url: "https://example.org/talk", publisher: "Example", publishedOn: null },
  ...{ lang: "en", kind: "talk" },
};
const withText = (body: Json, field: string, text: (was: string) => string): Json => {
  const [name = "", ...rest] = field.split(".");
  if (Array.isArray(body)) return body.map((one) => text(one));
  if (rest.length > 0) return { ...body, [name]: withText(body[name] ?? {}, rest.join("."), text) };
  return { ...body, [name]: Array.isArray(body[name]) ? body[name].map(text) : text(body[name] ?? "Words") };
};

const BODIES: readonly [path: string, body: object, lines: readonly string[]][] = [
  [EVIDENCE, anEvidence, ["title", "publisher", "author", "url", "archiveUrl", "by"]],
  ["/pages", { url: "https://example.org/new" }, ["url"]],
  ["/sources", aSource, ["title", "publisher", "url", "kind", "by"]],
  [
    "/speakers",
    { name: { en: "Ada L." }, role: { en: "Chair" } },
    ["name.en", "name.zh-Hant", "role.en", "by"],
  ],
  [
    "/forecasts",
    { ...aForecast, tags: ["chips"] },
    ["claim.en", "claim.zh-Hant", "section", "confidence", "horizon", "tags", "by"],
  ],
  [`/forecasts/${AGENTIC}/verdicts`, aVerdict, ["by"]],
];
const LINES = BODIES.flatMap(([path, body, fields]) => fields.map((field) => [path, field, body] as const));
const inside = (field: string, one: string) => (was: string) =>
  /url/i.test(field)
    ? `${was === "Words" ? "https://example.org/" : was}a${one}b`
    : `${was.slice(0, 3)}${one}${was.slice(3)}`;

describe("a line that people type", () => {
  it.each(LINES)(
    "at %s, %s: is refused with any of them, by what it is called",
    async (path, field, body) => {
      const before = await countRows();
      for (const one of UNSEEN) {
        const { status, body: answer } = await post(path, withText(body, field, inside(field, one)));
        expect([status, answer.errors?.map(({ field: of, code }: Json) => [of, code])]).toEqual([
          422,
          [[field, "unseen-character"]],
        ]);
        const code = `U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
        expect(answer.errors[0].message).toContain(`(${code})`);
      }
      expect(await countRows()).toEqual(before);
    },
  );

  it("is refused in a correction and an edit as well", async () => {
    const { id } = (await post(EVIDENCE, anEvidence)).body;
    const corrected = await patch(`/evidence/${id}`, {
      revision: 1,
      title: "Bank says this is \u202eton true",
    });
    expect([corrected.status, corrected.body.errors[0].field]).toEqual([422, "title"]);
    const { revision } = (await get(`/forecasts/${AGENTIC}`)).body;
    const edited = await patch(`/forecasts/${AGENTIC}`, { revision, tags: ["a\u2067b"], reason: "R" });
    expect([edited.status, edited.body.errors[0].field]).toEqual([422, "tags"]);
  });
});

it("a longer text may quote a page with whatever is in it", async () => {
  const summary = "It says \u202bשלום\u202c\u2028and goes on.";
  const { status, body } = await post(EVIDENCE, { ...anEvidence, summary });
  expect([status, body.summary]).toEqual([201, summary]);
});

it("says in words of both languages which one it is", () => {
  for (const { errors } of [en, zhHant]) {
    const told = UNSEEN.map((one) => {
      const found = `U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      return errors["unseen-character"]({ found }).replace(found, "");
    });
    // Two of them are controls without a name of their own.
    expect(new Set(told).size).toBe(UNSEEN.length - 1);
  }
});
