import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { A_PAGE, apiAt } from "./support/api.ts";
import { type Fields, getPage, postFields, postForm } from "./support/post-form.ts";
import { countRows } from "./support/rows.ts";
import { formIn } from "./support/served-form.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// What other sites, odd requests and wrong addresses get.

const served = serve();
const api = apiAt(served);

const FILLED: Fields = [...Object.entries({ ...A_PAGE, url: "https://example.org/foreign" }), ["by", "Eve"]];

const foreign: readonly (readonly [string, Record<string, string>])[] = [
  ["another site", { origin: "https://evil.example" }],
  ["another port", { origin: "http://127.0.0.1:1" }],
  ["a name that begins with ours", { origin: "http://127.0.0.1.evil.example" }],
  ["a hidden origin", { origin: "null" }],
  ["no origin", {}],
  ["an origin that is no address", { origin: "127.0.0.1" }],
  ["another site that lies about its origin", { origin: "OURS", "sec-fetch-site": "cross-site" }],
  ["a neighbour", { origin: "OURS", "sec-fetch-site": "same-site" }],
];

for (const [what, headers] of foreign) {
  test(`a form from ${what} stores nothing`, async () => {
    const url = served.origin + forecastPage(AGENTIC);
    const form = formIn((await getPage(url)).html, en.evidence.submit);
    const before = await countRows(served.database);
    const ours = headers.origin === "OURS" ? { ...headers, origin: served.origin } : headers;
    const answered = await postForm(url, form, FILLED, ours);
    expect([303, 307]).not.toContain(answered.status);
    expect(answered.headers.get("set-cookie")).toBeNull();
    expect(await countRows(served.database)).toEqual(before);
  });
}

test("a form of ours is taken from our own page, and from our own address typed by hand", async () => {
  const url = served.origin + forecastPage(AGENTIC);
  for (const [place, site] of ["same-origin", "none"].entries()) {
    const form = formIn((await getPage(url)).html, en.evidence.submit);
    const fields: Fields = [
      ...FILLED.filter(([name]) => name !== "url"),
      ["url", `https://example.org/${place}`],
    ];
    const headers = { origin: served.origin, "sec-fetch-site": site };
    expect((await postForm(url, form, fields, headers)).status).toBe(303);
  }
});

for (const path of [
  "/nowhere",
  "/forecasts/no-such-forecast",
  "/forecasts/%00",
  "/forecasts/..%2f..%2fetc",
  "/sources/no-such-source",
  "/speakers/no-such-speaker",
  "/forecasts/__proto__",
  "/forecasts/agentic-mainstream-1y/more",
]) {
  test(`${path} is a 404 with the page's words in both languages`, async () => {
    const english = await getPage(served.origin + path);
    expect(english.status).toBe(404);
    expect(english.html).toContain(`<h1>${en.missing.title}</h1>`);
    const chinese = await getPage(served.origin + path, { "accept-language": "zh-TW" });
    expect(chinese.status).toBe(404);
    expect(chinese.html).toContain(`<h1>${zhHant.missing.title}</h1>`);
  });
}

const QUERIES = [
  "?status=a&status=b&limit=-1&cursor=zzz&q=%00",
  "?status=due&status=overdue&outcome=true&outcome=partly&tag=agents&tag=agents",
  "?q=%ED%A0%80&q=%FF",
  "?q=%",
  `?q=${"x".repeat(5000)}`,
  "?sort=due&sort=-due&dueAfter=0000-00-00&dueBefore=10000-01-01&dueBefore=2026-02-30",
  "?__proto__=1&constructor=2&toString=3&tag[]=4",
  "?zoom=x&group=y&from=1&to=2&at=zzz&at=2026-11-23",
  "?zoom=decade&at=0001-01-01",
  "?zoom=quarter&at=9999-12-31",
  "?cursor=W10",
  "?cursor=WyJhIl0&cursor=WyI5OTk5OTk5OTk5OTk5OTk5OTkiXQ",
  "?saved=__proto__&entry=a&entry=b&also=-1",
];
const PAGES = ["/", "/forecasts", "/timeline", "/history", "/sources", "/speakers", forecastPage(AGENTIC)];

test("pages take doubled, unknown and hostile parameters in their stride", async () => {
  for (const page of PAGES) {
    for (const query of QUERIES) {
      const { status, html } = await getPage(served.origin + page + query);
      expect(status, page + query).toBe(200);
      expect(html, page + query).toContain("</main>");
    }
  }
});

test("a body past all limits is refused and the server goes on", async () => {
  const url = served.origin + forecastPage(AGENTIC);
  const form = formIn((await getPage(url)).html, en.evidence.submit);
  const before = await countRows(served.database);
  for (const megabytes of [0.1, 10]) {
    const fields: Fields = [...FILLED, ["summary", "x".repeat(megabytes * 1_000_000)]];
    // The connection may be closed before all was sent.
    const answered = await postForm(url, form, fields).catch(() => null);
    if (answered !== null) {
      expect(answered.status).toBe(200);
      const again = formIn(answered.html, en.evidence.submit);
      expect(again.summary).toContain(en.form.tooLarge("64 KB"));
      expect(again.values.title).toEqual(
        FILLED.filter(([name]) => name === "title").map(([, title]) => title),
      );
    }
    const health = await fetch(`${served.origin}/healthz`, { headers: { connection: "close" } });
    expect(health.status).toBe(200);
  }
  expect(await countRows(served.database)).toEqual(before);
  expect((await api.get("/forecasts?limit=1")).status).toBe(200);
});

test("what stands in a form's address and hidden fields is not believed", async () => {
  const url = served.origin + forecastPage(AGENTIC);
  const form = formIn((await getPage(url)).html, en.evidence.submit);
  const before = await countRows(served.database);
  const [path = ""] = form.action.split("?");
  const bad: Fields = FILLED.map(([name, value]) => [name, name === "url" ? "x" : value]);
  for (const from of ["//evil.example/x", "https://evil.example", "/\\evil.example", "/a\r\nb: c", "", "x"]) {
    const action = `${path}?${new URLSearchParams({ from })}`;
    const { status, headers } = await postFields(served.origin + action, bad, { origin: served.origin });
    expect(status, from).toBe(303);
    expect(headers.get("location"), from).toMatch(/^\/\?refused=[\w-]+$/);
  }
  for (const [action, expected] of [
    ["/forms/log-evidence/no-such-forecast?from=/", 303],
    ["/forms/log-evidence?from=/", 303],
    ["/forms/no-such-form/x", 404],
    ["/forms/__proto__/x", 404],
    ["/forms/toString/x", 404],
  ] as const) {
    const { status, headers } = await postFields(served.origin + action, FILLED, { origin: served.origin });
    expect(status, action).toBe(expected);
    if (status === 303) expect(headers.get("location")).toContain("refused=");
  }
  for (const refused of ["", "x", "../..", "%00", "00000000-0000-4000-8000-000000000000"]) {
    const { status, html } = await getPage(`${url}?refused=${refused}`);
    expect(status, refused).toBe(200);
    expect(formIn(html, en.evidence.submit).summary, refused).toBe("");
  }
  expect(await countRows(served.database)).toEqual(before);
  expect((await fetch(`${served.origin}/healthz`)).status).toBe(200);
});
