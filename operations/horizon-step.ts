import { z } from "zod";
import { calendarDay } from "./answer-fields.ts";

/** One step of how a window follows from words: the rule, the words it was given and the days it gave. */
export const horizonStep = z.object({
  rule: z.enum([
    "count",
    "opens-said",
    "calendar",
    "part",
    "next-to-come",
    "by",
    "before",
    "no-earlier",
    "after",
    "two-bounds",
    "under-way",
    "approximate",
    "negative",
  ]),
  words: z.string(),
  part: z.enum(["early", "mid", "late"]).optional(),
  span: z.object({ months: z.int(), days: z.int() }).optional(),
  from: calendarDay.optional(),
  to: calendarDay.nullable().optional(),
  edge: z.enum(["opens", "closes", "day"]).optional(),
});
