import { person } from "#db/change/actor.ts";
import type { Store } from "#db/store.ts";
import { day } from "#domain/day.ts";
import { seed } from "#seed/load.ts";

/** The day on which the interview's forecasts stand as the README shows them. */
export const TODAY = day("2026-11-23");
export const NOW = new Date("2026-11-23T09:00:00.123Z");

export const fillWithSeed = async (store: Store): Promise<void> => {
  await seed(store, NOW, TODAY);
};

export const MOMENT = { now: NOW, today: TODAY, timeZone: "UTC" };
/** Who asks the stores of tests, unless another one is named. */
export const ADA = person("Ada");
