import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

const ask = (pid: number, field: string) =>
  execFileSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8" }).trim();

/** Seconds of a time as `ps` writes it: [[days-]hours:]minutes:seconds. */
function secondsOf(written: string): number {
  const [days, clock = ""] = written.includes("-") ? written.split("-") : ["0", written];
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}

/** The processor time that a process has used so far, its own and the system's on its behalf, in ms. */
export function processorMs(pid: number): number {
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
