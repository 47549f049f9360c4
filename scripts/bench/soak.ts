import type { Day } from "#domain/day.ts";
import { say } from "../setup/project.mjs";
import { makeDataSet } from "./data-set.ts";
import { sendLoad } from "./generator.ts";
import { CONNECTIONS, residentMb } from "./measure.ts";
import type { Options } from "./options.ts";
import { appServer } from "./servers.ts";
import { readTargets, writeTargets } from "./targets.ts";

const FIRST = 20_000;
const ALL = 200_000;
const STEP = 20_000;
const LONGEST_S = 3600;
const WRITING_S = 20;

/** Many requests of every kind over one data set: whether memory grows, and whether the server stays awake. */
export async function soak(
  options: Options,
  { folder, temporary, today }: { readonly folder: string; readonly temporary: string; readonly today: Day },
): Promise<void> {
  const [size = 10_000] = options.sizes;
  const set = await makeDataSet(options, size, today, temporary);
  const server = await appServer({ ...set, folder });
  const origin = server.origin;
  const [evidence] = writeTargets(set.samples, today, 0, 1);
  if (evidence === undefined) throw new Error("there is nothing to write");
  const reads = readTargets(set.samples).filter(({ kind }) => kind !== "bare");
  // Each page as often as the next, some of its requests each time, and one write in every round of them.
  const mixed = Array.from({ length: 50 }, (_, turn) => [
    ...reads.flatMap(({ requests }) => requests[turn % requests.length] ?? []),
    ...(evidence.requests[turn] === undefined ? [] : [evidence.requests[turn]]),
  ]).flat();

  let after20 = 0;
  for (let done = 0; done < ALL; done += STEP) {
    const shared = { origin, connections: CONNECTIONS, seconds: LONGEST_S };
    const seen = await sendLoad({ ...shared, requests: mixed, count: STEP, first: done });
    const resident = residentMb(server.pid);
    if (done + STEP === FIRST) after20 = resident;
    const failed = Object.entries(seen.failures).map(([kind, count]) => `, ${count} × ${kind}`);
    say(`  ${done + STEP} requests: ${resident.toFixed(0)} MB resident${failed.join("")}`);
  }
  const grown = residentMb(server.pid) - after20;
  say(`Memory: ${grown.toFixed(0)} MB more after ${ALL} requests than after ${FIRST} (the bar is 50).`);

  const writing = sendLoad({
    origin,
    requests: evidence.requests,
    connections: CONNECTIONS,
    seconds: WRITING_S,
    count: ALL,
    first: ALL * 2,
  });
  const health = await sendLoad({
    origin,
    requests: [{ path: "/healthz" }],
    connections: 1,
    seconds: WRITING_S - 1,
    count: ALL,
    first: 0,
  });
  const written = await writing;
  say(
    `While ${(written.requests / written.seconds).toFixed(0)} pages of evidence a second are logged, /healthz answers in ${health.p50.toFixed(1)} ms, 99 of 100 within ${health.p99.toFixed(1)} ms (the bar is 100).`,
  );
  await server.stop();
}
