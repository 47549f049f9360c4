import { answer } from "../_edge/api/answer.ts";
import { problem } from "../_edge/api/problem.ts";
import { getStore } from "../_edge/store.ts";
import { failedForTheStore } from "../_edge/unavailable.ts";

export const dynamic = "force-dynamic";

/** Whether the store answers, for those who watch over the server. */
export async function GET(): Promise<Response> {
  try {
    const store = await getStore();
    return answer({ status: "ok", schemaVersion: await store.schemaVersion() });
  } catch (error) {
    if (!failedForTheStore(error)) console.error("The store does not answer.", error);
    return problem(503, { detail: "The store does not answer." });
  }
}
