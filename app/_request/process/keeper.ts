import { isUnavailable } from "#db/store.ts";
import { archiveAt } from "#web/keeping/archive.ts";
import { type Keeper, startKeeping } from "#web/keeping/keeper.ts";
import { currentMoment } from "../clock.ts";
import { failedForTheStore } from "../unavailable.ts";
import { getSettings } from "./settings.ts";
import { getStore } from "./store.ts";

/** How long an end waits for what is to be done first. Whoever asked for it is likely to kill us after ten seconds. */
const MOST_MS = 5_000;

/**
 * Has some work done before a signal ends this process. Whoever listens already hears of it only then: the server among
 * them, which ends the process as soon as no request is under way.
 */
function beforeEnd(work: () => Promise<void>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const others = process.listeners(signal);
    let isEnding = false;
    const onSignal = async () => {
      if (isEnding) return;
      isEnding = true;
      const late = new Promise<void>((resolve) => setTimeout(resolve, MOST_MS));
      // What is not done is taken up again by whoever comes next.
      await Promise.race([work().catch(() => undefined), late]);
      process.off(signal, onSignal);
      for (const other of others) process.on(signal, other);
      process.kill(process.pid, signal);
    };
    process.removeAllListeners(signal);
    process.on(signal, onSignal);
  }
}

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
  beforeEnd(async () => shelf.hindcastKeeper?.stop());
}

/** Tells the keeper that a visit was just asked for. */
export const nudgeKeeper = (): void => shelf.hindcastKeeper?.nudge();
