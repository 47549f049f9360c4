import type { Actor, Writer } from "../store.ts";

/** Hindcast itself: who opens a store, until somebody else asks it. */
export const SYSTEM: Actor = { kind: "system", id: "system", name: "Hindcast" };

/** Somebody by the name that they typed; null where they typed none. */
export const person = (name: string | null): Actor => ({ kind: "person", id: null, name });

/** Nobody in particular. */
export const NOBODY: Actor = person(null);

/** The same handle of a store, asked by somebody: of their own, since one handle may serve many at once. */
export function askedBy<Handle extends object>(
  handle: Handle,
  actor: Actor,
): Handle & { readonly actor: Actor } {
  return Object.create(handle, { actor: { value: actor, enumerable: true } });
}

/**
 * The same change, made by the person of a typed name. Who is known by more than what they type stays who they are,
 * whatever they type.
 */
export const asNamed = (tx: Writer, name: string | null): Writer =>
  tx.actor.kind === "person" ? askedBy(tx, person(name)) : tx;
