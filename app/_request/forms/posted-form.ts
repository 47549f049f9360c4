import { err, ok, type Result } from "#domain/result.ts";
import { MOST_BYTES_WITH_TEXT, readBytes } from "../api/body.ts";

/** More than any form of ours has. */
const MOST_ENTRIES = 200;

/** Reads a form that brings a text or a file, and no more of it than is accepted. */
export async function readPostedForm({
  headers,
  body,
}: Request): Promise<Result<FormData, "too-large" | "broken">> {
  if (Number(headers.get("content-length")) > MOST_BYTES_WITH_TEXT) return err("too-large");
  try {
    const bytes = await readBytes(body, MOST_BYTES_WITH_TEXT);
    if (bytes === null) return err("too-large");
    const type = headers.get("content-type") ?? "";
    if (!type.startsWith("multipart/form-data")) return err("broken");
    const answer = new Response(new Uint8Array(bytes), { headers: { "content-type": type } });
    const form = await answer.formData();
    return [...form.keys()].length > MOST_ENTRIES ? err("broken") : ok(form);
  } catch {
    return err("broken");
  }
}
