import { setReview } from "../../../../../../db/forecasts/reviews.ts";
import { created } from "../../../../../_edge/api/answer.ts";
import { type Asked, changing } from "../../../../../_edge/api/handler.ts";
import { refused } from "../../../../../_edge/api/problem.ts";
import { reviewJson } from "../../../../../_edge/api/review-json.ts";
import { verdictJson } from "../../../../../_edge/api/verdict-json.ts";
import { parseReview } from "../../../../../_edge/parse/bodies.ts";

export const dynamic = "force-dynamic";

export const POST = changing(
  parseReview,
  async ({ by, ...draft }, { store, moment, params: { slug } }: Asked<"slug">) => {
    const set = await store.write((tx) => setReview(tx, slug, draft, { by }, moment));
    if (!set.ok) return refused(set.error, verdictJson);
    return created(reviewJson(set.value));
  },
);
