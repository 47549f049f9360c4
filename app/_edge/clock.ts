import type { Moment } from "../../db/evidence.ts";
import { type Day, day } from "../../domain/day.ts";
import { getSettings } from "./settings.ts";

/** Made once for each zone: making one takes many times what telling a day by it takes. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made !== undefined) return made;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * The calendar day of an instant in a time zone.
 *
 * @example dayIn("Asia/Taipei", new Date("2026-11-22T16:00:00Z")) // "2026-11-23"
 */
export function dayIn(timeZone: string, now: Date): Day {
  const parts = formatIn(timeZone).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return day(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
}

/** What moment it is: the instant, and the day it counts as. Asked once a request. */
export function currentMoment(): Moment {
  const { timezone, pinnedToday } = getSettings();
  const now = new Date();
  return { now, today: pinnedToday ?? dayIn(timezone, now) };
}
