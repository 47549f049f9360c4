import { z } from "zod";
import type { DocumentDraft } from "#db/sources/document.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { OUTCOMES } from "#domain/vocabulary.ts";
import { type FieldError, firstOfEach } from "./field-error.ts";
import {
  by,
  day,
  dayOrNull,
  fieldsIn,
  givenId,
  id,
  ids,
  oneOf,
  optionalText,
  parseWith,
  place,
  reason,
  text,
  wholeNumber,
  yesOrNo,
} from "./fields.ts";
import { revision } from "./forecast-fields.ts";
import { seenRevision } from "./form.ts";
import { readableText, wholeText } from "./text-file.ts";

/** As many candidates as one answer tells. */
const MOST_CANDIDATES = 500;

const extraction = z.strictObject({
  text: wholeText,
  saidOn: day,
  skip: wholeNumber(0).nullish(),
  limit: wholeNumber(1, MOST_CANDIDATES).nullish(),
});

interface ExtractionBody {
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

/** As much as may be marked of a copy, in characters. */
const LONGEST_PASSAGE = 5000;

const withdrawal = z.strictObject({ reason, by });
const asked = z.strictObject({});
const unmarking = z.strictObject({ by });
const passage = z.strictObject({
  copyId: givenId,
  words: text(LONGEST_PASSAGE),
  startsAt: place.nullish().transform((given) => given ?? null),
  by,
});
const review = z.strictObject({ reviewOn: day, note: text(2000), by });
const verdict = z.strictObject({
  outcome: oneOf(OUTCOMES),
  happenedOn: dayOrNull,
  knownOn: day,
  rationale: text(10_000),
  evidenceIds: ids,
  withoutEvidenceReason: optionalText(2000),
  alreadyJudgeable: yesOrNo.nullish().transform((said) => said ?? false),
  replaces: id.nullish().transform((given) => given || null),
  replacesReason: optionalText(2000),
  /** That of the forecast as it was judged; who does not name it is not told of changes. */
  revision: revision.nullish().transform((seen) => seen ?? null),
  by,
});

/** The body that takes back an entry of evidence, or a verdict. */
export const parseWithdrawal = (body: unknown) => parseWith(withdrawal, body);

/** The body that asks for something and has nothing to say of it. */
export const parseAsked = (body: unknown) => parseWith(asked, body);

/** The body that marks the words of a copy that an entry rests on. */
export const parsePassage = (body: unknown) => parseWith(passage, body);

/** The body that lets go of them. */
export const parseUnmarking = (body: unknown) => parseWith(unmarking, body);

/** The body that sets the next review date. */
export const parseReview = (body: unknown) => parseWith(review, body);

type VerdictBody = z.output<typeof verdict>;

const isFilled = (value: unknown) => typeof value === "string" && value.trim() !== "";

/** What the fields of a verdict ask of one another, as far as the body itself tells. */
function crossFaults(body: unknown): readonly FieldError[] {
  if (typeof body !== "object" || body === null) return [];
  const { evidenceIds, withoutEvidenceReason, replaces, replacesReason } = fieldsIn(body);
  const errors: FieldError[] = [];
  const cites = Array.isArray(evidenceIds) && evidenceIds.length > 0;
  if (Array.isArray(evidenceIds) && !cites && !isFilled(withoutEvidenceReason)) {
    errors.push({ field: "withoutEvidenceReason", code: "needs-evidence-or-reason" });
  }
  if (cites && isFilled(withoutEvidenceReason)) {
    errors.push({ field: "withoutEvidenceReason", code: "reason-beside-evidence" });
  }
  if (isFilled(replaces) && !isFilled(replacesReason))
    errors.push({ field: "replacesReason", code: "required" });
  if (!isFilled(replaces) && isFilled(replacesReason)) {
    errors.push({ field: "replacesReason", code: "needs-replaces" });
  }
  return errors;
}

/** The body that gives a verdict or replaces one. */
export function parseVerdict(body: unknown): Result<VerdictBody, readonly FieldError[]> {
  const parsed = parseWith(verdict, body);
  const errors = firstOfEach([...(parsed.ok ? [] : parsed.error), ...crossFaults(body)]);
  return parsed.ok && errors.length === 0 ? parsed : err(errors);
}

/** The same of a posted form. */
export const parseVerdictForm = (body: unknown) => parseVerdict(seenRevision(fieldsIn(body)));
