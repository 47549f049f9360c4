import { z } from "zod";
import { type Day, isDay } from "#domain/day.ts";
import { parseLink } from "#domain/pages/link.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { unseenIn } from "#domain/unseen.ts";
import { type FieldError, fromZod, type ShapeCode } from "./field-error.ts";

/**
 * NUL and the other controls (a text may have lines and tabs), and the sign that stands for what was no character:
 * a form's half of one arrives as that.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** Whether a text is one: no half characters, no controls. */
export const isClean = (text: string) => text.isWellFormed() && !CONTROLS.test(text);
const code = (name: ShapeCode) => name;

/** Browsers post line ends as CR LF; they are kept as LF, and the blanks around a text are left out. */
const tidy = (text: string) => text.replaceAll("\r\n", "\n").trim();

/** Characters as people count them: a rare character is one, not two. */
export const lengthOf = (text: string): number => [...text].length;

function checked(limit: number, required: boolean, isLine = false) {
  return z
    .string({ error: ({ input }) => code(input === undefined ? "required" : "not-text") })
    .transform(tidy)
    .superRefine((text, context) => {
      const found = isLine ? unseenIn(text) : null;
      const refuse = (message: ShapeCode) =>
        context.addIssue({ code: "custom", message, params: { limit, found }, input: text });
      if (!isClean(text)) refuse("bad-characters");
      else if (found !== null) refuse("unseen-character");
      else if (required && text === "") refuse("required");
      else if (lengthOf(text) > limit) refuse("too-long");
    });
}

/** A text of at least one character. */
export const text = (limit: number) => checked(limit, true);

/** A text that may be left out or blank, which is the same: null. */
export const optionalText = (limit: number) =>
  checked(limit, false)
    .nullish()
    .transform((value) => value || null);

/**
 * A text that is shown within a line, among others: nothing in it that is not seen and changes how those read. Longer
 * texts may quote a page with whatever is in it, and stand in a block of their own.
 */
export const line = (limit: number) => checked(limit, true, true);

/** The same where it may be left out or blank: null. */
export const optionalLine = (limit: number) =>
  checked(limit, false, true)
    .nullish()
    .transform((value) => value || null);

/** A calendar day. */
export const day = z
  .string({ error: ({ input }) => code(input === undefined || input === null ? "required" : "not-a-day") })
  .trim()
  .transform((value, context): Day => {
    if (isDay(value)) return value;
    context.addIssue({
      code: "custom",
      message: code(value === "" ? "required" : "not-a-day"),
      input: value,
    });
    return z.NEVER;
  });

/** A calendar day or null, which has to be said: leaving the field out is no answer. */
export const dayOrNull = z.union([z.null(), day], {
  error: ({ input }) => code(input === undefined ? "required" : "not-a-day"),
});

/** One of our own words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, {
    error: ({ input }) => code(input === undefined || input === "" ? "required" : "not-one-of"),
  });

const LONGEST_LINK = 2048;

function refuseNoLink(value: string, context: z.RefinementCtx<string>): void {
  const parsed = parseLink(value);
  if (!parsed.ok && value !== "" && lengthOf(value) <= LONGEST_LINK) {
    context.addIssue({ code: "custom", message: parsed.error, input: value });
  }
}

/** A link to a page, kept as typed. */
export const link = line(LONGEST_LINK).superRefine(refuseNoLink);

/** A link that may be left out or blank, which is the same: null. */
export const optionalLink = checked(LONGEST_LINK, false, true)
  .superRefine(refuseNoLink)
  .nullish()
  .transform((value) => value || null);

/** One of our own words, or null where nobody has said. */
export const oneOfIfSaid = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  oneOf(words)
    .nullish()
    .transform((said) => said ?? null);

export const yesOrNo = z.boolean({ error: code("not-yes-or-no") });

/** An opaque id: any short text; whether it is known is for the store to say. */
export const id = z
  .string({ error: code("not-text") })
  .trim()
  .max(100, { error: code("too-long") })
  .refine(isClean, { error: code("bad-characters") });

/** An id that has to be there. */
export const givenId = z
  .string({ error: ({ input }) => code(input === undefined ? "required" : "not-text") })
  .pipe(id)
  .refine((given) => given !== "", { error: code("required") });

/** The most UTF-16 units that a kept text has. */
const LAST_PLACE = 1_000_000;

/** A whole number from the least on, up to the most where there is one: any other is told what is accepted. */
export const wholeNumber = (least: number, most?: number) =>
  z.unknown().transform((given, context): number => {
    const isWhole = typeof given === "number" && Number.isSafeInteger(given);
    if (isWhole && given >= least && given <= (most ?? given)) return given;
    const message = code(given === undefined ? "required" : "not-in-range");
    context.addIssue({ code: "custom", message, params: { least, limit: most }, input: given });
    return z.NEVER;
  });

/** A place in a text, in UTF-16 units. */
export const place = wholeNumber(0, LAST_PLACE);

export const ids = z
  .array(id, { error: ({ input }) => code(input === undefined ? "required" : "not-a-list") })
  .max(500, {
    error: code("too-long"),
  });

/** Who did it, as they say. */
export const by = optionalLine(80);

/** Why. */
export const reason = text(2000);

/** Reads a body with a schema whose messages are our codes. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): Result<z.output<Schema>, readonly FieldError[]> {
  const parsed = schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : err(fromZod(parsed.error));
}

/** The fields of a body, of which nothing is known yet; none where it is no object. */
export const fieldsIn = (body: unknown): { readonly [field: string]: unknown } =>
  typeof body === "object" && body !== null ? { ...body } : {};
