import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_TEXT, type PageReading } from "#web/reading/page-reading.ts";
import { readPage } from "#web/reading/read-page.ts";
import { page } from "./fetched.ts";
import { SAVED_PAGES } from "./saved-pages.ts";
import { pdfFile, pdfOf } from "./written-pdf.ts";

const isSound = (text: string | null, most: number) =>
  text === null || (text !== "" && !text.includes("\0") && text.isWellFormed() && text.length <= most);

function expectSound({ details, text, fault }: PageReading) {
  expect(isSound(text, LONGEST_TEXT)).toBe(true);
  expect(text !== null || fault !== null).toBe(true);
  expect(isSound(details.title, 300)).toBe(true);
  expect(isSound(details.siteName, 120)).toBe(true);
  expect(isSound(details.author, 200)).toBe(true);
  expect(isSound(details.description, 600)).toBe(true);
}

const MEDIA_TYPES = ["text/html", "application/xhtml+xml", "text/plain", "application/pdf", null];
const CHARSETS = [
  null,
  "utf-8",
  "big5",
  "gb18030",
  "shift_jis",
  "utf-16le",
  "windows-1252",
  "iso-2022-jp",
  "none",
];
const PIECES = [
  ..."html head title body p div article ul li table tr td h1 pre script style svg math template select a time xmp"
    .split(" ")
    .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} `]),
  '<meta property="og:title" content="',
  '<meta charset="big5">',
  '<script type="application/ld+json">{"@type":"Article","headline":"\\ud800',
  ' class="byline date" itemprop="author"',
  'datetime="2026-02-30"',
  "&#0;",
  "&#xD800;",
  "&#x202e;",
  "&amp",
  "<!--",
  "-->",
  "<![CDATA[",
  '"',
  "'",
  ">",
  "<",
  "=",
  "\0",
  "\ud800",
  "words, and more words. ",
  "中文，",
  "\n",
];

describe("any bytes give a reading whose texts can be stored and shown", () => {
  it("random ones", async () => {
    const anyPage = fc.tuple(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.constantFrom(...MEDIA_TYPES),
      fc.constantFrom(...CHARSETS),
    );
    await fc.assert(
      fc.asyncProperty(anyPage, async ([bytes, mediaType, charset]) => {
        expectSound(await readPage(page(bytes, { mediaType, charset })));
      }),
      { numRuns: 500 },
    );
  });

  it("pieces of markup in any order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }), async (pieces) => {
        expectSound(await readPage(page(pieces.join(""))));
      }),
      { numRuns: 1_000 },
    );
  });

  it("a PDF with some bytes changed", async () => {
    const whole = pdfFile([
      { dictionary: "/Type /Catalog /Pages 2 0 R" },
      { dictionary: "/Type /Pages /Count 1 /Kids [3 0 R]" },
      {
        dictionary:
          "/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R",
      },
      { dictionary: "", stream: Buffer.from("BT /F 11 Tf 72 700 Td (Words) Tj ET") },
      { dictionary: "/Type /Font /Subtype /Type1 /BaseFont /Helvetica" },
    ]);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const bytes = new Uint8Array(whole);
        for (const [at, byte] of changed) bytes[at] = byte;
        expectSound(await readPage(page(bytes, { mediaType: "application/pdf" })));
      }),
      // Always the same ones: a PDF can keep its reader busy for a minute, which only the thread's limit ends.
      { numRuns: 300, seed: 5 },
    );
  });
});

it("reading opens no connection, whatever a page names", async () => {
  const opened: string[] = [];
  const note = (_message: unknown, channel: string | symbol) => opened.push(String(channel));
  const channels = ["net.client.socket", "undici:request:create", "http.client.request.start"];
  for (const channel of channels) subscribe(channel, note);
  const loads =
    '<base href="http://127.0.0.1:9/"><link rel=stylesheet href=a.css><script src=a.js></script><img src=a.png srcset="b 2x">' +
    '<iframe src=a></iframe><object data=a></object><video src=a poster=b></video><svg><image href=a /><use href="a#b" /></svg>' +
    '<style>@import "a"; p { background: url(a) }</style><p style="background:url(a)">words<meta http-equiv=refresh content="0;url=a">';
  await readPage(page(loads));
  for (const { file } of SAVED_PAGES)
    await readPage(page(readFileSync(new URL(`pages/${file}`, import.meta.url))));
  const catalogue =
    "/OpenAction << /S /URI /URI (http://127.0.0.1:9/) >> /AcroForm << /XFA (http://127.0.0.1:9/) /Fields [] >>";
  await readPage(page(pdfOf([[{ text: "Words", size: 11, y: 700 }]], "", catalogue)));
  for (const channel of channels) unsubscribe(channel, note);
  expect(opened).toEqual([]);
});
