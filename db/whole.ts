import type { Result } from "../domain/result.ts";
import type { Store, Writer } from "./store.ts";

class Undone<E> extends Error {
  override name = "Undone";
  readonly refusal: E;
  constructor(refusal: E) {
    super("A part was refused, so that none of the whole is kept.");
    this.refusal = refusal;
  }
}

/** Runs a change of several parts as one: where it is refused after some of them were stored, none of them stays. */
export async function writeWhole<T, E>(
  store: Store,
  change: (tx: Writer) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  try {
    return await store.write(async (tx) => {
      const result = await change(tx);
      if (!result.ok) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.refusal;
    throw error;
  }
}
