import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "#web/fetch/policy.ts";
import type { VisitProcess } from "#web/visit/readers.ts";
import { visit } from "#web/visit/visit.ts";
import { ended, start } from "../../support/store.ts";
import { asking } from "../../support/web/asking.ts";
import { listening } from "../../support/web/stand-in.ts";

const MB = 1024 * 1024;
const OURS: VisitProcess = {
  file: join(import.meta.dirname, "../../../web/visit/reader.ts"),
  readingMs: 20_000,
  wholeMs: 60_000,
  heapMb: 256,
  residentMb: 512,
  idleMs: 60_000,
};
const endless = join(import.meta.dirname, "readers/endless.ts");

async function visiting(answer: RequestListener) {
  const { port } = await listening(createServer(answer));
  const policy = { ...DEFAULT_POLICY, ports: [port], allowedRanges: ["127.0.0.0/8"] };
  return { request: asking(`http://127.0.0.1:${port}/page`), policy };
}
const words: RequestListener = (_request, response) =>
  response.writeHead(200, { "content-type": "text/plain" }).end("words");

/** The processes that run a file for a parent, or for anybody. */
function readersOf(file: string, parent: number | null): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
        const ppid = Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${name}/stat`, "utf8"))?.[1]);
        const run = command.slice(1).find((word) => !word.startsWith("-"));
        return run === file && (parent === null || ppid === parent) ? [Number(name)] : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

test("visits that follow each other are made in one process, which is let go when there are no more", async () => {
  const request = await visiting(words);
  const kind = { ...OURS, idleMs: 1_000 };
  const seen = new Set<number>();
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await visit(request, undefined, kind)).toMatchObject({ ok: true });
    for (const pid of readersOf(kind.file, process.pid)) seen.add(pid);
  }
  expect(seen.size).toBe(1);
  await expect.poll(() => readersOf(kind.file, process.pid), { timeout: 60_000 }).toEqual([]);
});

test("one that has waited is not let go in the midst of its next visit, however long that takes", async () => {
  const kind = { ...OURS, idleMs: 500 };
  await visit(await visiting(words), undefined, kind);
  const slow = await visiting((request, response) => void setTimeout(() => words(request, response), 1500));
  expect(await visit(slow, undefined, kind)).toMatchObject({ value: { reading: { text: "words" } } });
});

test("one that is killed while it waits is not missed", async () => {
  const request = await visiting(words);
  const kind = { ...OURS };
  await visit(request, undefined, kind);
  const waiting = readersOf(kind.file, process.pid);
  for (const pid of waiting) process.kill(pid, "SIGKILL");
  // Until then the machine has not told of its end.
  await expect
    .poll(() => waiting.filter((pid) => existsSync(`/proc/${pid}`)), { timeout: 60_000 })
    .toEqual([]);
  expect(await visit(request, undefined, kind)).toMatchObject({ value: { reading: { text: "words" } } });
});

test("it is no reason for the process that made it to stay", async () => {
  const child = start("tests/support/web/visiting-child.ts", [
    JSON.stringify(await visiting(words)),
    OURS.file,
  ]);
  expect(await ended(child)).toMatchObject({ code: 0, stdout: "ok" });
});

test("it ends with the process that made it, however that ends and however busy it is", async () => {
  let asked = () => {};
  const request = await visiting((...exchange) => {
    asked();
    words(...exchange);
  });
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const child = start("tests/support/web/visiting-child.ts", [JSON.stringify(request), endless]);
  await isAsked;
  await wait(700);
  const [pid] = readersOf(endless, child.pid ?? 0);
  expect(pid).toBeDefined();
  child.kill("SIGKILL");
  await once(child, "exit");
  await expect
    .poll(() => readersOf(endless, null).filter((one) => one === pid), { timeout: 60_000 })
    .toEqual([]);
});

test.each([
  ["text that may be an entity to the end", "&a", { fault: "too-long" }],
  ["what is broken in any charset", "\xff", { fault: "too-long" }],
])("20 MB of %s end in a copy with a reason, in bearable memory", async (_what, unit, reading) => {
  const packed = gzipSync(Buffer.alloc(20 * MB - 10, unit, "latin1"));
  const request = await visiting((_request, response) =>
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(packed),
  );
  expect(await visit(request, undefined, OURS)).toMatchObject({ value: { readingStopped: false, reading } });
});
