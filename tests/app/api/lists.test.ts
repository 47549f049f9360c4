import { beforeEach, describe, expect, it } from "vitest";
import { compareDue, type Ordered } from "#domain/lists/order.ts";
import { OUTCOMES, STATUSES } from "#domain/vocabulary.ts";
import { AGENTIC, get, type Json, post, serveSeededDatabase } from "./api.ts";
import { anEvidence, aVerdict } from "./bodies.ts";
import { recordMoreForecasts } from "./more-forecasts.ts";

serveSeededDatabase();

const slugsOf = (items: Json): string[] => items.map(({ slug }: Json) => slug);
const all = async (): Promise<Json[]> => (await get("/forecasts?limit=100")).body.items;
const found = async (query: string) => slugsOf((await get(`/forecasts?${query}`)).body.items);

/** Every item of a list, page by page. */
async function walk(path: string, limit: number): Promise<Json[]> {
  const items: Json[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { status, body } = await get(`${path}limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    items.push(...body.items);
    if (items.length > 100) throw new Error("the pages go round in circles");
    cursor = body.nextCursor;
  }
  return items;
}

describe("orders", () => {
  beforeEach(recordMoreForecasts);

  const bySaid = (a: Json, b: Json) => (`${a.saidOn} ${a.slug}` < `${b.saidOn} ${b.slug}` ? -1 : 1);
  const orders: [string, (a: Ordered, b: Ordered) => number][] = [
    ["due", (a, b) => compareDue(a, b)],
    ["-due", (a, b) => compareDue(a, b, -1)],
    ["said", bySaid],
    ["-said", (a, b) => -bySaid(a, b)],
  ];

  it.each(orders)(
    "sort=%s is the order it says, and pages of any size neither skip nor repeat",
    async (sort, compare) => {
      const whole = slugsOf((await get(`/forecasts?sort=${sort}&limit=100`)).body.items);
      expect(whole).toEqual(slugsOf((await all()).toSorted(compare)));
      for (const limit of [1, 2, 7, 25, 26, 27]) {
        expect(slugsOf(await walk(`/forecasts?sort=${sort}&`, limit))).toEqual(whole);
        expect(slugsOf(await walk(`/timeline?sort=${sort}&`, limit))).toEqual(whole);
      }
    },
  );

  it("puts the undated last in either direction", async () => {
    const undated = (await all()).filter(({ dueBy }) => dueBy === null).length;
    expect(undated).toBe(11);
    for (const sort of ["due", "-due"]) {
      const { items } = (await get(`/forecasts?sort=${sort}`)).body;
      expect(items.slice(-undated).every(({ dueBy }: Json) => dueBy === null)).toBe(true);
      expect(items.slice(0, -undated).some(({ dueBy }: Json) => dueBy === null)).toBe(false);
    }
  });

  it("pages the history without a gap while it grows", async () => {
    const path = `/forecasts/${AGENTIC}/history`;
    const before = (await get(path)).body.items;
    const first = (await get(`${path}?limit=2`)).body;
    await post(`/forecasts/${AGENTIC}/evidence`, anEvidence);
    const rest = (await get(`${path}?limit=100&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items]).toEqual(before);
    expect(await walk(`${path}?`, 1)).toHaveLength(before.length + 1);
  });
});

describe("filters", () => {
  it.each(STATUSES)("status=%s gives those and no others", async (status) => {
    const wanted = (await all()).filter((item) => item.status === status);
    if (status !== "resolved") expect(wanted.length).toBeGreaterThan(0);
    expect(await found(`status=${status}&limit=100`)).toEqual(slugsOf(wanted));
    if (status === "resolved") {
      await post(`/forecasts/${AGENTIC}/verdicts`, aVerdict);
      expect(await found("status=resolved")).toEqual([AGENTIC]);
    }
  });

  it.each(OUTCOMES)("outcome=%s gives those whose standing verdict says so", async (outcome) => {
    await post(`/forecasts/${AGENTIC}/verdicts`, aVerdict);
    expect(await found(`outcome=${outcome}`)).toEqual(outcome === "partly" ? [AGENTIC] : []);
  });

  it.each<[string, (item: Json) => boolean]>([
    ["speaker=chinese-article", ({ speaker }) => speaker.slug === "chinese-article"],
    ["source=tri-dao-unsupervised-learning-2025", () => true],
    ["dueAfter=2027-09-10", ({ dueBy }) => dueBy !== null && dueBy >= "2027-09-10"],
    ["dueBefore=2026-09-10", ({ dueBy }) => dueBy !== null && dueBy <= "2026-09-10"],
    ["dueAfter=2027-09-10&dueBefore=2027-09-10", ({ dueBy }) => dueBy === "2027-09-10"],
    ["speaker=tri-dao&status=upcoming", (i) => i.speaker.slug === "tri-dao" && i.status === "upcoming"],
  ])("%s", async (query, passes) => {
    const wanted = slugsOf((await all()).filter(passes));
    expect(wanted.length).toBeGreaterThan(0);
    expect(await found(`${query}&limit=100`)).toEqual(wanted);
  });

  it("tag may repeat, and means any of them", async () => {
    const [robots, agents] = [await found("tag=robotics"), await found("tag=agents")];
    expect(new Set(await found("tag=robotics&tag=agents"))).toEqual(new Set([...robots, ...agents]));
    expect([robots.length, agents.length]).toEqual([2, 3]);
  });

  it("q looks into claims, quotes and speakers, whatever the case", async () => {
    expect(await found("q=AGENTIC")).toContain(AGENTIC);
    expect((await found("q=HEADLINE%20and")).toSorted()).toEqual(
      (await found("speaker=chinese-article")).toSorted(),
    );
    expect((await found(`q=${encodeURIComponent("標題")}`)).length).toBeGreaterThan(0);
    expect(await found("q=%25%25")).toEqual([]);
    expect(await found("q=no%20such%20words%20anywhere")).toEqual([]);
  });

  it("from and to keep, on the timeline, the windows that meet that stretch", async () => {
    const { items } = (await get("/timeline?from=2026-11-01&to=2027-06-30&limit=100")).body;
    const meets = ({ dueFrom, dueBy, graceBy }: Json) =>
      dueFrom !== null && dueFrom <= "2027-06-30" && (graceBy ?? dueBy) >= "2026-11-01";
    expect(slugsOf(items)).toEqual(slugsOf((await all()).filter(meets)));
    expect(slugsOf(items)).toContain(AGENTIC);
  });
});

