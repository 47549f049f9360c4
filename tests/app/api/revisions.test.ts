import { describe, expect, it } from "vitest";
import {
  AGENTIC,
  type Answered,
  countRows,
  get,
  type Json,
  patch,
  post,
  send,
  change as sendChange,
  serveSeededDatabase,
} from "./api.ts";
import { anEvidence } from "./bodies.ts";

// Nobody overwrites what they have not seen.

serveSeededDatabase();

const anEntry = async (): Promise<Json> => (await post(`/forecasts/${AGENTIC}/evidence`, anEvidence)).body;

interface Edited {
  readonly path: string;
  readonly revision: number;
  /** A change that tells its author. */
  readonly change: (mark: string) => object;
  /** What it says now. */
  readonly told: (body: Json) => string;
}

const KINDS: { readonly [kind: string]: () => Promise<Edited> } = {
  "evidence, its own words": async () => {
    const { id, revision } = await anEntry();
    return {
      path: `/evidence/${id}`,
      revision,
      change: (summary) => ({ summary }),
      told: (now) => now.summary,
    };
  },
  "evidence, its page's details": async () => {
    const { id, revision } = await anEntry();
    return { path: `/evidence/${id}`, revision, change: (title) => ({ title }), told: (now) => now.title };
  },
  "a forecast": async () => {
    const { revision } = (await get(`/forecasts/${AGENTIC}`)).body;
    const change = (en: string) => ({ claim: { en }, reason: "Put better." });
    const told = ({ claim }: Json) => claim.en;
    return { path: `/forecasts/${AGENTIC}`, revision, change, told };
  },
};

describe.each(Object.entries(KINDS))("%s", (_kind, make) => {
  // Retried: where other programs take the processor away, the last of ten may wait too long for the store.
  it("is changed by one of ten who saw the same; the nine others see it as it is now", {
    retry: 3,
  }, async () => {
    const { path, revision, change, told } = await make();
    const marks = Array.from({ length: 10 }, (_, i) => `Of number ${i}`);
    const before = await countRows();
    const answers = await Promise.all(marks.map((mark) => patch(path, { revision, ...change(mark) })));
    const [won, ...others] = answers.toSorted((a, b) => a.status - b.status);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)]);
    expect((await countRows()).history).toBe(before.history + 1);
    for (const { headers, body } of others) {
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(body.current.revision).toBe(revision + 1);
      expect(told(body.current)).toBe(told(won?.body));
    }
    expect(told((await get(path)).body)).toBe(told(won?.body));
  });

  it.each([{}, { revision: null }])("is not changed by who does not say what they saw: %j", async (seen) => {
    const { path, change } = await make();
    const before = await countRows();
    const { status, headers, body }: Answered = await patch(path, { ...change("Mine"), ...seen });
    expect(status).toBe(428);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({ title: "Precondition Required", errors: [{ field: "revision" }] });
    expect(await countRows()).toEqual(before);
  });

  it.each(["1", -1, 0.5, 1e308, [1], true])("takes no %j for a revision", async (revision) => {
    const { path, change } = await make();
    const { status, body } = await patch(path, { ...change("Mine"), revision });
    expect([status, body.errors[0].field]).toEqual([422, "revision"]);
  });

  it("is changed again by who has seen the change", async () => {
    const { path, revision, change, told } = await make();
    await patch(path, { revision, ...change("First") });
    const second = await patch(path, { revision: revision + 1, ...change("Second") });
    expect([second.status, told(second.body)]).toEqual([200, "Second"]);
  });
});

const tagOf = async (path: string): Promise<string> => String((await get(path)).headers.get("etag"));
const edit = (path: string, body: object, ifMatch: string) =>
  sendChange("PATCH", path, body, { "content-type": "application/json", "if-match": ifMatch });

