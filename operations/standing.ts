import { z } from "zod";
import { OUTCOMES, recordOf, STATUSES } from "#domain/vocabulary.ts";

const byOutcome = z.object(recordOf(OUTCOMES, () => z.int()));

/** How a source's or a speaker's forecasts stand: counts, and no percentage. */
export const standing = z.object({
  forecasts: z.int(),
  byStatus: z.object(recordOf(STATUSES, () => z.int())),
  byOutcome,
  recordedLate: z.object({ forecasts: z.int(), byOutcome }),
});
