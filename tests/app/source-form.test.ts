import { expect, test } from "vitest";
import { readSourceForm } from "../../app/_edge/parse/source-form.ts";
import { LARGEST_TEXT_BYTES } from "../../domain/transcript.ts";

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
