import { err, ok, type Result } from "../../domain/result.ts";
import { MOST_BYTES_WITH_TEXT, readBytes } from "./api/body.ts";

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
    return ok(await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData());
  } catch {
    return err("broken");
  }
}
