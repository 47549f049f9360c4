import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import { isWithinGrace } from "#domain/forecasts/timing.ts";
import type { DueWindow } from "#domain/window.ts";
import type { Messages } from "#messages/en.ts";

/** The timing of a verdict in words; null where it has none. */
export function timingText(verdict: VerdictRecord, window: DueWindow, m: Messages): string | null {
  const { outcome, happenedOn, timing } = verdict;
  switch (timing.kind) {
    case "early":
      return m.timing.early(timing.days);
    case "on-time":
      return m.timing.onTime;
    case "late":
      if (outcome === "false") return m.timing.lateAfterFalse(timing.days);
      return happenedOn !== null && isWithinGrace(window, happenedOn)
        ? m.timing.lateInGrace(timing.days)
        : m.timing.late(timing.days);
    case "not-yet":
      return m.timing.notYet;
    case "none":
      return null;
    default:
      return timing.kind satisfies never;
  }
}
