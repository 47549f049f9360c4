import type { Day } from "../day.ts";
import { type JudgedForecast, timingOf } from "../forecasts/timing.ts";
import { type Judgement, judgementFaults } from "./judgement.ts";

/**
 * Whether a standing verdict would no longer be what was decided: it would break the rules for its days, or its
 * timing, which is worked out from the window, would read differently. Such a change is refused, since it would
 * rewrite what somebody judged; the verdict is withdrawn first, and given again for the new window.
 *
 * @example a window that is moved past the day it happened on, which was "on time" and would be "early" // true
 */
export function wouldChangeVerdict(
  before: JudgedForecast,
  after: JudgedForecast,
  verdict: Judgement,
  today: Day,
): boolean {
  if (judgementFaults(after, verdict, today).length > 0) return true;
  const [was, is] = [before, after].map((forecast) =>
    timingOf(forecast, verdict.outcome, verdict.happenedOn),
  );
  return was?.kind !== is?.kind || was?.days !== is?.days;
}
