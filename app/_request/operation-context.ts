import type { OperationContext } from "#operations/operation.ts";
import { currentMoment } from "./clock.ts";
import { readsPages } from "./process/settings.ts";

/** What every operation works with, now. */
export const contextNow = (): OperationContext => ({
  moment: currentMoment(),
  fetches: readsPages(),
});
