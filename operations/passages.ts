import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import { markWords, unmarkPassage as unmark } from "#db/evidence/passages.ts";
import { byId } from "./addresses.ts";
import { evidence } from "./evidence-answers.ts";
import * as field from "./fields.ts";
import { change } from "./operation.ts";

/** As much as may be marked of a copy, in characters. */
const LONGEST_PASSAGE = 5000;

/** Marks the words of a copy that an entry rests on. */
export const markPassage = change({
  name: "markPassage",
  needs: "contributor",
  address: byId,
  input: z.strictObject({
    copyId: field.givenId,
    words: field.text(LONGEST_PASSAGE),
    startsAt: field.place
      .nullish()
      .transform((given) => given ?? null)
      .describe("Where they stand, where the copy has them more than once: a UTF-16 offset."),
    by: field.by,
  }),
  answer: evidence,
  current: evidence,
  run: (tx, { id }, { by, ...passage }, { moment }) => markWords(asNamed(tx, by), id, passage, moment.now),
});

/** Lets go of them. */
export const unmarkPassage = change({
  name: "unmarkPassage",
  needs: "contributor",
  address: byId,
  input: z.strictObject({ by: field.by }),
  answer: evidence,
  current: evidence,
  run: (tx, { id }, { by }, { moment }) => unmark(asNamed(tx, by), id, moment.now),
});
