import { createHash } from "node:crypto";
import { err, ok, type Result } from "#domain/result.ts";

/** A key has at most as many characters. */
export const LONGEST_KEY = 255;

export type KeyFault = "key-empty" | "key-too-long" | "not-a-key";

/** A text of RFC 8941 (section 3.3.3): printable ASCII in quotes, with a backslash before a quote or a backslash. */
const QUOTED = /^"(?:[ !#-[\]-~]|\\["\\])*"$/;
/** Visible ASCII. With a quote in it, it is one of the above that lost its other quote. */
const BARE = /^[!#-~]*$/;

const unquoted = (sent: string) => sent.slice(1, -1).replace(/\\(["\\])/g, "$1");

/**
 * The key in an `Idempotency-Key`, which may be quoted or bare: both are the same key.
 *
 * @param sent the header's value; where a request has several, they come joined by a comma and a space, and are no key
 * @example parseIdempotencyKey('"8e03978e"') // { ok: true, value: "8e03978e" }
 */
export function parseIdempotencyKey(sent: string): Result<string, KeyFault> {
  const isQuoted = QUOTED.test(sent);
  if (!isQuoted && !BARE.test(sent)) return err("not-a-key");
  const key = isQuoted ? unquoted(sent) : sent;
  if (key === "") return err("key-empty");
  return key.length > LONGEST_KEY ? err("key-too-long") : ok(key);
}

/** What is sent under a key. */
export interface SentChange {
  readonly method: string;
  /** Path and query. */
  readonly address: string;
  /** As it came, before anything is made of it; of a form, a text of its fields without the key itself. */
  readonly body: string | Uint8Array;
}

/** A SHA-256 hash by which it is told whether the same was sent again: another method or address is another change. */
export const fingerprintOf = ({ method, address, body }: SentChange): string =>
  createHash("sha256")
    // One line, whatever is in it, so that nothing of an address can be taken for the beginning of a body.
    .update(`${JSON.stringify([method, address])}\n`)
    .update(body)
    .digest("hex");
