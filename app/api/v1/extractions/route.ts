import { answer } from "../../../_edge/api/answer.ts";
import { MOST_BYTES_WITH_TEXT } from "../../../_edge/api/body.ts";
import { extractionJson } from "../../../_edge/api/candidate-json.ts";
import { changing } from "../../../_edge/api/handler.ts";
import { problem } from "../../../_edge/api/problem.ts";
import { extractedFrom } from "../../../_edge/extracted.ts";
import { parseExtraction } from "../../../_edge/parse/extraction-body.ts";

export const dynamic = "force-dynamic";

/** Reads a text for what looks like a forecast in it. Nothing is kept. */
export const POST = changing(
  parseExtraction,
  async ({ document, ...asked }) => {
    const { kept, saidOn } = document;
    const found = await extractedFrom(kept.text, saidOn);
    return found.ok
      ? answer(extractionJson(found.value, kept, asked))
      : problem(503, { detail: "Too many texts are being read just now. Ask again in a few seconds." });
  },
  { mostBytes: MOST_BYTES_WITH_TEXT },
);
