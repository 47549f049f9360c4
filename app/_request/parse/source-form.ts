import type { z } from "zod";
import { err, ok, type Result } from "#domain/result.ts";
import type { FieldError } from "#operations/field-error.ts";
import { parseWith } from "#operations/fields.ts";
import { isTooLarge } from "#operations/kept-text.ts";
import { textOfKnown, textOfNew } from "#operations/source-input.ts";
import { takeText } from "#operations/taken-texts.ts";
import { readForm, typedValues } from "./form.ts";
import { shapeOf } from "./form-shape.ts";
import { readTextFile } from "./text-file.ts";

/** Which source it is of, and which file it came in, is read before the rest. */
const KNOWN_FORM = shapeOf(textOfKnown, ["source", "fileName"]);
const NEW_FORM = shapeOf(textOfNew, ["titleLang", "note", "fileName"]);

/** A form with a text of a source, new or on record, as it was sent. */
export interface SourceForm {
  /** The source on record that it is of; empty for a new one. */
  readonly source: string;
  /** What was typed; the text of a file stands where a pasted one would, and none where it is too large. */
  readonly typed: { readonly [field: string]: string };
  readonly parsed: Result<z.output<typeof takeText.input>, readonly FieldError[]>;
}

/** As much of a short field as is put back into a form; the longest that is accepted is a link's. */
const MOST_TYPED = 4000;
/** The longest name of a source on record is far shorter. */
const MOST_SLUG = 300;

/** What is kept of a field as it was sent: all of a text that can be read, and of any other as much as fits into it. */
function typedOf(field: string, value: string): string {
  if (field !== "text") return value.slice(0, MOST_TYPED);
  return isTooLarge(value) ? "" : value;
}

type TextSent = Result<{ readonly text: string; readonly fileName: string | null }, readonly FieldError[]>;

/** The text that was sent, pasted or as a file. */
async function textSent(form: FormData): Promise<TextSent> {
  const file = form.get("file");
  const typed = form.get("text");
  const text = typeof typed === "string" ? typed : "";
  if (!(file instanceof File) || file.size === 0) return ok({ text, fileName: null });
  if (text.trim() !== "") return err([{ field: "file", code: "text-twice" }]);
  const read = readTextFile(file.name, new Uint8Array(await file.arrayBuffer()));
  return read.ok ? ok({ text: read.value, fileName: file.name }) : err([{ field: "file", code: read.error }]);
}

function parseFields(form: FormData, source: string, fileName: string | null): SourceForm["parsed"] {
  const body = readForm(form, source === "" ? NEW_FORM : KNOWN_FORM);
  if (!body.ok) return body;
  const of = source === "" ? {} : { source };
  return parseWith(takeText.input, { ...body.value, ...of, fileName });
}

/** What was typed into a form of a source, as far as it is to be shown again. */
export const typedInSource = (form: FormData): SourceForm["typed"] =>
  Object.fromEntries(
    Object.entries(typedValues(form, { ...NEW_FORM, source: "text" })).map(([field, value]) => [
      field,
      typedOf(field, String(value)),
    ]),
  );

/** Reads a posted form of a source and its text, with all that is wrong with it. */
export async function readSourceForm(form: FormData): Promise<SourceForm> {
  const sent = await textSent(form);
  const given = form.get("source");
  const source = typeof given === "string" ? given.slice(0, MOST_SLUG) : "";
  if (sent.ok) form.set("text", sent.value.text);
  const typed = typedInSource(form);
  for (const name of ["file", "source"]) form.delete(name);
  const parsed = parseFields(form, source, sent.ok ? sent.value.fileName : null);
  if (sent.ok) return { source, typed, parsed };
  // The fault of a file stands for that of the text which it would have been.
  const others = parsed.ok ? [] : parsed.error.filter(({ field }) => field !== "text");
  return { source, typed, parsed: err([...sent.error, ...others]) };
}
