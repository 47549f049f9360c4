import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Day } from "#domain/day.ts";
import { root, say } from "../setup/project.mjs";
import type { RunningServer, ServerOptions } from "../setup/server.mjs";
import type { makeDataSet } from "./data-set.ts";
import { sendLoad } from "./generator.ts";
import { residentMb } from "./measure.ts";
import type { Options } from "./options.ts";
import { writeTargets } from "./targets.ts";

const CONNECTIONS = 50;
const FAR_APART = 10_000_000;

/** What a checkout makes its data and its server with: another version has a schema and a start of its own. */
interface Version {
  readonly name: string;
  /** Its checkout. */
  readonly folder: string;
  /** Where its build is. */
  readonly served: string;
  readonly make: typeof makeDataSet;
  readonly start: (options: ServerOptions) => Promise<RunningServer>;
}

function versionIn(name: string, folder: string, served = folder): Version {
  const load = createRequire(join(folder, "package.json"));
  const { makeDataSet: make }: { makeDataSet: Version["make"] } = load("./scripts/bench/data-set.ts");
  const { startServer: start }: { startServer: Version["start"] } = load("./scripts/setup/server.mjs");
  return { name, folder, served, make, start };
}

/** Nine reads of the pages that people look at to one entry of evidence. */
function mixOf(slugs: readonly string[], today: Day, samples: Parameters<typeof writeTargets>[0]) {
  const [evidence] = writeTargets(samples, today, 0, 1);
  return slugs.flatMap((slug, turn) => {
    const other = slugs[(turn * 7 + 3) % slugs.length] ?? slug;
    const reads = [
      ...["/", "/forecasts", `/forecasts/${slug}`, "/links", "/api/v1/forecasts", `/forecasts/${other}`],
      ...["/api/v1/forecasts?sort=-said", "/", `/api/v1/forecasts/${slug}/evidence`],
    ];
    const write = evidence?.requests[turn % evidence.requests.length];
    return [...reads.map((path) => ({ path })), ...(write === undefined ? [] : [write])];
  });
}

/**
 * Fifty connections that read and write, over this version and over others beside it, in turn: what is answered with
 * success, how long `/healthz` waits meanwhile, and the event loop.
 */
export async function mixed(
  options: Options,
  { folder, temporary, today }: { readonly folder: string; readonly temporary: string; readonly today: Day },
): Promise<void> {
  const [size = 10_000] = options.sizes;
  const versions = [
    versionIn("this", root, folder),
    ...options.beside.map((other) => versionIn(other, resolve(other))),
  ];
  const runs = [];
  for (const [place, version] of versions.entries()) {
    const own = join(temporary, `mixed-${place}`);
    mkdirSync(own);
    // A version finds its migrations in the folder that the process is in.
    process.chdir(version.folder);
    const set = await version.make(options, size, today, own).finally(() => process.chdir(root));
    runs.push({ ...version, ...set, requests: mixOf(set.samples.slugs, today, set.samples) });
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const { name, served, start, databaseUrl, requests } of runs) {
      const server = await start({
        folder: served,
        prepare: false,
        preload: [new URL("watch-loop.mjs", import.meta.url).href],
        env: { DATABASE_URL: databaseUrl, HINDCAST_TIMEZONE: "UTC", HINDCAST_FETCHING: "off" },
      });
      const { origin, pid } = server;
      const load = { origin, seconds: options.seconds, count: FAR_APART, first: round * FAR_APART };
      await sendLoad({ ...load, requests, connections: 8, count: 200, first: load.first + FAR_APART / 2 });
      const delays = async () => {
        const told = once(server.process, "message");
        server.process.send("loop");
        const [found] = await told;
        return found;
      };
      await delays();
      const health = sendLoad({ ...load, requests: [{ path: "/healthz" }], connections: 1 });
      const {
        requests: all,
        seconds,
        p50,
        p99,
        failures,
      } = await sendLoad({
        ...load,
        requests,
        connections: CONNECTIONS,
      });
      const loop = await delays();
      const failed = Object.values(failures).reduce((sum, count) => sum + count, 0);
      say(
        [
          `${name}: ${((all - failed) / seconds).toFixed(1)} successes a second, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
          `/healthz p99 ${(await health).p99.toFixed(0)} ms; event loop p50 ${loop.p50.toFixed(0)} ms, p99 ${loop.p99.toFixed(0)} ms`,
          `${residentMb(pid).toFixed(0)} MB; failures ${JSON.stringify(failures)}`,
        ].join("; "),
      );
      await server.stop();
    }
  }
}
