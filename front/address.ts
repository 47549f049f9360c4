/** Carries the address that was asked for to the pages, which the framework tells only to its script in the browser. */
export const ADDRESS_HEADER = "x-hindcast-address";

/**
 * The path and the query of a request's target, as they may stand in a page and in a header; "/" where they may not.
 *
 * @example addressOf("http://localhost:3000/forecasts?q=a") // "/forecasts?q=a"
 */
export function addressOf(target: string): string {
  const address = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").replace(/#.*$/, "");
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(address) ? address : "/";
}

const WHOLE = /^https?:\/\//i;
/** A part of a path that leads up or stays, however it is written. */
const DOTS = /[/\\](?:\.|%2e){1,2}(?=[/\\]|$)/i;

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * A request's target as the framework reads it, so that what is decided here is decided of the address that is answered:
 * without a host, without parts that lead up. What is no character is taken as it is written.
 *
 * @example targetOf("/_next/%2e%2e/timeline?a=b") // "/timeline?a=b"
 */
export function targetOf(target: string): string {
  const address = WHOLE.test(target) ? addressOf(target) : target;
  const [said = ""] = address.split(/[?#]/, 1);
  const path = said.startsWith("/") && DOTS.test(said) ? new URL(`http://localhost${said}`).pathname : said;
  return (isDecodable(path) ? path : path.replaceAll("%", "%25")) + address.slice(said.length);
}

/** Whether a request asks for an address at all. */
export const isTarget = (method: string, target: string): boolean =>
  target.startsWith("/") || WHOLE.test(target) || (method === "OPTIONS" && target === "*");
