import { answer } from "../../../_request/api/answer.ts";
import { MOST_BYTES_WITH_TEXT } from "../../../_request/api/body.ts";
import { changing } from "../../../_request/api/handler.ts";
import { problem } from "../../../_request/api/problem.ts";
import { parseExtraction } from "../../../_request/parse/bodies.ts";
import { extractedFrom } from "../../../_request/texts/extracted.ts";
import { extractionJson } from "../../_json/candidate.ts";

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
