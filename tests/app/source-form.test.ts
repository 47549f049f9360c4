import { expect, test } from "vitest";
import { readSourceForm } from "#app/_request/parse/source-form.ts";
import { LARGEST_TEXT_BYTES } from "#domain/sources/transcript.ts";

async function sent(fields: { readonly [field: string]: string }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readSourceForm(form);
}

test("a text that is too large to be read is not put aside; one that is not, is", async () => {
  const largest = "a".repeat(LARGEST_TEXT_BYTES);
  expect((await sent({ text: largest })).typed.text).toBe(largest);
  const { typed, parsed } = await sent({ text: `${largest}a`, title: "A talk" });
  expect(typed).toMatchObject({ text: "", title: "A talk" });
  if (parsed.ok) throw new Error("it was taken");
  expect(parsed.error).toContainEqual(expect.objectContaining({ field: "text", code: "text-too-large" }));
});

test("of other fields as much is kept as fits, and an address takes no more of a source's name", async () => {
  const { typed, source } = await sent({
    text: "a",
    title: "t".repeat(1_000_000),
    source: "s".repeat(1_000_000),
  });
  expect([typed.title?.length, typed.source?.length, source.length]).toEqual([4000, 4000, 300]);
});

test.each([
  ["a Chinese text", { text: "我們三年內會蓋好第二座碼頭。" }, "zh-Hant"],
  ["an English one", { text: "We open a second dock within three years." }, "en"],
  ["one whose language is said", { text: "我們三年內會蓋好。", lang: "en" }, "en"],
])("%s is filed in the language it is written in, unless another is said", async (_, fields, lang) => {
  const source = { title: "T", url: "https://example.org/", publisher: "P", publishedOn: "2026-03-10" };
  const { parsed, typed } = await sent({ lang: "", ...source, ...fields });
  expect(parsed.ok && parsed.value.draft?.lang).toBe(lang);
  expect(typed.lang).toBe("lang" in fields ? "en" : "");
});

test("a text without any day asks for one of two", async () => {
  const { parsed } = await sent({
    text: "It opens.",
    title: "T",
    url: "https://example.org/",
    publisher: "P",
  });
  expect(!parsed.ok && parsed.error).toEqual([{ field: "saidOn", code: "day-needed" }]);
});

const aTalk = { text: "We open it within two years.", title: "T", publisher: "P", publishedOn: "2026-03-10" };

test.each([
  ["left out", {}],
  ["empty", { url: "" }],
  ["blank", { url: "  " }],
])("a link that is %s is none", async (_, link) => {
  const { parsed } = await sent({ ...aTalk, ...link });
  expect(parsed.ok && parsed.value.draft?.url).toBeNull();
});

test.each([
  ["javascript:alert(1)", "not-http"],
  ["example.org/talk", "not-a-link"],
  ["https://ana:secret@example.org/", "has-credentials"],
])("a link that is none of the web's is refused: %s", async (url, code) => {
  const { parsed, typed } = await sent({ ...aTalk, url });
  expect(!parsed.ok && parsed.error).toMatchObject([{ field: "url", code }]);
  expect(typed.url).toBe(url);
});

test("whatever a file is called, its text is taken, in the format that its name ends with", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...aTalk, text: "" })) form.set(name, value);
  const name = `${"n".repeat(400)}\u202e.md`;
  form.set("file", new File(["# A talk\n\nWe open it within two years."], name));
  const { parsed } = await readSourceForm(form);
  expect(parsed).toMatchObject({ ok: true, value: { document: { kept: { format: "markdown" } } } });
});
