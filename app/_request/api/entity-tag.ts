import { createHash } from "node:crypto";

/** Enough of a hash that no two answers have the same. */
const HASH_LENGTH = 22;

const revisionOf = (body: unknown): number | null =>
  typeof body === "object" && body !== null && "revision" in body && typeof body.revision === "number"
    ? body.revision
    : null;

/**
 * The ETag of an answer (RFC 9110, section 8.8.3): strong for a record that has a revision, which stands before the dot;
 * weak for all else, which nobody can change by its tag.
 *
 * @param json the body as it is sent, before anything is compressed
 * @example entityTag({ revision: 3 }, '{"revision":3}') // '"r3.uJ5...' and so on
 */
export function entityTag(body: unknown, json: string): string {
  const hash = createHash("sha256").update(json).digest("base64url").slice(0, HASH_LENGTH);
  const revision = revisionOf(body);
  return revision === null ? `W/"${hash}"` : `"r${revision}.${hash}"`;
}

const EVERYTHING = "*";
const tagsIn = (header: string): readonly string[] => header.match(/(?:W\/)?"[^"]*"/g) ?? [];
const opaque = (tag: string): string => tag.replace(/^W\//, "");

/** Whether who asks has the answer already: `If-None-Match`, compared weakly, as RFC 9110 has it for reading. */
export const isKnown = (ifNoneMatch: string | null, tag: string): boolean =>
  ifNoneMatch !== null &&
  (ifNoneMatch.trim() === EVERYTHING || tagsIn(ifNoneMatch).some((known) => opaque(known) === opaque(tag)));

/**
 * The revision that an edit was made on, as `If-Match` names it: what stands after the dot, of a record that looks
 * another today than yesterday, is not compared.
 *
 * @returns null where nothing is named ("*" is everything), "none" for what cannot be the tag of a record
 * @example matchedRevision('"r3.uJ5"') // 3
 */
export function matchedRevision(ifMatch: string | null): number | "none" | null {
  if (ifMatch === null || ifMatch.trim() === EVERYTHING) return null;
  const [, revision] = /^\s*"r(\d{1,15})\.[\w-]+"\s*$/.exec(ifMatch) ?? [];
  return revision === undefined ? "none" : Number(revision);
}
