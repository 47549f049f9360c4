// What reads the records and what writes the page are built apart, and share one process and the request: the front
// gives each request a place for what one hands over to the other (front/request-scope.ts).
const scope = () =>
  (
    Reflect.get(globalThis, Symbol.for("hindcast.scope")) as { getStore(): string[] | undefined } | undefined
  )?.getStore();

/** Puts HTML aside for the one who writes the page, and says under which number. */
export function handOver(html: string): number {
  const handed = scope();
  if (handed === undefined) throw new Error("a page is rendered outside of a request");
  return handed.push(html) - 1;
}

/** What was put aside under a number. A page without it would be an empty one, so there is none. */
export function takeOver(handle: number): string {
  const html = scope()?.[handle];
  if (html === undefined) throw new Error(`nothing was handed over as ${handle} in this request`);
  return html;
}