describe.each(Object.entries(KINDS))("%s, by its tag", (_kind, make) => {
  it("is changed by who names the tag in the revision's place, and told with its new one", async () => {
    const { path, revision, change, told } = await make();
    const tag = await tagOf(path);
    expect(tag).toMatch(new RegExp(`^"r${revision}\\.[\\w-]{22}"$`));
    const { status, headers, body } = await edit(path, change("By its tag"), tag);
    expect([status, told(body), body.revision]).toEqual([200, "By its tag", revision + 1]);
    expect(headers.get("etag")).toBe(await tagOf(path));
  });

  it("is compared by its revision alone, since what else is told of it may be another tomorrow", async () => {
    const { path, revision, change } = await make();
    expect((await edit(path, change("Tomorrow"), `"r${revision}.AAAAAAAAAAAAAAAAAAAAAA"`)).status).toBe(200);
  });

  it("is not changed by a tag that is stale: 412 with what stands", async () => {
    const { path, revision, change, told } = await make();
    const tag = await tagOf(path);
    await edit(path, change("First"), tag);
    const before = await countRows();
    const { status, headers, body } = await edit(path, change("Second"), tag);
    expect([status, headers.get("content-type")]).toEqual([412, "application/problem+json"]);
    expect([body.title, body.current.revision, told(body.current)]).toEqual([
      "Precondition Failed",
      revision + 1,
      "First",
    ]);
    expect(await countRows()).toEqual(before);
  });

  it.each(['"abc"', "r1", 'W/"r1.AAAA"', '"r1.AAAA", "r2.AAAA"', '"r.AAAA"', ""])(
    "is not changed by what is no tag of a record: %j",
    async (ifMatch) => {
      const { path, change } = await make();
      expect((await edit(path, change("Mine"), ifMatch)).status).toBe(412);
    },
  );

  it("is not changed by a tag and a revision that differ, and by both where they are the same", async () => {
    const { path, revision, change } = await make();
    const tag = await tagOf(path);
    const other = await edit(path, { ...change("Mine"), revision: revision + 1 }, tag);
    expect(other.status).toBe(412);
    expect((await edit(path, { ...change("Mine"), revision }, tag)).status).toBe(200);
  });

  it('takes "*" for no revision at all', async () => {
    const { path, revision, change } = await make();
    expect((await edit(path, change("Mine"), "*")).status).toBe(428);
    expect((await edit(path, { ...change("Mine"), revision }, "*")).status).toBe(200);
    expect((await edit(path, { ...change("Late"), revision }, "*")).status).toBe(409);
  });
});

describe("what is read has a tag", () => {
  const again = (path: string, known: string) =>
    send("GET", `/api/v1${path}`, { headers: { "if-none-match": known } });

  it.each(["/forecasts", "/history", "/timeline", "/sources", "/speakers"])(
    "%s a weak one; asked for again with it, nothing is sent until something changes",
    async (path) => {
      const { headers } = await get(path);
      const tag = String(headers.get("etag"));
      expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
      expect(headers.get("cache-control")).toBe("no-cache");
      for (const known of [tag, `"other", ${tag}`, tag.slice(2), "*"]) {
        const same = await again(path, known);
        expect([same.status, same.headers.get("etag"), same.body]).toEqual([304, tag, null]);
      }
      expect((await again(path, '"other"')).status).toBe(200);
      await anEntry();
      await post("/speakers", { name: { en: `Somebody ${path}` } });
      await post("/sources", {
        title: `On ${path}`,
        publisher: "P",
        publishedOn: "2026-01-01",
        lang: "en",
        url: `https://example.org${path}`,
      });
      expect((await again(path, tag)).status).toBe(200);
    },
  );

  it("and what is refused, missing or made by a change has none", async () => {
    for (const { headers } of [
      await get("/forecasts/no-such-forecast"),
      await get("/forecasts?limit=none"),
      await post("/horizon", { words: "within two years", lang: "en", saidOn: "2026-01-01" }),
    ])
      expect(headers.get("etag")).toBeNull();
  });
});

it("every answer that carries an entry carries its revision", async () => {
  const { id, page } = await anEntry();
  await patch(`/evidence/${id}`, { revision: 1, summary: "Read again." });
  const entries = [
    (await get(`/evidence/${id}`)).body,
    ...(await get(`/forecasts/${AGENTIC}/evidence`)).body.items,
    ...(await get(`/forecasts/${AGENTIC}`)).body.evidence,
    (await post(`/forecasts/${AGENTIC}/evidence`, anEvidence)).body.current,
    (await post(`/evidence/${id}/withdrawal`, { reason: "R" })).body,
  ];
  expect(entries.length).toBeGreaterThan(5);
  for (const entry of entries) expect(entry.revision).toBe(entry.id === id ? 2 : 1);
  expect(page).toEqual(expect.any(String));
});

it("a withdrawal and a passage need no revision", async () => {
  const { id } = await anEntry();
  expect((await post(`/evidence/${id}/withdrawal`, { reason: "R" })).status).toBe(201);
});
