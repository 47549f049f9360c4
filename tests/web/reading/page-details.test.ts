import { describe, expect, it } from "vitest";
import { readPage } from "#web/reading/read-page.ts";
import { page } from "./fetched.ts";

const detailsOf = async (head: string, body = "<p>words", url = "https://site.example/page") =>
  (await readPage(page(`${head}<body>${body}`, { url }))).details;
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const article = (rest: object) => linked({ "@type": "NewsArticle", ...rest });

describe("a title is", () => {
  it.each([
    [
      "what sharers see before what search engines see",
      `<meta property=og:title content=A>${article({ headline: "B" })}<title>C</title>`,
      "A",
    ],
    ["that of the linked data before the window's", `${article({ headline: "B" })}<title>C</title>`, "B"],
    ["the window's", "<title> C\n &amp; D </title>", "C & D"],
    ["the first that says something", "<meta property=og:title content=' '><title>C</title>", "C"],
    [
      "without the site's name",
      "<meta property=og:site_name content=Site><title>A - b | SITE</title>",
      "A - b",
    ],
    [
      "with what only looks like it",
      "<meta property=og:site_name content=Site><title>A - b</title>",
      "A - b",
    ],
    ["never a drawing's", "<svg><title>S</title></svg><title>T</title>", "T"],
    ["never one within text that is not shown", "<textarea><title>S</title></textarea>", null],
    ["cut at 300 characters", `<title>${"x".repeat(5_000_000)}</title>`, "x".repeat(300)],
    ["never half a character", `<title>${"x".repeat(299)}😀</title>`, "x".repeat(299)],
    ["without what cannot be shown", "<title>a\u0000b\u202ec&#xD800;&#0;&shy;d\u0007</title>", "abcd"],
    [
      "without half a character",
      `<script type="application/ld+json">{"@type":"Article","headline":"a\\ud800b"}</script>`,
      "ab",
    ],
    ["in one normal form", "<title>e\u0301</title>", "é"],
  ])("%s", async (_what, head, title) => {
    expect((await detailsOf(head)).title).toBe(title);
  });
});

describe("the day of publication is", () => {
  it.each([
    [
      "the day that it says in its own offset",
      article({ datePublished: "2026-03-05T23:30:00-08:00" }),
      "",
      "2026-03-05",
    ],
    [
      "that of a graph",
      linked({
        "@graph": [
          { "@type": "WebPage", datePublished: "2020-01-01" },
          { "@type": "Article", datePublished: "2026-03-05" },
        ],
      }),
      "",
      "2026-03-05",
    ],
    ["not that of an event on it", linked({ "@type": "Event", datePublished: "2026-03-05" }), "", null],
    ["not the day of a change", "<meta property=article:modified_time content=2026-03-05>", "", null],
    [
      "the next where one is nonsense",
      "<meta property=article:published_time content=2026-02-30><meta name=date content=2026-03-05>",
      "",
      "2026-03-05",
    ],
    [
      "the next where one was left empty",
      `${article({ datePublished: "0001-01-01T00:00:00" })}<meta name=date content=1970-01-01>`,
      "<time datetime=2026-03-05>",
      "2026-03-05",
    ],
    [
      "what is marked as it before other times",
      "",
      "<time datetime=2027-01-01></time><time pubdate datetime=2026-03-05></time>",
      "2026-03-05",
    ],
    ["what is shown as it", "", "<span class=post-date>5 March 2026</span>", "2026-03-05"],
    ["what the text calls so", "", "<p>发布时间：2026-03-05 10:00 来源：x", "2026-03-05"],
    ["none that the text merely mentions", "", "<p>On 5 March 2026 it rained.", null],
    ["left as it is, however far off", "<meta name=date content=9998-01-01>", "", "9998-01-01"],
  ])("%s", async (_what, head, body, publishedOn) => {
    expect((await detailsOf(head, `${body}<p>words`)).publishedOn).toBe(publishedOn);
  });

  it("what its address says, where nothing else does", async () => {
    const url = "https://site.example/2026/03/05/story";
    expect((await detailsOf("", "<p>x", url)).publishedOn).toBe("2026-03-05");
    expect((await detailsOf("", "<p>x", "https://site.example/2026/33/05/story")).publishedOn).toBeNull();
  });
});

describe("who wrote it is", () => {
  it.each([
    ["a name", article({ author: "Ada" }), "Ada"],
    ["a person", article({ author: { name: "Ada" } }), "Ada"],
    ["several", article({ author: [{ name: "Ada" }, "Bo", { url: "x" }] }), "Ada, Bo"],
    ["no address", `${article({ author: "https://site.example/ada" })}<meta name=author content=Ada>`, "Ada"],
    ["without the word by", "<meta name=author content='By Ada Byron'>", "Ada Byron"],
    ["whole where it only begins alike", "<meta name=author content='Byron Adair'>", "Byron Adair"],
    ["without 作者", "<p class=author>作者：林雨青</p>", "林雨青"],
  ])("%s", async (_what, head, author) => {
    expect((await detailsOf(head)).author).toBe(author);
  });
});

describe("the page's own address is", () => {
  it.each([
    ["absolute", "https://a.example/b?c=1", "https://a.example/b?c=1"],
    ["taken from where it was found", "/b", "https://site.example/b"],
    ["no script", "javascript:alert(1)", null],
    ["no file", "file:///etc/passwd", null],
    ["without a password in it", "https://u:p@a.example/", null],
    ["no nonsense", "http://[", null],
    ["not endless", `https://a.example/${"a".repeat(9_000)}`, null],
  ])("%s", async (_what, href, canonical) => {
    expect((await detailsOf(`<link rel=canonical href="${href}">`)).canonical).toBe(canonical);
  });
});

describe("the language is", () => {
  it.each([
    ["<html lang=zh-hant-tw>", "zh-Hant-TW"],
    ["<html xml:lang=en_GB>", "en-GB"],
    ["<html lang='not a language'><meta property=og:locale content=zh_TW>", "zh-TW"],
    [`<html lang=${"x".repeat(10_000)}>`, null],
    ["", null],
  ])("%s: %s", async (head, lang) => {
    expect((await detailsOf(head)).lang).toBe(lang);
  });
});

describe("linked data cannot harm:", () => {
  const deep = (open: string, close: string) => `${open.repeat(40_000)}1${close.repeat(40_000)}`;
  it.each([
    ["100,000 lists deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["40,000 objects deep", deep('{"a":', "}")],
    ["cut off", `${"[".repeat(100_000)}`],
    ["a million numbers", `[${"1,".repeat(200_000)}1]`],
    [
      "a prototype",
      '{"__proto__":{"headline":"X"},"@type":"Article","constructor":{"prototype":{"headline":"X"}}}',
    ],
    ["a prototype's name for a type", '{"@type":"__proto__","headline":"X"}'],
    [
      "numbers for names",
      '{"@type":["Article",1,null],"headline":{"a":1},"author":[1,null,[[]]],"datePublished":20260305}',
    ],
    ["nothing", ""],
    ["null", "null"],
  ])("%s", async (_what, data) => {
    const { details } = await readPage(
      page(`<title>T</title><script type="application/ld+json">${data}</script><p>x`),
    );
    expect(details).toMatchObject({ title: "T", author: null, publishedOn: null });
    expect(Object.hasOwn(Object.prototype, "headline")).toBe(false);
  });

  it("a graph that points at itself", async () => {
    const { author } = await detailsOf(article({ "@id": "#a", author: { "@id": "#a" }, headline: "H" }));
    expect(author).toBeNull();
  });
});
