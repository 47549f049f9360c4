import { z } from "zod";
import { type KeptText, keepText, LARGEST_TEXT_BYTES } from "#domain/sources/transcript.ts";
import type { ShapeCode } from "./field-error.ts";

/** Whether a text is larger than what is read. A form makes two of every line's end, which is not what was typed. */
export const isTooLarge = (text: string): boolean =>
  Buffer.byteLength(text.replaceAll("\r\n", "\n"), "utf8") > LARGEST_TEXT_BYTES;

/** A text to be read: as it is, save that it has something in it and is not too large. */
export const wholeText = z
  .string({ error: ({ input }) => (input === undefined ? "required" : "not-text") })
  .superRefine((text, context) => {
    const refuse = (message: ShapeCode) =>
      context.addIssue({ code: "custom", message, params: { limit: LARGEST_TEXT_BYTES }, input: text });
    if (text.trim() === "") refuse("required");
    else if (isTooLarge(text)) refuse("text-too-large");
  })
  .meta({ minLength: 1, description: `A text of at most ${LARGEST_TEXT_BYTES} bytes in UTF-8.` });

/** The text as it is kept; null where nothing is left of it, as of captions without words. */
export function readableText(text: string, fileName: string | null): KeptText | null {
  const kept = keepText(text, fileName);
  return kept.text.trim() === "" ? null : kept;
}

/** Tells that there is no text to be read. */
export const refuseNoText = (context: z.RefinementCtx, given: unknown) =>
  context.addIssue({ code: "custom", message: "required", path: ["text"], input: given });
