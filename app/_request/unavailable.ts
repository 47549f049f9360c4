import { type Hindrance, storeErrorOf } from "#db/store.ts";

const innermost = (error: Error): Error => (error.cause instanceof Error ? innermost(error.cause) : error);

// On globalThis: pages, routes and the proxy are built apart, and share one store and its errors.
const shelf = globalThis as typeof globalThis & { hindcastTold?: WeakSet<Error> };

/** The store throws one and the same error while what hinders it lasts, so that the log has a line and not a flood. */
function isTold(error: Error): boolean {
  shelf.hindcastTold ??= new WeakSet();
  const told = shelf.hindcastTold.has(error);
  shelf.hindcastTold.add(error);
  return told;
}

/**
 * What hindered the store, when a request failed for that: it does not answer, is not where it was, or has no room.
 * Whoever runs the server is told in a line: where the request was just then explains nothing.
 */
export function failedForTheStore(error: unknown): Hindrance | null {
  const found = storeErrorOf(error);
  if (found === null) return null;
  if (!isTold(found.error)) {
    const isKnown = found.hindrance !== "unavailable";
    console.error(
      isKnown ? found.error.message : `The store does not answer (${innermost(found.error).message}).`,
    );
  }
  return found.hindrance;
}
