import type { Day } from "#domain/day.ts";

/** A record as its editor saw it, and why they change it. */
export interface ChangeBasis {
  readonly revision: number;
  readonly reason: string | null;
}

/** When a change is made. */
export interface Moment {
  readonly now: Date;
  readonly today: Day;
}

/** The same for what counts days of other instants as well, in a zone by its name, like `Asia/Taipei`. */
export interface ZonedMoment extends Moment {
  readonly timeZone: string;
}

/** The fault of a page that would be published after today; null where it is none. */
