import { fingerprintOf, parseIdempotencyKey } from "#db/change/idempotency-key.ts";
import { type KeyedChange, type KeyReused, type OnceAnswer, once } from "#db/change/once.ts";
import type { Writer } from "#db/store.ts";
import { ok, type Result } from "#domain/result.ts";
import { KEY_FIELD } from "../../_words/form-state.ts";

/**
 * Under what a form is recorded once, however often it is sent. A key that is none is as if there were none: no person
 * has typed it.
 *
 * @param path that it was sent to
 * @param fields what it says, where that is not all in its own fields as they are
 */
export function sentAs(
  form: FormData,
  path: string,
  fields: unknown = [...form].filter(([name]) => name !== KEY_FIELD),
): KeyedChange | null {
  const typed = form.get(KEY_FIELD);
  const key = typeof typed === "string" ? parseIdempotencyKey(typed) : null;
  if (!key?.ok) return null;
  const fingerprint = fingerprintOf({ method: "POST", address: path, body: JSON.stringify(fields) });
  return { scope: "anyone", key: key.value, fingerprint };
}

/**
 * Makes the change that a form asks for, unless it was made under its key before.
 *
 * @param work makes it, and says where what was made is to be seen
 */
export async function changeOnce<E>(
  tx: Writer,
  keyed: KeyedChange | null,
  now: Date,
  work: () => Promise<Result<string, E>>,
): Promise<Result<OnceAnswer, E | KeyReused>> {
  const answered = async () => {
    const made = await work();
    return made.ok ? ok({ status: 303, location: made.value, body: null }) : made;
  };
  if (keyed !== null) return once(tx, keyed, now, answered);
  const made = await answered();
  return made.ok ? ok({ answer: made.value, isRepeated: false }) : made;
}
