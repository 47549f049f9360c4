import { fingerprintOf, parseIdempotencyKey } from "#db/change/idempotency-key.ts";
import { type KeyedChange, type KeyReused, once } from "#db/change/once.ts";
import type { Writer } from "#db/store.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { notAKey } from "./problem.ts";

/** An answer to a change as it is sent. All of it is made in the change's own transaction. */
export interface ChangeAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** A body with the key that it was sent under, where it came with one. */
export function keyed(
  { headers, method, url }: Request,
  body: unknown,
  bytes: Uint8Array,
): Result<{ readonly body: unknown; readonly sentAs: KeyedChange | null }, Response> {
  const header = headers.get("idempotency-key");
  if (header === null) return ok({ body, sentAs: null });
  const key = parseIdempotencyKey(header);
  if (!key.ok) return err(notAKey());
  const { pathname, search } = new URL(url);
  const fingerprint = fingerprintOf({ method, address: pathname + search, body: bytes });
  return ok({ body, sentAs: { scope: "anyone", key: key.value, fingerprint } });
}

/** Makes a change; under a key, unless it was made before: then the answer of that time is given again. */
export async function madeOnce<E>(
  tx: Writer,
  sentAs: KeyedChange | null,
  now: Date,
  work: () => Promise<Result<ChangeAnswer, E>>,
): Promise<Result<ChangeAnswer & { readonly isRepeated: boolean }, E | KeyReused>> {
  if (sentAs === null) {
    const made = await work();
    return made.ok ? ok({ ...made.value, isRepeated: false }) : made;
  }
  const answered = await once(tx, sentAs, now, async () => {
    const made = await work();
    if (!made.ok) return made;
    const { status, headers, body } = made.value;
    return ok({ status, location: headers.location ?? null, body });
  });
  if (!answered.ok) return answered;
  const { answer, isRepeated } = answered.value;
  const { status, location, body } = answer;
  const headers = new Map(location === null ? [] : [["location", location] as const]);
  return ok({ status, headers: Object.fromEntries(headers), body: body ?? "", isRepeated });
}
