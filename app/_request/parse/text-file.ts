import { err, ok, type Result } from "#domain/result.ts";
import type { ShapeCode } from "#operations/field-error.ts";

/** The endings of the files that are read. */
export const TEXT_FILES = [".txt", ".md", ".srt", ".vtt"];
const READ_FILES = /\.(?:txt|md|markdown|srt|vtt)$/i;

/** The encoding that the first bytes of a file name; UTF-8 where they name none. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of an uploaded file: UTF-8, or UTF-16 with a byte-order mark. A file of another kind is told by its name, or
 * by the NUL that no text has; another encoding by what it makes of UTF-8.
 */
export function readTextFile(name: string, bytes: Uint8Array): Result<string, ShapeCode> {
  if (!READ_FILES.test(name)) return err("not-a-text-file");
  const text = decoded(bytes);
  if (text !== null) return text.includes("\0") ? err("not-a-text-file") : ok(text);
  return err(bytes.includes(0) ? "not-a-text-file" : "unknown-encoding");
}
