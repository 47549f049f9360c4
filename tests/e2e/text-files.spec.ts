import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { ask } from "./support/database.ts";
import { type Fields, getPage, postFields } from "./support/post-form.ts";
import { serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// What the form for a text does with files, with what is too much for it, and with what is no text at all.

const served = serve();
const api = apiAt(served);
const MEGABYTE = 1_048_576;
const SENTENCE = "We will open a second dock within two years.";

let number = 0;
const filled = (more: Fields): Fields => {
  number += 1;
  const own = new Set(more.map(([name]) => name));
  const fields: Fields = [
    ...([
      ["text", ""],
      ["title", `Text ${number}`],
      ["url", `https://example.org/${number}`],
    ] as const),
    ...([
      ["publisher", "P"],
      ["kind", ""],
      ["lang", "en"],
      ["publishedOn", "2026-03-10"],
    ] as const),
    ...([
      ["saidOn", ""],
      ["keep", "yes"],
      ["by", ""],
    ] as const),
  ];
  return [...fields.filter(([name]) => !own.has(name)), ...more];
};
const send = (more: Fields, headers?: Record<string, string>) =>
  postFields(`${served.origin}/sources/new/read`, filled(more), headers);
const countSources = async () => {
  const [row] = await ask<{ n: unknown }>(served.database, "select count(*) as n from sources");
  return Number(row?.n);
};

/** Where an answer leads, as a page. */
async function followed(answer: Awaited<ReturnType<typeof send>>) {
  expect(answer.status).toBe(303);
  return getPage(served.origin + answer.headers.get("location"));
}

const utf16 = Buffer.from(`\uFEFF${SENTENCE}`, "utf16le");
for (const [what, name, content] of [
  ["UTF-8", "talk.txt", SENTENCE],
  ["UTF-8 with a byte-order mark", "talk.md", `\uFEFF${SENTENCE}`],
  ["UTF-16", "talk.txt", utf16],
  ["captions", "talk.srt", `1\r\n00:00:01,000 --> 00:00:04,000\r\n${SENTENCE}\r\n`],
  ["captions for the web", "talk.vtt", `WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>${SENTENCE}`],
] as const) {
  test(`a file in ${what} is read`, async () => {
    const answer = await send([["file", { file: name, content }]]);
    expect(answer.headers.get("location")).toMatch(/^\/sources\/text-\d+\/read$/);
    const { status, html } = await followed(answer);
    expect(status).toBe(200);
    expect(html).toContain("We will open a second dock");
    expect(html).toContain("10 Mar 2028");
  });
}

for (const [what, more, said] of [
  [
    "Big5",
    [["file", { file: "a.txt", content: Buffer.from([0xa8, 0xe2, 0xa6, 0x7e]) }]],
    en.errors["unknown-encoding"](),
  ],
  [
    "a picture",
    [["file", { file: "a.txt", content: Buffer.from([0x89, 0x50, 0, 0]) }]],
    en.errors["not-a-text-file"](),
  ],
  ["a page", [["file", { file: "a.html", content: SENTENCE }]], en.errors["not-a-text-file"]()],
  [
    "a text and a file",
    [
      ["text", "Typed."],
      ["file", { file: "a.txt", content: SENTENCE }],
    ],
    en.errors["text-twice"](),
  ],
  ["neither", [], en.errors.required()],
  ["a blank file", [["file", { file: "a.txt", content: " \n" }]], en.errors.required()],
  [
    "more than a megabyte",
    [["text", "x".repeat(MEGABYTE + 1)]],
    en.errors["text-too-large"]({ limit: MEGABYTE }),
  ],
  [
    "a day to come",
    [
      ["text", SENTENCE],
      ["saidOn", "2026-11-24"],
    ],
    en.errors["said-in-future"]({ day: "23 Nov 2026" }),
  ],
  [
    "a field twice",
    [
      ["text", SENTENCE],
      ["title", "One"],
      ["title", "Two"],
    ],
    en.errors["sent-twice"](),
  ],
  [
    "a field of nobody's",
    [
      ["text", SENTENCE],
      ["admin", "yes"],
    ],
    en.errors["unknown-field"](),
  ],
  [
    "a source of no record",
    [
      ["text", SENTENCE],
      ["source", "nothing"],
    ],
    null,
  ],
] as readonly (readonly [string, Fields, string | null])[]) {
  test(`${what} is refused with all that was typed, and nothing is recorded`, async () => {
    const before = await countSources();
    const { html } = await followed(await send(more));
    if (said !== null) expect(html).toContain(said.replaceAll("'", "&#x27;"));
    expect(html).toContain(en.form.nothingLost);
    expect(html).toContain('value="P"');
    expect(await countSources()).toBe(before);
  });
}

test("a text that is no text to a database is read all the same", async () => {
  const text = `A NUL: \0. ${SENTENCE} <script>alert(1)</script>`;
  const answer = await send([["text", text]]);
  const { html } = await followed(answer);
  expect(html).toContain("We will open a second dock");
  const slug = answer.headers.get("location")?.split("/")[2];
  const { html: shown } = await getPage(`${served.origin}/sources/${slug}/text`);
  expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(shown).not.toContain("<script>alert");
});

test("5 MB are taken and no more", async () => {
  const before = await countSources();
  const { html } = await followed(await send([["text", "x".repeat(5 * MEGABYTE)]]));
  expect(html).toContain(en.reading.tooLargeRead);
  expect((await followed(await send([["text", "x".repeat(4 * MEGABYTE)]]))).status).toBe(200);
  expect(await countSources()).toBe(before);
});

for (const [what, headers] of [
  ["another site", { origin: "https://evil.example" }],
  ["no origin", {}],
  ["a neighbour", { origin: "OURS", "sec-fetch-site": "same-site" }],
] as readonly (readonly [string, Record<string, string>])[]) {
  test(`a text from ${what} stores nothing`, async () => {
    const before = await countSources();
    const own = headers.origin === "OURS" ? { ...headers, origin: served.origin } : headers;
    expect((await send([["text", SENTENCE]], own)).status).toBe(403);
    expect(await countSources()).toBe(before);
  });
}

test("a form that is none is a 400", async () => {
  const url = `${served.origin}/sources/new/read`;
  const headers = { origin: served.origin, "content-type": "multipart/form-data; boundary=x" };
  expect((await fetch(url, { method: "POST", body: "--x\r\nnothing", headers })).status).toBe(400);
});

test("a megabyte with 10,000 candidates is listed and read a part at a time", async () => {
  test.setTimeout(120_000);
  const text = `${SENTENCE}\n\n`.repeat(Math.floor(MEGABYTE / (SENTENCE.length + 2)));
  const source = await api.add("/sources", {
    ...{ title: "Very long", url: "https://example.org/very-long", publisher: "P", lang: "en" },
    ...{
      publishedOn: "2026-03-10",
      text: `${text.slice(0, -SENTENCE.length - 2)}The last dock will open by 2040.`,
    },
  });
  const page = await getPage(`${served.origin}/sources/${source.slug}/read?skip=240`);
  expect(page.status).toBe(200);
  expect(page.html.length).toBeLessThan(2 * MEGABYTE);
  const first = await getPage(`${served.origin}/sources/${source.slug}/text`);
  expect(first.html).toContain(en.reading.piece(1, 18));
  expect(first.html.length).toBeLessThan(250_000);

  const { slug } = await api.add("/forecasts", {
    ...{ claim: { en: "The last dock opens." }, quote: "The last dock will open by 2040.", lang: "en" },
    ...{ source: source.slug, newSpeaker: { name: { en: "Ann" } }, saidOn: "2026-03-10", horizon: "by 2040" },
  });
  const { html } = await getPage(`${served.origin}/forecasts/${slug}`);
  const [, address = ""] = /href="(\/sources\/very-long\/text\?at=\d+)#f-/.exec(html) ?? [];
  const last = await getPage(served.origin + address);
  expect(last.html).toContain(en.reading.piece(18, 18));
  expect(last.html).toContain(`id="f-${slug}"`);
});
