import type { z } from "zod";
import type { ChangeFault } from "#db/change/refusal.ts";
import type { Day } from "#domain/day.ts";

/** What can be wrong with a field as sent, before it is held against what is stored. */
export const SHAPE_CODES = [
  "required",
  "day-needed",
  "too-long",
  "too-many",
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

/** The list whose entries are bodies of their own, so that each says by itself what is wrong with it. */
const BODIES = "forecasts";

/** The name of a field of one of several forecasts, which are counted from 0. */
export const fieldOfOne = (place: number, field: string): string => `${BODIES}.${place}.${field}`;

/** Which of several forecasts a field is of, and which field of it; null where it is of none of them. */
export function fieldWithin(name: string): { readonly place: number; readonly field: string } | null {
  const [list, place = "", ...rest] = name.split(".");
  return list === BODIES && rest.length > 0 ? { place: Number(place), field: rest.join(".") } : null;
}

/** A field inside another as `claim.en`; an entry of a list by the list's name. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [list, place, ...rest] = path;
  if (list === BODIES && typeof place === "number" && rest.length > 0)
    return fieldOfOne(place, fieldOf(rest));
  const entry = path.findIndex((part) => typeof part === "number");
  const names = entry < 0 ? path : path.slice(0, entry);
  return names.length === 0 ? "body" : names.map(String).join(".");
}

/** One zod issue as field errors. Our schemas put a code of ours in every message. */
function fromIssue(issue: z.core.$ZodIssue): readonly FieldError[] {
  if (issue.code === "unrecognized_keys") {
    const { path, keys } = issue;
    return keys.map((key) => ({ field: fieldOf([...path, key]), code: "unknown-field" }));
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
