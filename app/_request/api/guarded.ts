import { failedForTheStore } from "../unavailable.ts";
import { hindered, problem } from "./problem.ts";

/** What nobody foresaw is told to whoever runs the server, and not to who asked. */
export async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance !== null) return hindered(hindrance);
    console.error("A request to the API failed.", error);
    return problem(500, { detail: "Something went wrong on our side. Nothing was half saved." });
  }
}
