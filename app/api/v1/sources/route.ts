import { listSources } from "../../../../db/sources.ts";
import { answerList } from "../../../_edge/api/answer.ts";
import { type Asked, reading } from "../../../_edge/api/handler.ts";
import { sourceJson } from "../../../_edge/api/standing-json.ts";
import { parseNoQuery } from "../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment }: Asked) =>
  answerList((await listSources(store.read, moment.today)).map(sourceJson)),
);
