import { type Day, day } from "#domain/day.ts";

/** The day that an instant falls on in UTC: enough for commands, which judge nothing by it. */
export const clockDay = (now: Date): Day => day(now.toISOString().slice(0, 10));
