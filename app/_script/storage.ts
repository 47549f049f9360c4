/** What a browser stores for a site, as far as it does: it may be full, or not be allowed to. Then nothing is kept. */
export interface Shelf {
  readonly read: (key: string) => string | null;
  readonly keep: (key: string, value: string) => void;
  readonly drop: (key: string) => void;
  readonly keys: () => readonly string[];
}

function shelf(open: () => Storage): Shelf {
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(open());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => attempt((storage) => storage.getItem(key), null),
    keep: (key, value) => attempt((storage) => storage.setItem(key, value), undefined),
    drop: (key) => attempt((storage) => storage.removeItem(key), undefined),
    keys: () => attempt((storage) => Object.keys(storage), []),
  };
}

/** Until it is dropped. */
export const forGood = shelf(() => localStorage);
/** While this tab is open. */
export const inThisTab = shelf(() => sessionStorage);

/** What was stored as JSON; an empty object where it is none, since anything may have been stored. */
export function parsed(stored: string | null): object {
  try {
    return Object(JSON.parse(stored ?? "null"));
  } catch {
    return {};
  }
}
