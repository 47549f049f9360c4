import { networkInterfaces } from "node:os";
import { isUnavailable } from "../../db/store.ts";
import type { FetchPolicy } from "../../web/fetch/policy.ts";
import { type Keeper, startKeeping } from "../../web/keeping/keeper.ts";
import { currentMoment } from "./clock.ts";
import { getSettings } from "./settings.ts";
import { getStore } from "./store.ts";

// On globalThis: the start and the pages are built apart, and share one keeper.
const shelf = globalThis as typeof globalThis & { hindcastKeeper?: Keeper };

/** The policy of the settings, with all that is ourselves refused on top. */
function policyOfOurs(): FetchPolicy {
  const { keeping, origin } = getSettings();
  // The loopback ones are refused as such, unless the settings allow their range.
  const own = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address);
  const { policy } = keeping;
  return {
    ...policy,
    refusedRanges: [...policy.refusedRanges, ...own],
    refusedHosts: [...policy.refusedHosts, ...(origin === null ? [] : [new URL(origin).hostname])],
  };
}

/** Has this process keep pages from now on, unless the settings say that it does not fetch. */
export async function startKeeper(): Promise<void> {
  const { keeping } = getSettings();
  if (!keeping.fetches || shelf.hindcastKeeper !== undefined) return;
  const { cap, everyDays } = keeping;
  const store = await getStore();
  shelf.hindcastKeeper = startKeeping(
    { store, policy: policyOfOurs(), cap, everyDays, now: () => currentMoment().now },
    (error) => {
      if (!isUnavailable(error)) console.error("A page could not be kept:", error);
    },
  );
}

/** Tells the keeper that a visit was just asked for. */
export const nudgeKeeper = (): void => shelf.hindcastKeeper?.nudge();
