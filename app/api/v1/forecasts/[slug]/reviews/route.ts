import type { Refusal } from "../../../../../../db/refusal.ts";
import { setReview } from "../../../../../../db/reviews.ts";
import type { Reader } from "../../../../../../db/store.ts";
import type { VerdictRecord } from "../../../../../../db/verdict-record.ts";
import { listVerdicts } from "../../../../../../db/verdicts.ts";
import { created } from "../../../../../_edge/api/answer.ts";
import { type Asked, changing } from "../../../../../_edge/api/handler.ts";
import { refused } from "../../../../../_edge/api/problem.ts";
import { reviewJson } from "../../../../../_edge/api/review-json.ts";
import { verdictJson } from "../../../../../_edge/api/verdict-json.ts";
import { parseReview } from "../../../../../_edge/parse/bodies.ts";

export const dynamic = "force-dynamic";

/** The same refusal with the verdict that stands in the way, for those who asked to see. */
async function withVerdict(
  read: Reader,
  slug: string,
  refusal: Refusal<null>,
): Promise<Refusal<VerdictRecord>> {
  if (refusal.kind !== "conflict") return refusal;
  const verdicts = await listVerdicts(read, slug);
  return { ...refusal, current: verdicts.find(({ ending }) => ending === null) ?? null };
}

export const POST = changing(
  parseReview,
  async ({ by, ...draft }, { store, moment, params: { slug } }: Asked<"slug">) => {
    const set = await store.write((tx) => setReview(tx, slug, draft, { by }, moment));
    if (!set.ok) return refused(await withVerdict(store.read, slug, set.error), verdictJson);
    return created(reviewJson(set.value));
  },
);
