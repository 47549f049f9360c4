import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import { findSpeaker, listSpeakers as list, type SpeakerRecord } from "#db/lists/speakers.ts";
import { createSpeaker } from "#db/sources/create-speaker.ts";
import { ok } from "#domain/result.ts";
import { nowhere } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import * as field from "./fields.ts";
import * as part from "./forecast-fields.ts";
import { change, read } from "./operation.ts";
import { standing } from "./standing.ts";

/** A speaker, and how their forecasts stand. */
const speaker = answer.shaped(
  (given: SpeakerRecord) => ({ ...given, name: answer.nameOf(given), names: given.name }),
  z.object({
    slug: z.string(),
    name: z.string(),
    names: answer.translated,
    role: answer.translated,
    standing,
  }),
);

export const listSpeakers = read({
  name: "listSpeakers",
  needs: "anyone",
  address: nowhere,
  input: field.nothing,
  answer: answer.pageOf(speaker),
  run: async (records, _address, _input, { moment }) =>
    ok({ items: await list(records, moment.today), nextCursor: null }),
});

export const recordSpeaker = change({
  name: "recordSpeaker",
  needs: "contributor",
  address: nowhere,
  input: z.strictObject({ ...part.speaker, by: field.by }),
  answer: speaker,
  current: z.null(),
  run: async (tx, _, { by, ...draft }, { moment }) => {
    const { slug } = await createSpeaker(asNamed(tx, by), draft, moment);
    const found = await findSpeaker(tx, slug, moment.today);
    if (found === undefined) throw new Error(`${slug} is gone after it was recorded`);
    return ok(found);
  },
});
