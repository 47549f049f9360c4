// On globalThis: what reads the records and what writes the page are built apart, and share one process.
const shelf = globalThis as typeof globalThis & {
  hindcastHanded?: Map<number, string>;
  hindcastHandles?: number;
};

/** A page that breaks off leaves behind what nobody takes; so many are kept, and the oldest makes room. */
const MOST_KEPT = 1000;

/** Puts HTML aside for the one who writes the page, and says under which number. */
export function handOver(html: string): number {
  shelf.hindcastHanded ??= new Map();
  const handed = shelf.hindcastHanded;
  const handle = (shelf.hindcastHandles ?? 0) + 1;
  shelf.hindcastHandles = handle;
  handed.set(handle, html);
  const [oldest] = handed.keys();
  if (handed.size > MOST_KEPT && oldest !== undefined) handed.delete(oldest);
  return handle;
}

/** Takes what was put aside under a number, once. */
export function takeOver(handle: number): string {
  const html = shelf.hindcastHanded?.get(handle) ?? "";
  shelf.hindcastHanded?.delete(handle);
  return html;
}
