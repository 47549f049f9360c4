import type { z } from "zod";
import type { ChangeFault } from "#db/change/refusal.ts";
import type { Day } from "#domain/day.ts";

/** What can be wrong with a field as sent, before it is held against what is stored. */
export const SHAPE_CODES = [
  "required",
  "day-needed",
  "too-long",
  "bad-characters",
  "unseen-character",
  "not-text",
  "not-a-day",
  "not-one-of",
  "not-a-link",
  "not-http",
  "has-credentials",
  "not-a-list",
  "not-yes-or-no",
  "not-in-range",
  "not-a-ratio",
  "bad-cursor",
  "unknown-field",
  "sent-twice",
  "needs-replaces",
  "needs-evidence-or-reason",
  "reason-beside-evidence",
  "both-given",
  "nothing-to-change",
  "text-too-large",
  "not-a-text-file",
  "unknown-encoding",
  "text-twice",
  "nothing-chosen",
  "same-not-chosen",
  "same-as-another",
  "gone-from-text",
] as const;
export type ShapeCode = (typeof SHAPE_CODES)[number];

/** What is wrong with one field, for the messages to say in words. */
export interface FieldError {
  readonly field: string;
  readonly code: ShapeCode | ChangeFault["code"];
  /** The most characters, or the largest number, that is accepted. */
  readonly limit?: number;
  /** The smallest number that is accepted. */
  readonly least?: number;
  /** The words that are accepted. */
  readonly accepted?: readonly string[];
  /** The day that the rule turns on. */
  readonly day?: Day;
  /** The character that is not accepted, as Unicode numbers it. */
  readonly found?: string;
}

export const isShapeCode = (code: string): code is ShapeCode => SHAPE_CODES.some((known) => known === code);

/** A field inside another as `claim.en`; an entry of a list by the list's name. */
function fieldOf(path: readonly PropertyKey[]): string {
  const entry = path.findIndex((part) => typeof part === "number");
  const names = entry < 0 ? path : path.slice(0, entry);
  return names.length === 0 ? "body" : names.map(String).join(".");
}

/** One zod issue as field errors. Our schemas put a code of ours in every message. */
function fromIssue(issue: z.core.$ZodIssue): readonly FieldError[] {
  if (issue.code === "unrecognized_keys") {
    if (issue.path.some((part) => typeof part === "number"))
      return [{ field: fieldOf(issue.path), code: "unknown-field" }];
    const within = issue.path.length > 0 ? `${fieldOf(issue.path)}.` : "";
    return issue.keys.map((field) => ({ field: within + field, code: "unknown-field" }));
  }
  const field = fieldOf(issue.path);
  const code = isShapeCode(issue.message) ? issue.message : "not-text";
  if (issue.code === "invalid_value") return [{ field, code, accepted: issue.values.map(String) }];
  const { limit, least, found } = issue.code === "custom" ? (issue.params ?? {}) : {};
  const told = {
    ...(typeof limit === "number" ? { limit } : {}),
    ...(typeof least === "number" ? { least } : {}),
    ...(typeof found === "string" ? { found } : {}),
  };
  return [{ field, code, ...told }];
}

/** The first error of each field. In one pass: a hostile body can have a hundred thousand of them. */
export function firstOfEach(errors: readonly FieldError[]): readonly FieldError[] {
  const seen = new Set<string>();
  return errors.filter(({ field }) => !seen.has(field) && seen.add(field));
}

export const fromZod = (error: z.ZodError): readonly FieldError[] =>
  firstOfEach(error.issues.flatMap(fromIssue));
