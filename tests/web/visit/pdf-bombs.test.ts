import { createServer } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "#web/fetch/policy.ts";
import { loadReaderFor } from "#web/reading/read-page.ts";
import type { VisitProcess } from "#web/visit/readers.ts";
import { takeSteps } from "#web/visit/steps.ts";
import { visit } from "#web/visit/visit.ts";
import { rounds } from "../../support/rounds.ts";
import { asking } from "../../support/web/asking.ts";
import { listening } from "../../support/web/stand-in.ts";
import { largePicture, PDF_BOMBS } from "../reading/pdf-bombs.ts";
import { pdfOf } from "../reading/written-pdf.ts";

/** The process of visits, with so much time that only memory ends a reading in it. */
const OURS: VisitProcess = {
  file: join(import.meta.dirname, "../../../web/visit/reader.ts"),
  readingMs: 300_000,
  wholeMs: 300_000,
  heapMb: 256,
  residentMb: 512,
  idleMs: 1_000,
};
/** With less memory a bomb goes off sooner, which spares the time of filling the rest. */
const SMALL: VisitProcess = { ...OURS, residentMb: 256 };
const FOR_A_BUSY_MACHINE = 300_000;

async function visiting(body: Uint8Array) {
  const answer = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "application/pdf" }).end(body),
  );
  const { port } = await listening(answer);
  const policy = { ...DEFAULT_POLICY, ports: [port], allowedRanges: ["127.0.0.0/8"] };
  return { request: asking(`http://127.0.0.1:${port}/paper.pdf`), policy };
}

async function expectStopped(bomb: Uint8Array, kind: VisitProcess): Promise<void> {
  const found = await visit(await visiting(bomb), undefined, kind);
  if (!found.ok) throw new Error(found.error.code);
  const { stored, reading, sketch, readingStopped } = found.value;
  expect({ reading, sketch, readingStopped }).toEqual({ reading: null, sketch: null, readingStopped: true });
  expect(gunzipSync(stored ?? "").equals(bomb)).toBe(true);
}

/** Those that differ most in what unpacks them, and in the long run all of them. */
const bombs = Object.entries(PDF_BOMBS).filter((_bomb, at) => at % rounds(3, 1) === 0);

test.each(bombs)(
  "a PDF that unpacks to 400 MB ends for want of memory, and its copy is kept: %s",
  async (_where, bomb) => expectStopped(bomb(), SMALL),
  FOR_A_BUSY_MACHINE,
);

test(
  "so it does in the memory that a reading has",
  async () => expectStopped(PDF_BOMBS["contents packed twice"]?.() ?? Buffer.of(), OURS),
  FOR_A_BUSY_MACHINE,
);

test(
  "a PDF with a large picture is read in the memory that a reading has",
  async () => {
    const { bytes, text } = largePicture(true);
    expect(await visit(await visiting(bytes), undefined, OURS)).toMatchObject({
      value: { readingStopped: false, reading: { text, fault: null } },
    });
  },
  FOR_A_BUSY_MACHINE,
);

test("what reads a PDF is loaded before the time of reading runs", async () => {
  const body = pdfOf([[{ text: "The ferry crossed.", size: 11, y: 700 }]]);
  const steps: (readonly [step: string, isLoaded: boolean])[] = [];
  const isLoaded = () => Reflect.has(globalThis, "pdfjsWorker");
  await takeSteps(({ step }) => steps.push([step, isLoaded()]), await visiting(body), loadReaderFor);
  expect(steps).toEqual([
    ["fetched", false],
    ["reading", true],
    ["read", true],
  ]);
});
