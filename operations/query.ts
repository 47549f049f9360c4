import { z } from "zod";

/** As many entries of a list as are given where nobody says, and at most. */
export const DEFAULT_LIMIT = 50;
export const MOST_LIMIT = 100;

/** How many entries are asked for. */
export const limit = z
  .string()
  .transform((typed) => (/^\d{1,3}$/.test(typed) ? Number(typed) : 0))
  .superRefine((wanted, context) => {
    if (wanted < 1 || wanted > MOST_LIMIT) {
      context.addIssue({
        code: "custom",
        message: "not-in-range",
        params: { least: 1, limit: MOST_LIMIT },
        input: wanted,
      });
    }
  })
  .describe(`How many: from 1 to ${MOST_LIMIT}, or else ${DEFAULT_LIMIT}.`);

/** Where the list goes on. */
export const cursor = z
  .string()
  .max(1000, { error: "bad-cursor" })
  .describe("The `nextCursor` of the answer before.");

/** Tells that a cursor is none that was given out for this list. */
export const refuseCursor = (context: z.RefinementCtx, given: unknown) =>
  context.addIssue({ code: "custom", message: "bad-cursor", path: ["cursor"], input: given });

/** A cursor as text that means nothing to those who hold it. */
export const writeCursor = (values: readonly string[] | null): string | null =>
  values === null ? null : Buffer.from(JSON.stringify(values)).toString("base64url");

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((part) => typeof part === "string");

/** @returns what `writeCursor` was given, or undefined when the text is not its work for this many values */
export function readCursor(text: string, length: number): readonly string[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return isTexts(values) && values.length === length ? values : undefined;
  } catch {
    return undefined;
  }
}
