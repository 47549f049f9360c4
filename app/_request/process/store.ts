import { NOBODY } from "#db/change/actor.ts";
import { openStore } from "#db/engine/open.ts";
import type { Store } from "#db/store.ts";
import { getSettings } from "./settings.ts";

// On globalThis, so that development's reloads of this module keep the one open store.
const shelf = globalThis as typeof globalThis & { hindcastStore?: Promise<Store> };

/** The process's store, opened and brought up to date at the first call. Hindcast itself asks it. */
export function getStore(): Promise<Store> {
  const { database, databaseConnections } = getSettings();
  shelf.hindcastStore ??= openStore(database, { connections: databaseConnections }).catch(
    (error: unknown) => {
      // The next request tries again: what hindered it may be over.
      shelf.hindcastStore = undefined;
      throw error;
    },
  );
  return shelf.hindcastStore;
}

/** Closes the store, if one is open: the last to close a file empties its log into it. */
export async function closeStore(): Promise<void> {
  const store = await shelf.hindcastStore;
  await store?.close();
}

/** The same store, asked by whoever sent a request: nobody in particular, until what they send says their name. */
export const storeForRequest = async (): Promise<Store> => (await getStore()).as(NOBODY);
