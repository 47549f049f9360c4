import { findSpeaker, listSpeakers } from "#db/lists/speakers.ts";
import { createSpeaker } from "#db/sources/create-speaker.ts";
import { answerList, created } from "../../../_request/api/answer.ts";
import { type ApiRequest, changing, reading } from "../../../_request/api/handler.ts";
import { parseSpeaker } from "../../../_request/parse/forecast-body.ts";
import { parseNoQuery } from "../../../_request/parse/query.ts";
import { speakerJson } from "../../_json/standing.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment }: ApiRequest) =>
  answerList((await listSpeakers(store.read, moment.today)).map(speakerJson)),
);

export const POST = changing(parseSpeaker, async ({ draft, by }, { store, moment }: ApiRequest) => {
  const made = await store.write((tx) => createSpeaker(tx, draft, { by }, moment));
  const speaker = await findSpeaker(store.read, made.slug, moment.today);
  if (speaker === undefined) throw new Error(`${made.slug} is gone after it was recorded`);
  return created(speakerJson(speaker));
});
