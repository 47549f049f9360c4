import type { ForecastDetail } from "../../../../db/lists/forecast-detail.ts";
import { type Day, day, daysAfter, daysBetween, earlier, LAST_DAY, later } from "../../../../domain/day.ts";
import type { BalanceStep } from "../../../../domain/evidence/balance.ts";
import type { Stretch } from "../../../../domain/lists/axis.ts";
import { endOf } from "../../../../domain/window.ts";

/** Of the days shown, at most this part is still to come: a window decades ahead leaves the evidence no room. */
const MOST_AHEAD = 0.4;
/** A part of all days that is left free on either side, for the marks. */
const MARGIN = 0.03;

const FIRST_DAY = day("0001-01-01");

const beyond = (on: Day, days: number): Day =>
  daysBetween(on, LAST_DAY) > days ? daysAfter(on, days) : LAST_DAY;

/**
 * The days that the chart shows: from when it was said, or the first evidence, to today and as much of the window as
 * has room.
 */
export function stretchShown(
  forecast: Pick<ForecastDetail, "saidOn" | "dueFrom" | "dueBy" | "graceBy">,
  steps: readonly BalanceStep[],
  today: Day,
): Stretch {
  const from = earlier(forecast.saidOn, steps[0]?.on ?? today);
  const now = later(today, steps.at(-1)?.on ?? today);
  const past = Math.max(daysBetween(from, now), 30);
  const mostAhead = beyond(now, Math.round((past * MOST_AHEAD) / (1 - MOST_AHEAD)));
  const end = endOf(forecast) ?? forecast.dueFrom ?? now;
  const to = later(now, earlier(end, mostAhead));
  const margin = Math.ceil(MARGIN * Math.max(daysBetween(from, to), 30));
  const before = Math.min(margin, daysBetween(FIRST_DAY, from));
  return { from: daysAfter(from, -before), to: beyond(to, margin) };
}
