import type { SourceDraft } from "#db/sources/create.ts";
import type { DocumentDraft } from "#db/sources/document.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { languageOfText } from "#domain/sources/transcript.ts";
import type { FieldError } from "#operations/field-error.ts";
import { parseWith } from "#operations/fields.ts";
import { isTooLarge } from "#operations/kept-text.ts";
import { sourceInput, sourceTextInput } from "#operations/sources.ts";
import { readForm, typedValues } from "./form.ts";
import type { FormShape } from "./form-shape.ts";
import { readTextFile } from "./text-file.ts";

const TEXT_FORM: FormShape = { text: "text", saidOn: "day", by: "optional" };
const SOURCE_FORM: FormShape = {
  ...TEXT_FORM,
  title: "text",
  url: "text",
  publisher: "text",
  publishedOn: "day",
  kind: "text",
  lang: "text",
};
const WHOLE_FORM: FormShape = { ...SOURCE_FORM, source: "text", keep: "tick" };

/** A form with a text of a source, new or on record, as it was sent. */
export interface SourceForm {
  /** The source on record that it is of; empty for a new one. */
  readonly source: string;
  readonly keep: boolean;
  /** What was typed; the text of a file stands where a pasted one would, and none where it is too large. */
  readonly typed: { readonly [field: string]: string };
  readonly parsed: Result<
    {
      /** Null where the source is on record. */
      readonly draft: SourceDraft | null;
      readonly document: DocumentDraft;
      readonly by: string | null;
    },
    readonly FieldError[]
  >;
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

function parseFields(form: FormData, isNew: boolean, fileName: string | null): SourceForm["parsed"] {
  const body = readForm(form, isNew ? SOURCE_FORM : TEXT_FORM);
  if (!body.ok) return body;
  if (!isNew) {
    const parsed = parseWith(sourceTextInput(fileName), body.value);
    return parsed.ok ? ok({ draft: null, ...parsed.value }) : parsed;
  }
  const { lang, text } = body.value;
  // What the form says overrules what the text is written in.
  const isSaid = typeof lang === "string" && lang !== "";
  const inText = isSaid || typeof text !== "string" ? {} : { lang: languageOfText(text) };
  const parsed = parseWith(sourceInput(fileName), { ...body.value, ...inText });
  if (!parsed.ok) return parsed;
  const { draft, document, by } = parsed.value;
  return document === null ? err([{ field: "text", code: "required" }]) : ok({ draft, document, by });
}

/** Reads a posted form of a source and its text, with all that is wrong with it. */
export async function readSourceForm(form: FormData): Promise<SourceForm> {
  const sent = await textSent(form);
  const given = form.get("source");
  const source = typeof given === "string" ? given.slice(0, MOST_SLUG) : "";
  if (sent.ok) form.set("text", sent.value.text);
  const typed = Object.fromEntries(
    Object.entries(typedValues(form, WHOLE_FORM)).map(([field, value]) => [
      field,
      typedOf(field, String(value)),
    ]),
  );
  for (const name of ["file", "source"]) form.delete(name);
  const keep = form.getAll("keep").length > 0;
  form.delete("keep");
  const parsed = parseFields(form, source === "", sent.ok ? sent.value.fileName : null);
  if (sent.ok) return { source, keep, typed, parsed };
  // The fault of a file stands for that of the text which it would have been.
  const others = parsed.ok ? [] : parsed.error.filter(({ field }) => field !== "text");
  return { source, keep, typed, parsed: err([...sent.error, ...others]) };
}
