import { visit } from "#web/visit/visit.ts";

// node tests/support/web/visiting-child.ts VISIT FILE: a process that makes one visit in another that `FILE` is run in,
// and is killed meanwhile or ends by itself once nothing holds it.

const [visiting = "", file = ""] = process.argv.slice(2);
const limits = { readingMs: 300_000, wholeMs: 300_000, heapMb: 256, residentMb: 512, idleMs: 300_000 };
const found = await visit(JSON.parse(visiting), undefined, { file, ...limits });
process.stdout.write(found.ok ? "ok" : found.error.code);
