import { answer } from "../_request/api/answer.ts";
import { hindered, problem } from "../_request/api/problem.ts";
import { getStore } from "../_request/process/store.ts";
import { failedForTheStore } from "../_request/unavailable.ts";

export const dynamic = "force-dynamic";

/**
 * Whether the store answers and is where it was opened, for those who watch over the server. A full disk is no reason to
 * send readers elsewhere: what is on record can be read, and each change says that there is no room for it.
 */
export async function GET(): Promise<Response> {
  try {
    const store = await getStore();
    await store.requireInPlace();
    return answer(JSON.stringify({ status: "ok", schemaVersion: await store.schemaVersion() }), 200);
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance === "moved") return hindered(hindrance);
    if (hindrance === null) console.error("The store does not answer.", error);
    return problem(503, { detail: "The store does not answer." });
  }
}
