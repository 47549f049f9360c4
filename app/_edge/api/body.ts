import { err, ok, type Result } from "../../../domain/result.ts";
import { problem } from "./problem.ts";

/** The largest body that is read. */
export const MOST_BYTES = 1024 * 1024;

const JSON_TYPE = /^application\/(?:json|[\w!#$&^.+-]+\+json)\s*(?:;|$)/i;

const refuse = (status: 400 | 413 | 415, detail: string) => err(problem(status, { detail }));
const tooLarge = () => refuse(413, `A body has at most ${MOST_BYTES} bytes.`);

/** Reads no further than it accepts, whatever the length was said to be. Null when there is more. */
async function readBytes(stream: ReadableStream<Uint8Array> | null): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseObject(bytes: Buffer): Result<unknown, Response> {
  try {
    const body: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return ok(body);
    return refuse(400, "A JSON object is accepted as the body.");
  } catch {
    return refuse(400, "The body is no JSON in UTF-8.");
  }
}

/** The JSON object that a request carries, or the answer that says why there is none to be had. */
export async function readBody({ headers, body }: Request): Promise<Result<unknown, Response>> {
  if (!JSON_TYPE.test(headers.get("content-type") ?? "")) {
    return refuse(415, "A body of the type application/json is accepted.");
  }
  if ((headers.get("content-encoding") ?? "identity") !== "identity") {
    return refuse(415, "A body that is not compressed is accepted.");
  }
  if (Number(headers.get("content-length")) > MOST_BYTES) return tooLarge();
  try {
    const bytes = await readBytes(body);
    return bytes === null ? tooLarge() : parseObject(bytes);
  } catch {
    return refuse(400, "The body broke off.");
  }
}
