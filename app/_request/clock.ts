import type { ZonedMoment } from "#db/change/moment.ts";
import { dayIn } from "#domain/day.ts";
import { getSettings } from "./process/settings.ts";

/** What moment it is: the instant, the day it counts as, and in which zone. Asked once a request. */
export function currentMoment(): ZonedMoment {
  const { timezone, pinnedToday } = getSettings();
  const now = new Date();
  return { now, today: pinnedToday ?? dayIn(timezone, now), timeZone: timezone };
}
