import { setReview } from "#db/forecasts/reviews.ts";
import { created } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, changing } from "../../../../../_request/api/handler.ts";
import { refused } from "../../../../../_request/api/problem.ts";
import { parseReview } from "../../../../../_request/parse/bodies.ts";
import { reviewJson, verdictJson } from "../../../../_json/verdict.ts";

export const dynamic = "force-dynamic";

export const POST = changing(
  parseReview,
  async ({ by, ...draft }, { store, moment, params: { slug } }: ApiRequest<"slug">) => {
    const set = await store.write((tx) => setReview(tx, slug, draft, { by }, moment));
    if (!set.ok) return refused(set.error, verdictJson);
    return created(reviewJson(set.value));
  },
);
