import { isUnavailable } from "../../db/store.ts";

const innermost = (error: Error): Error => (error.cause instanceof Error ? innermost(error.cause) : error);

/**
 * Whether a request failed because the store does not answer. Whoever runs the server is told in a line: where the
 * request was just then explains nothing.
 */
export function failedForTheStore(error: unknown): boolean {
  if (!isUnavailable(error) || !(error instanceof Error)) return false;
  console.error(`The store does not answer (${innermost(error).message}).`);
  return true;
}
