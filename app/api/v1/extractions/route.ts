import { answer } from "../../../_edge/api/answer.ts";
import { MOST_BYTES_WITH_TEXT } from "../../../_edge/api/body.ts";
import { extractionJson } from "../../../_edge/api/candidate-json.ts";
import { changing } from "../../../_edge/api/handler.ts";
import { extractedFrom } from "../../../_edge/extracted.ts";
import { parseExtraction } from "../../../_edge/parse/extraction-body.ts";

export const dynamic = "force-dynamic";

/** Reads a text for what looks like a forecast in it. Nothing is kept. */
export const POST = changing(
  parseExtraction,
  async ({ document, ...asked }) => {
    const { kept, saidOn } = document;
    return answer(extractionJson(await extractedFrom(kept.text, saidOn), kept, asked));
  },
  { mostBytes: MOST_BYTES_WITH_TEXT },
);
