import type { Day } from "../day.ts";

/**
 * Whether a forecast was put on record after its window had opened. By then somebody could have seen how it goes, and
 * have picked it for that, so such forecasts are marked and counted apart. One without a window is never late.
 *
 * @example isRecordedLate(day("2026-11-23"), day("2026-09-10")) // true
 * @example isRecordedLate(day("2026-09-10"), day("2026-09-10")) // false: on the day it opens is in time
 */
export const isRecordedLate = (recordedOn: Day, dueFrom: Day | null): boolean =>
  dueFrom !== null && recordedOn > dueFrom;
