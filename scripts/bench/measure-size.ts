import { rmSync } from "node:fs";
import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Day } from "#domain/day.ts";
import { say } from "../setup/project.mjs";
import { type DataSet, makeDataSet } from "./data-set.ts";
import { type Figures, type Measured, summarise } from "./figures.ts";
import { measure } from "./measure.ts";
import type { Options } from "./options.ts";
import { appServer, bareServer, countingServer } from "./servers.ts";
import { EMPTY, readTargets, type Target, writeTargets } from "./targets.ts";

/** What a browser loads for a page, in bytes. */
interface Weight {
  /** As they are sent to whoever takes gzip: what the server does not squeeze counts whole. */
  readonly html: number;
  /** The scripts that its HTML names, after gzip; 0 for what is no page. */
  readonly scripts: number;
}

const BEST = { level: 9 };

interface Sent {
  readonly bytes: Buffer;
  readonly isGzip: boolean;
}

/** An answer byte for byte as it comes, which fetch would have opened. */
const sentFor = (address: string) =>
  new Promise<Sent>((resolve, reject) => {
    const asked = get(address, { agent: false, headers: { "accept-encoding": "gzip" } }, async (answer) => {
      const bytes = await buffer(answer);
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
      resolve({ bytes, isGzip: answer.headers["content-encoding"] === "gzip" });
    });
    asked.once("error", reject);
  });

async function bytesOf(address: string): Promise<Buffer> {
  const answer = await fetch(address, { headers: { "accept-encoding": "identity" } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The addresses of the scripts that an HTML text has the browser load at once. */
export const scriptsOf = (html: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
      // For browsers that know no modules, which none of ours are.
      .filter(([tag]) => !/\bnomodule\b/i.test(tag))
      .map(([, address = ""]) => address.replaceAll("&amp;", "&")),
  ),
];

const sizes = new Map<string, Promise<number>>();

function scriptSize(address: string): Promise<number> {
  const known = sizes.get(address) ?? bytesOf(address).then((bytes) => gzipSync(bytes, BEST).length);
  sizes.set(address, known);
  return known;
}

export async function weigh(origin: string, path: string): Promise<Weight> {
  const { bytes, isGzip } = await sentFor(origin + path);
  const body = isGzip ? gunzipSync(bytes) : bytes;
  const loaded = await Promise.all(
    scriptsOf(body.toString()).map((address) => scriptSize(new URL(address, origin).href)),
  );
  return { html: bytes.length, scripts: loaded.reduce((sum, size) => sum + size, 0) };
}

type Fixed = Pick<Figures, "htmlBytes" | "scriptBytes" | "statements" | "rows">;

/** What does not change from one round to the next: what is sent, and what the database is asked. */
async function fixedFigures(set: DataSet, folder: string, targets: readonly Target[]) {
  const server = await countingServer({ ...set, folder });
  const fixed = new Map<string, Fixed>();
  for (const { name, kind, requests } of targets) {
    const [first] = requests;
    if (first === undefined || kind === "bare") continue;
    if (kind === "write") {
      await server.counted();
      await fetch(server.origin + first.path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: first.body?.replaceAll("{n}", "counted") ?? "",
      });
      fixed.set(name, { ...(await server.counted()), htmlBytes: null, scriptBytes: null });
      continue;
    }
    await server.counted();
    const { html, scripts } = await weigh(server.origin, first.path);
    fixed.set(name, { ...(await server.counted()), htmlBytes: html, scriptBytes: scripts });
  }
  await server.stop();
  return fixed;
}

const WARM_UP_S = 1;
const NOTHING: Fixed = { htmlBytes: null, scriptBytes: null, statements: null, rows: null };

/** Measures every target over a data set of one size, all of them in each round. */
export async function measureSize(
  options: Options,
  size: number,
  { folder, temporary, today }: { readonly folder: string; readonly temporary: string; readonly today: Day },
): Promise<readonly Figures[]> {
  const { rounds, seconds } = options;
  const set = await makeDataSet(options, size, today, temporary);
  const { samples } = set;
  const reads = readTargets(samples);
  // Before anything is written: afterwards the pages carry what was logged on them here.
  const weighed = await fixedFigures(set, folder, reads);
  const app = await appServer({ ...set, folder });
  const bare = await bareServer();
  const found = new Map<string, { readonly target: Target; readonly measured: Measured[] }>();
  const take = async (target: Target, first: number) => {
    const measured = found.get(target.name)?.measured ?? [];
    measured.push(await measure(target.kind === "bare" ? bare : app, target, { seconds, first }));
    found.set(target.name, { target, measured });
  };
  const writes = Array.from({ length: rounds }, (_, round) => writeTargets(samples, today, round, rounds));

  for (const target of reads)
    await measure(target.kind === "bare" ? bare : app, target, { seconds: WARM_UP_S });
  for (let round = 0; round < rounds; round += 1) {
    say(`  reading, round ${round + 1} of ${rounds}`);
    for (const target of reads) await take(target, 0);
  }
  for (const [round, targets] of writes.entries()) {
    say(`  writing, round ${round + 1} of ${rounds}`);
    for (const target of targets) await take(target, round * 1_000_000);
  }
  await app.stop();
  await bare.stop();
  const last = writeTargets({ ...samples, unjudged: samples.unjudged.toReversed() }, today, 0, rounds + 1);
  const fixed = new Map([...weighed, ...(await fixedFigures(set, folder, last))]);
  if (options.engine === "sqlite") {
    for (const suffix of ["", "-wal", "-shm"])
      rmSync(`${set.databaseUrl.slice("file:".length)}${suffix}`, { force: true });
  }
  const empty = found.get(EMPTY)?.measured ?? [];
  return [...found].map(([name, { target, measured }]) =>
    summarise({ size, name, kind: target.kind, ...(fixed.get(name) ?? NOTHING) }, measured, empty),
  );
}
