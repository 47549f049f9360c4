import { z } from "zod";
import type { SourceDraft } from "../../../db/source-create.ts";
import type { DocumentDraft } from "../../../db/source-document.ts";
import type { Day } from "../../../domain/day.ts";
import { err, ok, type Result } from "../../../domain/result.ts";
import { type FieldError, firstOfEach } from "./field-error.ts";
import { by, day, parseWith } from "./fields.ts";
import * as field from "./forecast-fields.ts";
import { readableText, wholeText } from "./whole-text.ts";

const emptyText: readonly FieldError[] = [{ field: "text", code: "required" }];

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

/** The day from which spans are counted: the one said, else the one of publication; one of them is needed. */
function daySaid(
  saidOn: Day | null | undefined,
  publishedOn: Day | null,
): Result<Day, readonly FieldError[]> {
  const on = saidOn ?? publishedOn;
  return on === null ? err([{ field: "saidOn", code: "required" }]) : ok(on);
}

/** The body that puts a source on record, with a text to be kept where it brings one. */
export function parseSource(
  body: unknown,
  fileName: string | null = null,
): Result<SourceBody, readonly FieldError[]> {
  const parsed = parseWith(source, body);
  if (!parsed.ok) return parsed;
  const { by: name, text, saidOn, ...draft } = parsed.value;
  const completed = field.completeSource(draft);
  if (text === null || text === undefined) {
    return saidOn === null || saidOn === undefined
      ? ok({ draft: completed, document: null, by: name })
      : err([{ field: "text", code: "required" }]);
  }
  const kept = readableText(text, fileName);
  const on = daySaid(saidOn, draft.publishedOn);
  if (kept === null || !on.ok) {
    return err(firstOfEach([...(kept === null ? emptyText : []), ...(on.ok ? [] : on.error)]));
  }
  return ok({ draft: completed, document: { kept, saidOn: on.value }, by: name });
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
  if (kept === null) return err(emptyText);
  return ok({ document: { kept, saidOn: parsed.value.saidOn }, by: parsed.value.by });
}
