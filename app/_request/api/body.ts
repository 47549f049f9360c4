import { err, ok, type Result } from "../../../domain/result.ts";
import { problem, unacceptable } from "./problem.ts";
import { repeatedKey } from "./repeated-key.ts";

/** The largest body that is read, save where a text comes with it. */
export const MOST_BYTES = 1024 * 1024;
/** The largest body that may bring a text: JSON and forms make more of it than it is. */
export const MOST_BYTES_WITH_TEXT = 5 * 1024 * 1024;

const JSON_TYPE = /^application\/(?:json|[\w!#$&^.+-]+\+json)\s*(?:;|$)/i;

const refuse = (status: 400 | 413 | 415, detail: string) => err(problem(status, { detail }));
const tooLarge = (most: number) => refuse(413, `A body has at most ${most} bytes.`);

/** Reads no further than it accepts, whatever the length was said to be. Null when there is more. */
export async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseObject(bytes: Buffer): Result<unknown, Response> {
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const body: unknown = JSON.parse(json);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) {
      const twice = repeatedKey(json);
      return twice === null ? ok(body) : err(unacceptable([{ field: twice, code: "sent-twice" }]));
    }
    return refuse(400, "A JSON object is accepted as the body.");
  } catch {
    return refuse(400, "The body is no JSON in UTF-8.");
  }
}

/** What may be said of the body that a request carries. */
export interface BodyRule {
  readonly mostBytes?: number;
  /** Nothing sent is an empty object: there is nothing that has to be said. */
  readonly mayBeLeftOut?: boolean;
  /** It changes what others may have changed meanwhile, so it names the revision that was seen. */
  readonly namesRevision?: boolean;
}

async function isEmpty(body: ReadableStream<Uint8Array> | null): Promise<boolean> {
  const bytes = await readBytes(body, 0).catch(() => null);
  return bytes !== null;
}

/** The JSON object that a request carries, or the answer that says why there is none to be had. */
export async function readBody(
  { headers, body }: Request,
  { mostBytes: most = MOST_BYTES, mayBeLeftOut = false }: BodyRule = {},
): Promise<Result<unknown, Response>> {
  if (mayBeLeftOut && headers.get("content-type") === null && (await isEmpty(body))) return ok({});
  if (!JSON_TYPE.test(headers.get("content-type") ?? "")) {
    return refuse(415, "A body of the type application/json is accepted.");
  }
  if ((headers.get("content-encoding") ?? "identity") !== "identity") {
    return refuse(415, "A body that is not compressed is accepted.");
  }
  if (Number(headers.get("content-length")) > most) return tooLarge(most);
  try {
    const bytes = await readBytes(body, most);
    return bytes === null ? tooLarge(most) : parseObject(bytes);
  } catch {
    return refuse(400, "The body broke off.");
  }
}
