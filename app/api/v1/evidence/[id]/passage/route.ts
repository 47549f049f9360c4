import { markWords, unmarkPassage } from "#db/evidence/passages.ts";
import { answer } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, changing } from "../../../../../_request/api/handler.ts";
import { refused } from "../../../../../_request/api/problem.ts";
import { parsePassage, parseUnmarking } from "../../../../../_request/parse/bodies.ts";
import { evidenceJson } from "../../../../_json/evidence.ts";

export const dynamic = "force-dynamic";

export const PUT = changing(
  parsePassage,
  async ({ by, ...passage }, { store, moment: { now }, params: { id } }: ApiRequest<"id">) => {
    const marked = await store.write((tx) => markWords(tx, id, passage, { by }, now));
    if (!marked.ok) return refused(marked.error, evidenceJson);
    return answer(evidenceJson(marked.value));
  },
);

export const DELETE = changing(
  parseUnmarking,
  async ({ by }, { store, moment: { now }, params: { id } }: ApiRequest<"id">) => {
    const unmarked = await store.write((tx) => unmarkPassage(tx, id, { by }, now));
    if (!unmarked.ok) return refused(unmarked.error, evidenceJson);
    return answer(evidenceJson(unmarked.value));
  },
  { mayBeLeftOut: true },
);
