import { expect, test } from "vitest";
import { EVIDENCE_FORMS } from "#app/_request/forms/evidence-forms.ts";
import { readPostedForm } from "#app/_request/forms/posted-form.ts";
import { readForm } from "#app/_request/parse/form.ts";
import { correction } from "#operations/evidence.ts";
import { parseWith } from "#operations/fields.ts";

test("a field that comes twice or is unknown is named, once each", () => {
  const form = new FormData();
  for (const name of ["title", "title", "bogus", "bogus"]) form.append(name, "x");
  const read = readForm(form, { title: "text" });
  expect(read).toEqual({
    ok: false,
    error: [
      { field: "title", code: "sent-twice" },
      { field: "bogus", code: "unknown-field" },
    ],
  });
});

test("an entry's detail that a correction leaves blank is taken away, and not left as it is", () => {
  const form = new FormData();
  const typed = { title: "T", author: "", kind: "", publishedOn: "", revision: "3" };
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  const read = readForm(form, EVIDENCE_FORMS["correct-evidence"].shape);
  const corrected = read.ok ? parseWith(correction, read.value) : read;
  expect(corrected).toMatchObject({
    ok: true,
    value: { patch: { title: "T", author: null, kind: null, publishedOn: null }, revision: 3 },
  });
});

const sent = (body: BodyInit, type?: string) =>
  new Request("http://127.0.0.1/", {
    method: "POST",
    body,
    ...(type === undefined ? {} : { headers: { "content-type": type } }),
  });

test("a form with a text has no more fields than ours, and is of the kind that takes files", async () => {
  const form = new FormData();
  form.append("text", "x");
  expect(await readPostedForm(sent(form))).toMatchObject({ ok: true });
  for (let field = 0; field < 200; field += 1) form.append(`field-${field}`, "");
  expect(await readPostedForm(sent(form))).toEqual({ ok: false, error: { kind: "broken" } });
  const plain = await readPostedForm(sent("text=x", "application/x-www-form-urlencoded"));
  expect(plain).toEqual({ ok: false, error: { kind: "broken" } });
});