describe("a query that cannot be read is a 422 that names the parameter", () => {
  const lists: [string, string][] = [
    ["limit", "limit=0"],
    ["limit", "limit=101"],
    ["limit", "limit=-1"],
    ["limit", "limit=1.5"],
    ["limit", "limit=1e1"],
    ["limit", "limit="],
    ["limit", "limit=5&limit=5"],
    ["cursor", "cursor="],
    ["cursor", "cursor=x"],
    ["cursor", "cursor=e30"],
    ["cursor", `cursor=${"A".repeat(1001)}`],
    ["unknown", "unknown=1"],
    ["__proto__", "__proto__=1"],
    ["constructor", "constructor=1"],
    ["Limit", "Limit=5"],
  ];
  const filters: [string, string][] = [
    ["status", "status=late"],
    ["status", "status="],
    ["status", "status=open&status=due"],
    ["stance", "stance=context"],
    ["stance", "stance=none&stance=supports"],
    ["sort", "sort=relevance"],
    ["cursor", `q=a&cursor=${Buffer.from('["0","x"]').toString("base64url")}`],
    ["cursor", `q=a&cursor=${Buffer.from('["9","1"]').toString("base64url")}`],
    ["cursor", `q=a&cursor=${Buffer.from('["2026-01-01","~","a"]').toString("base64url")}`],
    ["outcome", "outcome=TRUE"],
    ["outcome", "outcome=true&outcome=void"],
    ["sort", "sort=slug"],
    ["sort", "sort=due&sort=due"],
    ["dueAfter", "dueAfter=2026-02-30"],
    ["dueAfter", "dueAfter=0000-01-01"],
    ["dueBefore", "dueBefore=10000-01-01"],
    ["dueBefore", "dueBefore="],
    ["q", "q="],
    ["q", "q=a&q=b"],
    ["q", "q=%00"],
    ["q", `q=${"x".repeat(201)}`],
    ["speaker", "speaker=a&speaker=b"],
    ["tag", "tag="],
    ["tag", Array.from({ length: 21 }, (_, i) => `tag=t${i}`).join("&")],
  ];
  const whole = ["/sources", "/speakers", `/forecasts/${AGENTIC}`].concat(
    ["evidence", "verdicts"].map((part) => `/forecasts/${AGENTIC}/${part}`),
  );
  it.each<[string, string, string]>([
    ...["/forecasts", "/timeline"].flatMap((path) =>
      [...lists, ...filters].map(([field, query]): [string, string, string] => [path, query, field]),
    ),
    ...["/history", `/forecasts/${AGENTIC}/history`].flatMap((path) =>
      [...lists, ["status", "status=open"] as const].map(([field, query]): [string, string, string] => [
        path,
        query,
        field,
      ]),
    ),
    ...whole.flatMap((path): [string, string, string][] => [
      [path, "limit=5", "limit"],
      [path, "__proto__=1", "__proto__"],
    ]),
    ["/forecasts", "from=2026-01-01", "from"],
    ["/timeline", "from=2026-02-30", "from"],
    ["/timeline", "to=2026-01-01&to=2026-01-01", "to"],
  ])("%s?%s", async (path, query, field) => {
    const { status, headers, body } = await get(`${path}?${query}`);
    expect(status).toBe(422);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body.errors).toEqual([{ field, code: expect.any(String), message: expect.stringMatching(/\w/) }]);
  });
});
