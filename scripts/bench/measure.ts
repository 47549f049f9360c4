import type { Measured } from "./figures.ts";
import { sendLoad } from "./generator.ts";
import { processorMs } from "./process-figures.ts";
import type { Measurable } from "./servers.ts";
import type { Target } from "./targets.ts";

export const CONNECTIONS = 16;
const UNBOUNDED = 1_000_000;

/** Sends what a target asks for to a server, and reads off what that took of the server. */
export async function measure(
  server: Measurable,
  target: Target,
  { seconds, first = 0 }: { readonly seconds: number; readonly first?: number },
): Promise<Measured> {
  const before = processorMs(server.pid);
  const seen = await sendLoad({
    origin: server.origin,
    requests: target.requests,
    connections: CONNECTIONS,
    seconds,
    count: target.count ?? UNBOUNDED,
    first,
  });
  const failures = Object.entries(seen.failures);
  if (failures.length > 0) {
    const told = failures.map(([kind, count]) => `${count} × ${kind}`).join(", ");
    throw new Error(`${target.name}: not every request succeeded (${told} of ${seen.requests})`);
  }
  return { ...seen, processorMs: processorMs(server.pid) - before };
}
