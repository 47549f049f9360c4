import { describe, expect, it } from "vitest";
import { AGENTIC, get, type Json, post, serveSeededDatabase } from "./api.ts";
import { anEvidence } from "./bodies.ts";

serveSeededDatabase();

const search = (q: string, more = "") => get(`/forecasts?limit=100&q=${encodeURIComponent(q)}${more}`);
const itemOf = (items: Json[], slug: string): Json => items.find((item) => item.slug === slug);

describe("GET /forecasts?q=", () => {
  it("tells where each was found, with the marked places", async () => {
    await post(`/forecasts/${AGENTIC}/evidence`, {
      ...anEvidence,
      title: "Zyzzyva <b>",
      summary: "Of quokkas",
    });
    const { status, body } = await search("zyzzyva quokka");
    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0].found).toEqual([
      { place: "evidence", lang: null, title: "Zyzzyva <b>", text: "Of quokkas", marks: [[3, 10]] },
    ]);
  });

  it("says nothing of that where nothing is searched for", async () => {
    const { body } = await get("/forecasts");
    expect(body.items.every((item: Json) => !("found" in item))).toBe(true);
  });

  it("finds Chinese by two characters, and marks them", async () => {
    const { body } = await search("主流");
    const { found } = itemOf(body.items, AGENTIC);
    const [{ text, marks }] = found;
    expect(text.slice(...marks[0])).toBe("主流");
  });

  it("goes page by page, in every order", async () => {
    for (const sort of ["", "&sort=relevance", "&sort=-due"]) {
      const whole = (await search("hardware", sort)).body.items.map(({ slug }: Json) => slug);
      const first = (await get(`/forecasts?q=hardware&limit=2${sort}`)).body;
      const rest = (await get(`/forecasts?q=hardware&limit=100${sort}&cursor=${first.nextCursor}`)).body;
      expect([...first.items, ...rest.items].map(({ slug }: Json) => slug)).toEqual(whole);
    }
  });

  it("goes with every filter, on the timeline too", async () => {
    const slugs = async (path: string) =>
      (await get(path)).body.items.map(({ slug }: Json) => slug).toSorted();
    const query = "q=hardware&stance=contradicts&status=upcoming&limit=100";
    expect(await slugs(`/timeline?${query}`)).toEqual(await slugs(`/forecasts?${query}`));
  });

  it.each([
    ...[
      '"',
      "'",
      "-",
      '-"',
      "*",
      "^",
      ":",
      "(",
      "NEAR(",
      "AND",
      "OR",
      "NOT",
      "a NOT",
      "{x}:y",
      "\\",
      "%",
      "¶",
    ],
    ...["x".repeat(200), "人".repeat(200), "a ".repeat(100), '"'.repeat(200), "-".repeat(200)],
  ])("%j is no error", async (q) => {
    for (const more of ["", "&sort=due", "&status=open&stance=none"])
      expect((await search(q, more)).status).toBe(200);
  });

  it.each(["x".repeat(1000), "\0", "a\0b", "\ufffd", ""])("%j is refused", async (q) => {
    const { status, body } = await search(q);
    expect([status, body.errors[0].field]).toEqual([422, "q"]);
  });
});
