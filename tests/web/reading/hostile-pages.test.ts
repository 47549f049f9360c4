import { describe, expect, it } from "vitest";
import { LONGEST_TEXT } from "#web/reading/page-reading.ts";
import { readPage } from "#web/reading/read-page.ts";
import { MARKUP_LIMITS, SEARCH_LIMITS, scanMarkup } from "#web/reading/scan.ts";
import { page } from "./fetched.ts";

const LATE = "<title>late</title><p>late words";
const attributes = (count: number) => Array.from({ length: count }, (_, at) => `a${at}=1`).join(" ");

describe("a page beyond the limits ends at once, and nothing is built of it:", () => {
  it.each<[string, string, string]>([
    ["55 KB of nesting", "<div>".repeat(11_000), "too-nested"],
    ["5,000 nested blocks that end", `${"<div>".repeat(5_000)}x${"</div>".repeat(5_000)}`, "too-nested"],
    ["nesting in what is left out", `<svg>${"<g>".repeat(400)}`, "too-nested"],
    ["1 MB in one attribute", `<p title="${"a".repeat(1_000_000)}">x</p>`, "too-long"],
    ["1 MB in an attribute that is cut off", `<p>x</p><p title="${"a".repeat(1_000_000)}" b=`, "too-long"],
    ["100,000 attributes", `<p ${attributes(100_000)}>x</p>`, "too-many-elements"],
    ["0.4 MB of attributes that never end", `<p ${attributes(50_000)}`, "too-many-elements"],
    ["300,000 elements", "<b>x</b>".repeat(300_000), "too-many-elements"],
    ["300,000 elements without text", "<br>".repeat(300_000), "too-many-elements"],
  ])("%s", async (_what, markup, fault) => {
    const scanned = scanMarkup(markup + LATE);
    expect(scanned).toMatchObject({ fault, markup: null, text: null });
    // What comes after was not looked at any more.
    expect(scanned.found.title).toBeNull();
    expect(await readPage(page(markup))).toMatchObject({ fault, text: null });
  });

  it("but its details before that are kept", async () => {
    const { details } = await readPage(page(`<title>Early</title>${"<div>".repeat(300)}`));
    expect(details.title).toBe("Early");
  });
});

describe("a large page is still read", () => {
  it("as far as a picture in it is what is large", async () => {
    const reading = await readPage(
      page(`<p><img src="data:image/png;base64,${"a".repeat(3_000_000)}">words`),
    );
    expect(reading).toMatchObject({ text: "words", fault: null });
  });

  it("all of it, with the reason why no article was looked for", async () => {
    const many = "<p>word</p>".repeat(MARKUP_LIMITS.keptElements + 1);
    const reading = await readPage(page(`<title>Long</title>${many}<p>the end`));
    expect(reading).toMatchObject({ details: { title: "Long" }, fault: "too-many-elements" });
    expect(reading.text).toMatch(/^word\n\nword\n\n[\s\S]*\n\nthe end$/);
  });

  it.each([
    ["many paragraphs", "<p>words</p>", SEARCH_LIMITS.elements + 1],
    ["a list of links", `<a href="/x">words</a> `, SEARCH_LIMITS.links + 1],
    ["blocks within blocks", `${"<div>".repeat(200)}words ${"</div>".repeat(200)}`, 30],
  ])("without looking for an article in %s", (_what, markup, times) => {
    const scanned = scanMarkup(markup.repeat(times));
    expect(scanned).toMatchObject({ fault: null, markup: null });
    expect(scanned.text?.match(/words/g)).toHaveLength(times);
  });

  it.each([
    ["markup", "text/html", `<p>${"words and more ".repeat(80_000)}`],
    ["plain text", "text/plain", "words and more ".repeat(80_000)],
    ["a megabyte of plain text", "text/plain", "a".repeat(1_048_576)],
    ["characters of two units", "text/plain", `a${"😀".repeat(600_000)}`],
  ])("up to a million characters: %s", async (_what, mediaType, words) => {
    const { text, fault } = await readPage(page(words, { mediaType }));
    expect(fault).toBe("too-long");
    expect(text?.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(text?.length).toBeGreaterThan(LONGEST_TEXT - 3);
    expect(text?.isWellFormed()).toBe(true);
  });
});

describe("what runs, draws or hides is no text:", () => {
  it.each([
    "<script>BAD</script>",
    "<style>BAD{}</style>",
    "<svg><style>BAD</style><text>BAD</text><script>BAD</script></svg>",
    "<svg><title>BAD</title></svg>",
    "<noscript>BAD</noscript>",
    "<template><p>BAD</p></template>",
    "<div><template shadowrootmode=open><p>BAD</p></template></div>",
    "<iframe srcdoc='BAD'>BAD</iframe>",
    "<object data=x>BAD</object>",
    "<textarea>BAD</textarea>",
    "<select><option>BAD</select>",
    "<img src=x alt=BAD onerror='BAD()'>",
    "<p hidden>BAD</p>",
    '<div style="color:red; DISPLAY : none"><p>BAD</p></div>',
    "<!-- BAD -->",
    "<math><annotation>BAD</annotation></math>",
    "<form action=BAD><button formaction=BAD>BAD</button></form>",
  ])("%s", async (markup) => {
    const { text } = await readPage(page(`<p>before</p>${markup}<p>after</p>`));
    expect(text).toBe("before\n\nafter");
  });

  it("and nothing that could run or load is handed on to be taken apart", () => {
    const { markup } = scanMarkup(
      '<base href="//evil"><meta http-equiv=refresh content=0><link rel=stylesheet href=//evil>' +
        '<p id=a class="b" onclick=evil() style="background:url(//evil)" src=//evil><a href="javascript:evil()">x</a>' +
        "<xmp><img onerror=evil()></xmp><plaintext><script>evil",
    );
    expect(markup).toBe(
      '<p id="a" class="b"><a href="/">x</a><pre>&lt;img onerror=evil()&gt;</pre><pre>&lt;script&gt;evil</pre></p>',
    );
  });
});

describe("what is no page of text says so:", () => {
  const random = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919 * at) % 256);
  it.each<[string, Uint8Array | string, string | null, string]>([
    ["nothing", "", "text/html", "no-text"],
    ["nothing, and no type", "", null, "no-text"],
    ["white space", " \n\t\u200b", "text/plain", "no-text"],
    ["only pictures", "<img src=a alt=b><img src=c><svg><path d=M0/></svg>", "text/html", "no-text"],
    ["only markup", "<html><head><title>x</title></head><body></body></html>", "text/html", "no-text"],
    ["bytes that are called HTML", random, "text/html", "not-text"],
    ["zeros", new Uint8Array(100_000), "text/plain", "not-text"],
    ["a picture that is called HTML", "\u0089PNG", "image/png", "not-text"],
    ["a picture's first bytes", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), "text/html", "not-text"],
    ["packed bytes", Uint8Array.from([0x1f, 0x8b, 8, 0]), "text/html", "not-text"],
    ["what is called something else", "words", "application/zip", "not-text"],
  ])("%s", async (_what, bytes, mediaType, fault) => {
    expect(await readPage(page(bytes, { mediaType }))).toMatchObject({ text: null, fault });
  });
});
