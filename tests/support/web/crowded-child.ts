import { closeSync, openSync } from "node:fs";
import { visit } from "#web/visit/visit.ts";

// node tests/support/web/crowded-child.ts VISIT FILE: visits a page while this process may open no more files, told to
// stop and not, and once more when it may. Each visit's answer is a line.

const [visiting = "", file = ""] = process.argv.slice(2);
const kind = { file, readingMs: 20_000, wholeMs: 60_000, heapMb: 256, residentMb: 512, idleMs: 300 };
const tell = async (signal?: AbortSignal) => {
  const found = await visit(JSON.parse(visiting), signal, kind);
  process.stdout.write(`${found.ok ? "ok" : `${found.error.code}: ${found.error.detail}`}\n`);
};

const held: number[] = [];
try {
  for (;;) held.push(openSync("/dev/null", "r"));
} catch {
  // That was the last one.
}
await tell();
await tell(AbortSignal.abort());
for (const one of held) closeSync(one);
await tell();
