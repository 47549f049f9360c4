import { createSource } from "../../../../db/source-create.ts";
import { findSource, listSources } from "../../../../db/sources.ts";
import { answerList, created } from "../../../_edge/api/answer.ts";
import { hindranceJson } from "../../../_edge/api/editing-json.ts";
import { type Asked, changing, reading } from "../../../_edge/api/handler.ts";
import { refused } from "../../../_edge/api/problem.ts";
import { sourceJson } from "../../../_edge/api/standing-json.ts";
import { parseSource } from "../../../_edge/parse/forecast-body.ts";
import { parseNoQuery } from "../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment }: Asked) =>
  answerList((await listSources(store.read, moment.today)).map(sourceJson)),
);

export const POST = changing(parseSource, async ({ draft, by }, { store, moment }: Asked) => {
  const made = await store.write((tx) => createSource(tx, draft, { by }, moment));
  if (!made.ok) return refused(made.error, hindranceJson);
  const source = await findSource(store.read, made.value.slug, moment.today);
  if (source === undefined) throw new Error(`${made.value.slug} is gone after it was recorded`);
  return created(sourceJson(source));
});
