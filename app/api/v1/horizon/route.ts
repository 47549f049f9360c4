import { readHorizon } from "../../../../domain/horizon/read.ts";
import { answer } from "../../../_edge/api/answer.ts";
import { type Asked, changing } from "../../../_edge/api/handler.ts";
import { horizonJson } from "../../../_edge/api/horizon-json.ts";
import { parseHorizon } from "../../../_edge/parse/horizon.ts";

export const dynamic = "force-dynamic";

/** Reads a phrase. It changes nothing, but what it is asked does not fit into an address. */
export const POST = changing(parseHorizon, async ({ words, lang, saidOn }, _: Asked) =>
  answer(horizonJson(readHorizon(words, lang, saidOn))),
);
