/**
 * The outcome of something that may be refused for a reason the user can act on.
 * Anything else that goes wrong throws.
 *
 * @example
 * const parsed = parseDay("2026-02-30"); // { ok: false, error: "not-a-day" }
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
