import { isUnavailable } from "#db/store.ts";
import { beforeEnd } from "#front/end.ts";
import { archiveAt } from "#web/keeping/archive.ts";
import { type Keeper, startKeeping } from "#web/keeping/keeper.ts";
import { currentMoment } from "../clock.ts";
import { failedForTheStore } from "../unavailable.ts";
import { getSettings } from "./settings.ts";
import { getStore } from "./store.ts";

// On globalThis: the start and the pages are built apart, and share one keeper.
const shelf = globalThis as typeof globalThis & { hindcastKeeper?: Keeper };

/** Has this process keep pages from now on, unless the settings say that it does not fetch. */
export function startKeeper(): void {
  const { fetches, archiveOrigin, ...settings } = getSettings().keeping;
  if (!fetches) return;
  const archive = archiveOrigin === null ? null : archiveAt(archiveOrigin);
  shelf.hindcastKeeper ??= startKeeping(
    async () => ({ ...settings, archive, store: await getStore(), now: () => currentMoment().now }),
    (error) => {
      // That the store is away is said by whoever asks for a page, and is over by itself.
      if (!isUnavailable(error) && failedForTheStore(error) === null)
        console.error("A page could not be kept:", error);
    },
  );
  // What is under way is given back, so that it counts as no attempt and another process can take it up at once.
  beforeEnd("meanwhile", async () => shelf.hindcastKeeper?.stop());
}

/** Tells the keeper that a visit was just asked for. */
export const nudgeKeeper = (): void => shelf.hindcastKeeper?.nudge();
