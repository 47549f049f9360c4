import { err, ok, type Result } from "#domain/result.ts";
import { problem, unacceptable } from "./problem.ts";

/** As much of a path as is told: nobody reads further, and a hostile one has half a million steps. */
const MOST_STEPS = 20;

/** Of JSON, what has a meaning outside of its texts. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPENS_LIST = 0x5b;
const CLOSES_LIST = 0x5d;
const OPENS_OBJECT = 0x7b;
const CLOSES_OBJECT = 0x7d;

/** More keys and entries than this, or deeper ones, make no body that we know of: nothing reads on. */
const MOST_PARTS = 20_000;
const MOST_DEPTH = 20;

/** A list or an object that is not closed yet. */
interface Open {
  readonly isList: boolean;
  /** The keys of an object so far, made with the first: half a million empty sets would take their time. */
  keys: Set<string> | null;
  /** Where we are in it: at the value of this key, or of this place. */
  at: string | number;
}

/** Where a text ends that begins at a quotation mark: at the next one without an odd number of backslashes before it. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let escapes = 0;
    while (json.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return json.length;
}

/** A key as it is meant, however it is written: `"\u0061"` is `"a"`. */
function keyIn(json: string, start: number, end: number): string {
  const written = json.slice(start + 1, end);
  if (!written.includes("\\")) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    // No JSON: whoever parses the whole of it says so.
    return written;
  }
}

const isBlank = (unit: number) => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;

function isKey(json: string, end: number): boolean {
  let next = end + 1;
  while (isBlank(json.charCodeAt(next))) next += 1;
  return json.charCodeAt(next) === COLON;
}

const pathOf = (open: readonly Open[]): string =>
  open
    .slice(0, MOST_STEPS)
    .map(({ at }) => at)
    .join(".");

/** What is known of a JSON text before it is parsed. */
interface Survey {
  /** The first key that an object has twice, by its path; null where none has. */
  readonly twice: string | null;
  /** Whether it has more parts, or deeper ones, than any body of ours. */
  readonly isTooMuch: boolean;
}

/**
 * Looks a JSON text over, in one pass, whatever is sent: JSON.parse takes the last of two keys without a word, so that
 * what is stored may be another thing than what a reader before us has looked at, and builds whatever it is told to.
 *
 * @param json what may be JSON; of what is none, nothing is told that counts
 * @example surveyed('{"claim":{"en":"A","\\u0065n":"B"}}') // { twice: "claim.en", isTooMuch: false }
 */
export function surveyed(json: string): Survey {
  const open: Open[] = [];
  let twice: string | null = null;
  let parts = 0;
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    const inside = open[open.length - 1];
    if (unit === OPENS_OBJECT || unit === OPENS_LIST) {
      parts += 1;
      open.push({ isList: unit === OPENS_LIST, keys: null, at: unit === OPENS_LIST ? 0 : "" });
    } else if (unit === CLOSES_OBJECT || unit === CLOSES_LIST) open.pop();
    else if (unit === COMMA) {
      parts += 1;
      if (typeof inside?.at === "number") inside.at += 1;
    } else if (unit === QUOTE) {
      const end = endOfText(json, i);
      if (inside !== undefined && !inside.isList && isKey(json, end)) {
        const key = keyIn(json, i, end);
        inside.at = key;
        if (inside.keys?.has(key)) twice ??= pathOf(open);
        inside.keys ??= new Set();
        inside.keys.add(key);
      }
      i = end;
    }
    if (parts > MOST_PARTS || open.length > MOST_DEPTH) return { twice, isTooMuch: true };
  }
  return { twice, isTooMuch: false };
}

/** How large a body may be, by what it brings. */
export const MOST_BYTES = {
  /** What most do: a record with a few texts. */
  usual: 64 * 1024,
  /** A record with long texts in both languages. */
  long: 256 * 1024,
  /** A whole text, of which JSON and forms make more than it is; or many records. */
  withText: 5 * 1024 * 1024,
} as const;

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

/** A body as it was read, and as it came. */
interface Body {
  readonly value: object;
  readonly bytes: Uint8Array;
}

function parseObject(bytes: Buffer): Result<Body, Response> {
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const { twice, isTooMuch } = surveyed(json);
    if (isTooMuch) {
      return refuse(
        400,
        `A body has at most ${MOST_PARTS} keys and entries, at most ${MOST_DEPTH} within each other.`,
      );
    }
    const body: unknown = JSON.parse(json);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) {
      return twice === null
        ? ok({ value: body, bytes })
        : err(unacceptable([{ field: twice, code: "sent-twice" }]));
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
  { mostBytes: most = MOST_BYTES.usual, mayBeLeftOut = false }: BodyRule = {},
): Promise<Result<Body, Response>> {
  if (mayBeLeftOut && headers.get("content-type") === null && (await isEmpty(body))) {
    return ok({ value: {}, bytes: new Uint8Array() });
  }
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
