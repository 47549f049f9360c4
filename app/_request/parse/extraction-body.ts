import { z } from "zod";
import type { DocumentDraft } from "../../../db/sources/document.ts";
import { err, ok, type Result } from "../../../domain/result.ts";
import type { FieldError } from "./field-error.ts";
import { day, parseWith, wholeNumber } from "./fields.ts";
import { readableText, wholeText } from "./text-file.ts";

/** As many candidates as one answer tells. */
const MOST_CANDIDATES = 500;

const extraction = z.strictObject({
  text: wholeText,
  saidOn: day,
  skip: wholeNumber(0).nullish(),
  limit: wholeNumber(1, MOST_CANDIDATES).nullish(),
});

export interface ExtractionBody {
  readonly document: DocumentDraft;
  readonly sent: string;
  readonly skip: number;
  readonly limit: number;
}

/** The body that asks what a text has of forecasts, a part of the list at a time. */
export function parseExtraction(body: unknown): Result<ExtractionBody, readonly FieldError[]> {
  const parsed = parseWith(extraction, body);
  if (!parsed.ok) return parsed;
  const { text, saidOn, skip, limit } = parsed.value;
  const kept = readableText(text, null);
  if (kept === null) return err([{ field: "text", code: "required" }]);
  return ok({ document: { kept, saidOn }, sent: text, skip: skip ?? 0, limit: limit ?? MOST_CANDIDATES });
}
