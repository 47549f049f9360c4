import { z } from "zod";
import { type KeptText, keepText, LARGEST_TEXT_BYTES } from "../../../domain/sources/transcript.ts";
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
  });

/** The text as it is kept; null where nothing is left of it, as of captions without words. */
export function readableText(text: string, fileName: string | null): KeptText | null {
  const kept = keepText(text, fileName);
  return kept.text.trim() === "" ? null : kept;
}
