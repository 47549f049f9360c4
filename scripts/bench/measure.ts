import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { Measured } from "./figures.ts";
import { sendLoad } from "./generator.ts";
import type { Measurable } from "./servers.ts";
import type { Target } from "./targets.ts";

const TICKS_PER_SECOND = 100;

const ask = (pid: number, field: string) =>
  execFileSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8" }).trim();

/** Seconds of a time as `ps` writes it: [[days-]hours:]minutes:seconds. */
function secondsOf(written: string): number {
  const [days, clock = ""] = written.includes("-") ? written.split("-") : ["0", written];
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}

/** The processor time that a process has used so far, its own and the system's on its behalf, in ms. */
function processorMs(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return secondsOf(ask(pid, "time")) * 1000;
  // The name in parentheses may hold anything; the numbers follow it.
  const stat = readFileSync(file, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return ((user + system) * 1000) / TICKS_PER_SECOND;
}

/** How much memory of the machine a process holds, in MB. */
export function residentMb(pid: number): number {
  const file = `/proc/${pid}/status`;
  const kb = existsSync(file)
    ? Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(file, "utf8"))?.[1])
    : Number(ask(pid, "rss"));
  return kb / 1024;
}

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
