import type { Lane } from "./turns.ts";

// What the front knows of addresses: which methods they take, and how much work an answer is. A test holds the first to
// the routes that there are.

const READ = ["GET", "HEAD"];
const API_READ = ["GET", "HEAD", "OPTIONS"];

/** Which methods an address of its own takes; of two that fit, the first. `*` is one part, `**` all that follow. */
const METHODS: readonly (readonly [pattern: string, methods: readonly string[]])[] = [
  ["/forms/**", ["POST"]],
  ["/language", ["POST"]],
  ["/sources/new/read", ["POST"]],
  ["/api/v1/copies/*", API_READ],
  ["/api/v1/copies/*/difference", API_READ],
  ["/api/v1/evidence/*", [...API_READ, "PATCH"]],
  ["/api/v1/evidence/*/passage", ["DELETE", "OPTIONS", "PUT"]],
  ["/api/v1/evidence/*/visits", ["OPTIONS", "POST"]],
  ["/api/v1/evidence/*/withdrawal", ["OPTIONS", "POST"]],
  ["/api/v1/extractions", ["OPTIONS", "POST"]],
  ["/api/v1/forecasts", [...API_READ, "POST"]],
  ["/api/v1/forecasts/*", [...API_READ, "PATCH"]],
  ["/api/v1/forecasts/*/evidence", [...API_READ, "POST"]],
  ["/api/v1/forecasts/*/history", API_READ],
  ["/api/v1/forecasts/*/odds", API_READ],
  ["/api/v1/forecasts/*/restoration", ["OPTIONS", "POST"]],
  ["/api/v1/forecasts/*/reviews", ["OPTIONS", "POST"]],
  ["/api/v1/forecasts/*/verdicts", [...API_READ, "POST"]],
  ["/api/v1/forecasts/*/verdicts/*/withdrawal", ["OPTIONS", "POST"]],
  ["/api/v1/forecasts/*/withdrawal", ["OPTIONS", "POST"]],
  ["/api/v1/history", API_READ],
  ["/api/v1/horizon", ["OPTIONS", "POST"]],
  ["/api/v1/links", API_READ],
  ["/api/v1/pages", ["OPTIONS", "POST"]],
  ["/api/v1/pages/*", API_READ],
  ["/api/v1/sources", [...API_READ, "POST"]],
  ["/api/v1/sources/*/text", [...API_READ, "PUT"]],
  ["/api/v1/speakers", [...API_READ, "POST"]],
  ["/api/v1/timeline", API_READ],
  // Of an address that is none the API says that, however it is asked.
  ["/api/**", ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]],
];

/** A path without its query, as its parts. */
const partsOf = (target: string): readonly string[] =>
  (/^[^?#]*/.exec(target)?.[0] ?? "").split("/").filter((part) => part !== "");

const PATTERNS = METHODS.map(([pattern, methods]) => ({ pattern: partsOf(pattern), methods }));

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  const isOpenEnded = pattern.at(-1) === "**";
  const fixed = isOpenEnded ? pattern.slice(0, -1) : pattern;
  if (isOpenEnded ? parts.length < fixed.length : parts.length !== fixed.length) return false;
  return fixed.every((part, i) => part === "*" || part === parts[i]);
}

/**
 * The methods that an address takes, in order; whatever is no address of its own is a page.
 *
 * @example methodsOf("/api/v1/horizon") // ["OPTIONS", "POST"]
 */
export function methodsOf(target: string): readonly string[] {
  const parts = partsOf(target);
  return PATTERNS.find(({ pattern }) => fits(pattern, parts))?.methods ?? READ;
}

export const isApi = (target: string): boolean => /^\/api(?:\/|\?|$)/.test(target);
export const isHealth = (target: string): boolean => /^\/healthz(?:\?|$)/.test(target);
/** The original of a kept copy: bytes that a stranger made. */
export const isOfStranger = (target: string): boolean => /^\/copies\/[^/?]+\/bytes(?:\?|$)/.test(target);

const ALIKE = ["/forecasts", "/history", "/links", "/sources", "/speakers", "/timeline"];

/**
 * Whether all who ask for an address with the same headers may be given one answer: the lists and the API. A page with
 * a form that records something has a key in it, which is one person's.
 */
export function isAnsweredAlike(target: string): boolean {
  const path = `/${partsOf(target).join("/")}`;
  return path === "/" || isApi(target) || ALIKE.includes(path) || /^\/speakers\/[^/]+$/.test(path);
}

/** What costs next to nothing and waits for nobody: whether all is well, files, and our script. */
const CHEAP = /^\/(?:_next\/static|script)\/|^\/(?:healthz|language|favicon\.ico|icon\.svg)(?:\?|$)/;
/** What may take seconds: a whole text is read, or a whole copy sent. */
const LONG =
  /^\/sources\/[^/?]+\/read(?:\?|$)|^\/copies\/[^/?]+\/bytes(?:\?|$)|^\/api\/v1\/copies\/[^/?]+\/difference(?:\?|$)/;

/** In which lane a request waits for its turn; null for one that waits for none. What changes something has turns in the store. */
export function laneOf(method: string, target: string): Lane | null {
  if ((method !== "GET" && method !== "HEAD") || CHEAP.test(target)) return null;
  return LONG.test(target) ? "long" : "read";
}
