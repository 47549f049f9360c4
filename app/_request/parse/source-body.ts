import { z } from "zod";
import type { SourceDraft } from "#db/sources/create.ts";
import type { DocumentDraft } from "#db/sources/document.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type FieldError, firstOfEach } from "./field-error.ts";
import { by, day, fieldsIn, parseWith } from "./fields.ts";
import * as field from "./forecast-fields.ts";
import { readableText, wholeText } from "./text-file.ts";

const noText: readonly FieldError[] = [{ field: "text", code: "required" }];

const source = z.strictObject({
  ...field.source,
  text: wholeText.nullish(),
  saidOn: field.dayIfAny,
  by,
});

export interface SourceBody {
  readonly draft: SourceDraft;
  /** Null where no text comes with it. */
  readonly document: DocumentDraft | null;
  readonly by: string | null;
}

const isBlank = (value: unknown) => typeof value !== "string" || value.trim() === "";

/** A text needs the day from which its spans are counted: the one said, else the one of publication. */
function dayFaults(body: unknown): readonly FieldError[] {
  if (typeof body !== "object" || body === null) return [];
  const { text, saidOn, publishedOn } = fieldsIn(body);
  const hasText = text !== undefined && text !== null;
  return hasText && isBlank(saidOn) && isBlank(publishedOn) ? [{ field: "saidOn", code: "day-needed" }] : [];
}

/** The body that puts a source on record, with a text to be kept where it brings one. */
export function parseSource(
  body: unknown,
  fileName: string | null = null,
): Result<SourceBody, readonly FieldError[]> {
  const parsed = parseWith(source, body);
  const faults = firstOfEach([...(parsed.ok ? [] : parsed.error), ...dayFaults(body)]);
  if (!parsed.ok || faults.length > 0) return err(faults);
  const { by: name, text, saidOn, ...draft } = parsed.value;
  const on = saidOn ?? draft.publishedOn;
  const kept = isBlank(text) ? null : readableText(String(text), fileName);
  if (kept === null || on === null) {
    // A day on which it was said is the day of a text.
    return isBlank(text) && !saidOn
      ? ok({ draft: field.completeSource(draft), document: null, by: name })
      : err(noText);
  }
  return ok({ draft: field.completeSource(draft), document: { kept, saidOn: on }, by: name });
}

const ofKnown = z.strictObject({ text: wholeText, saidOn: day, by });

/** The text of a source that is on record already. */
export function parseDocument(
  body: unknown,
  fileName: string | null = null,
): Result<{ readonly document: DocumentDraft; readonly by: string | null }, readonly FieldError[]> {
  const parsed = parseWith(ofKnown, body);
  if (!parsed.ok) return parsed;
  const kept = readableText(parsed.value.text, fileName);
  if (kept === null) return err(noText);
  return ok({ document: { kept, saidOn: parsed.value.saidOn }, by: parsed.value.by });
}
