import { z } from "zod";
import { isDay } from "#domain/day.ts";
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

/** What is published of a text: how long it may be, in characters. */
const lengths = (limit: number, required: boolean) => ({
  ...(required && { minLength: 1 }),
  maxLength: limit,
});

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
    })
    .meta(lengths(limit, required));
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

/** A calendar day. What cannot be accepted stays as it was sent, for the rules between fields. */
const dayText = (blank: ShapeCode) =>
  z
    .string({ error: ({ input }) => code(input === undefined || input === null ? "required" : "not-a-day") })
    .trim()
    .refine(isDay, { error: ({ input }) => (input === "" ? blank : code("not-a-day")) })
    .meta({ format: "date" });

export const day = dayText("required");

/** A calendar day or null, which has to be said: leaving the field out is no answer. */
export const dayOrNull = dayText("not-a-day").nullable();

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
export const link = line(LONGEST_LINK).superRefine(refuseNoLink).meta({ format: "uri" });

/** A link that may be left out or blank, which is the same: null. */
export const optionalLink = checked(LONGEST_LINK, false, true)
  .superRefine(refuseNoLink)
  .meta({ format: "uri" })
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
  z
    .unknown()
    .transform((given, context): number => {
      const isWhole = typeof given === "number" && Number.isSafeInteger(given);
      if (isWhole && given >= least && given <= (most ?? given)) return given;
      const message = code(given === undefined ? "required" : "not-in-range");
      context.addIssue({ code: "custom", message, params: { least, limit: most }, input: given });
      return z.NEVER;
    })
    .meta({ type: "integer", minimum: least, ...(most !== undefined && { maximum: most }) });

/** A place in a text, in UTF-16 units. */
export const place = wholeNumber(0, LAST_PLACE);

const MOST_IDS = 500;

/** Ids, as many as one record cites. A longer list is refused before its entries are looked at. */
export const ids = z
  .preprocess(
    (given, context) => {
      if (Array.isArray(given) && given.length > MOST_IDS) {
        context.addIssue({ code: "custom", message: code("too-long"), input: given });
      }
      return given;
    },
    z.array(id, { error: ({ input }) => code(input === undefined ? "required" : "not-a-list") }),
  )
  .meta({ maxItems: MOST_IDS });

/** Who did it, as they say. */
export const by = optionalLine(80).describe("Who did it, as they say; nobody looks at whether they are.");

/** Why. */
export const reason = text(2000).describe("Why.");

/** The revision of what is changed or judged, as whoever does it saw it. */
export const revision = wholeNumber(0);

/** Nothing at all: what is asked for is said by its address. */
export const nothing = z.strictObject({});

/** Whether a text was given that has something in it. */
export const isFilled = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

const isObject = ({ value }: { readonly value: unknown }) => typeof value === "object" && value !== null;

/**
 * How a rule between fields is told. It is looked at also where one of the fields is at fault by itself, so that
 * everything that is wrong is told at once; what it is given is then that field as it was sent.
 *
 * @param field beside which it is told
 */
export const rule = (field: string, fault: ShapeCode) => ({ path: [field], error: fault, when: isObject });

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

/**
 * Makes something of the fields of a body, or says what is wrong with them taken together, unless something is wrong
 * already. A schema goes on to its transform past an unknown field, of which alone its sender is to be told.
 */
export const whenSound =
  <Given, Made>(make: (given: Given, context: z.RefinementCtx) => Made) =>
  (given: Given, context: z.RefinementCtx): Made =>
    context.issues.length > 0 ? z.NEVER : make(given, context);

/**
 * Tells what a schema finds wrong in the place of another one that takes several shapes: of a body that was meant as
 * one of them, nobody wants to hear what the others would ask for.
 */
export function passIssues(parsed: z.ZodSafeParseResult<unknown>, context: z.RefinementCtx): void {
  for (const issue of parsed.error?.issues ?? []) context.addIssue({ ...issue, input: undefined });
}
