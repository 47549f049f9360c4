import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import { setReview as set } from "#db/forecasts/reviews.ts";
import { bySlug } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import * as field from "./fields.ts";
import { change } from "./operation.ts";
import { verdict } from "./verdicts.ts";

/** A look that was taken at an undated forecast. */
const review = z.object({
  id: z.string(),
  forecast: z.string(),
  previousReviewOn: answer.dayOrNull,
  reviewOn: answer.calendarDay,
  note: z.string(),
  recordedAt: answer.instant,
  by: answer.shownName,
});

/** Notes what was seen, and sets the next review date. */
export const setReview = change({
  name: "setReview",
  needs: "contributor",
  address: bySlug,
  input: z.strictObject({ reviewOn: field.day, note: field.text(2000), by: field.by }),
  answer: review,
  current: verdict,
  run: (tx, { slug }, { by, ...draft }, { moment }) => set(asNamed(tx, by), slug, draft, moment),
});
