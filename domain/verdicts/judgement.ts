import type { Day } from "../day.ts";
import { type JudgedForecast, timingOf } from "../forecasts/timing.ts";
import type { Outcome } from "../vocabulary.ts";
import { endOf } from "../window.ts";

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

/** What a judge says, before it becomes a verdict. */
export interface Judgement {
  readonly outcome: Outcome;
  /** The day in the world; null where the outcome has none. */
  readonly happenedOn: Day | null;
  /** The day on which it could be known. */
  readonly knownOn: Day;
  /** "This can already be judged", said by the judge. */
  readonly alreadyJudgeable: boolean;
}

export type JudgementFaultCode =
  | "happened-required"
  | "happened-not-allowed"
  | "happened-before-said"
  | "happened-after-end"
  | "happened-not-after-end"
  | "happened-outside-window"
  | "happened-after-known"
  | "known-before-said"
  | "known-in-future"
  | "not-yet-judgeable";

/** A fault of a judgement: the field it stands beside, and the day the rule turns on where there is one. */
export interface JudgementFault {
  readonly field: "happenedOn" | "knownOn" | "alreadyJudgeable";
  readonly code: JudgementFaultCode;
  readonly day?: Day;
}

/**
 * Whether the judge has to say "this can already be judged": before the window opens, and, until the window and
 * any grace have passed, for the outcome that rests on nothing having happened (`false`; for a negative claim
 * `true`).
 */
export function needsJudgeableTick(forecast: JudgedForecast, outcome: Outcome, today: Day): boolean {
  const { dueFrom, negative } = forecast;
  if (dueFrom === null) return false;
  if (today < dueFrom) return true;
  const end = endOf(forecast);
  return outcome === (negative ? "true" : "false") && (end === null || today <= end);
}

function happenedFault(forecast: JudgedForecast, outcome: Outcome, on: Day | null): JudgementFault | null {
  const fault = (code: JudgementFaultCode, day?: Day): JudgementFault => ({ field: "happenedOn", code, day });
  const { saidOn, dueFrom, dueBy, negative } = forecast;
  const end = endOf(forecast);
  const hasDay = negative ? outcome === "false" : outcome !== "unclear" && outcome !== "void";
  const needsDay = outcome === (negative ? "false" : "true");
  if (on === null) return needsDay ? fault("happened-required") : null;
  if (!hasDay) return fault("happened-not-allowed");
  if (on < saidOn) return fault("happened-before-said", saidOn);
  if (negative) {
    const outside = (dueFrom !== null && on < dueFrom) || (dueBy !== null && on > dueBy);
    return outside ? fault("happened-outside-window", dueBy ?? dueFrom ?? undefined) : null;
  }
  if (outcome === "false") {
    if (end === null) return fault("happened-not-allowed");
    return on <= end ? fault("happened-not-after-end", end) : null;
  }
  return end !== null && on > end ? fault("happened-after-end", end) : null;
}

/**
 * Holds a judgement to the forecast's own days: `saidOn <= happenedOn <= knownOn <= today`, and the day that the
 * outcome asks for.
 *
 * - true: a day, `saidOn`..`end` (`end` = grace or `dueBy`; without one, no upper bound); partly: the same, or none;
 * - false: no day, or a later one than `end` ("did not come true in time; happened 7 months late");
 * - unclear and void: no day;
 * - a negative claim turns it round: false needs the day inside the window, every other outcome has none.
 *
 * @returns every fault, at most one a field; none when it fits
 */
export function judgementFaults(
  forecast: JudgedForecast,
  judgement: Judgement,
  today: Day,
): readonly JudgementFault[] {
  const { outcome, happenedOn, knownOn, alreadyJudgeable } = judgement;
  const faults: JudgementFault[] = [];
  const happened = happenedFault(forecast, outcome, happenedOn);
  if (happened !== null) faults.push(happened);
  else if (happenedOn !== null && happenedOn > knownOn) {
    faults.push({ field: "happenedOn", code: "happened-after-known", day: knownOn });
  }
  if (knownOn > today) faults.push({ field: "knownOn", code: "known-in-future", day: today });
  else if (knownOn < forecast.saidOn) {
    faults.push({ field: "knownOn", code: "known-before-said", day: forecast.saidOn });
  }
  if (!alreadyJudgeable && needsJudgeableTick(forecast, outcome, today)) {
    faults.push({
      field: "alreadyJudgeable",
      code: "not-yet-judgeable",
      day:
        (forecast.dueFrom !== null && today < forecast.dueFrom ? forecast.dueFrom : endOf(forecast)) ??
        undefined,
    });
  }
  return faults;
}
