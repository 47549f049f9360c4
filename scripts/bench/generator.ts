import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { onStop } from "../setup/signals.mjs";
import type { Load, Seen } from "./load.ts";

async function output(program: string, args: readonly string[], input: string): Promise<string> {
  const child = spawn(program, [...args], { stdio: ["pipe", "pipe", "inherit"] });
  const done = onStop(() => void child.kill());
  child.stdin.end(input);
  const closed = once(child, "close");
  const written = await text(child.stdout);
  const [code] = await closed;
  done();
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return written;
}

const isProgram = (file: string) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of wrk, which takes less of the machine than anything of ours; null where there is none. */
export const wrk: string | null =
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "wrk"))
    .find(isProgram) ?? null;

/** A time as wrk writes it, in ms. */
const inMs = (written: string | undefined): number => {
  const [, value, unit] = /^([\d.]+)(us|ms|s)$/.exec(written ?? "") ?? [];
  const factor = unit === "us" ? 0.001 : unit === "s" ? 1000 : 1;
  return Number(value ?? Number.NaN) * factor;
};

/** What wrk says at its end, as our own generator would. */
export function readWrk(written: string): Seen {
  const found = (pattern: RegExp) => pattern.exec(written)?.[1];
  const requests = Number(found(/(\d+) requests in/));
  const failed = Number(found(/Non-2xx or 3xx responses: (\d+)/) ?? 0);
  return {
    requests,
    seconds: requests / Number(found(/Requests\/sec:\s+([\d.]+)/)),
    p50: inMs(found(/^\s+50%\s+(\S+)/m)),
    p99: inMs(found(/^\s+99%\s+(\S+)/m)),
    failures: failed > 0 ? { "not 2xx": failed } : {},
  };
}

/** What wrk is told: the same as our own generator does, gzip included. */
export const wrkArguments = ({ origin, connections, seconds }: Load, path: string): readonly string[] => [
  ...["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "60s", "--latency"],
  ...["-H", "Accept-Encoding: gzip", `${origin}${path}`],
];

/** Sends requests from another process and tells what came of them. */
export async function sendLoad(load: Load): Promise<Seen> {
  const [only] = load.requests;
  if (wrk !== null && only !== undefined && load.requests.length === 1 && only.body === undefined) {
    return readWrk(await output(wrk, wrkArguments(load, only.path), ""));
  }
  const program = ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "load.ts")];
  return JSON.parse(await output(process.execPath, program, JSON.stringify(load)));
}
