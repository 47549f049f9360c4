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
