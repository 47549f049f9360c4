import { readHorizon } from "#domain/horizon/read.ts";
import { answer } from "../../../_request/api/answer.ts";
import { type ApiRequest, changing } from "../../../_request/api/handler.ts";
import { parseHorizon } from "../../../_request/parse/forecast-fields.ts";
import { horizonJson } from "../../_json/horizon.ts";

export const dynamic = "force-dynamic";

/** Reads a phrase. It changes nothing, but what it is asked does not fit into an address. */
export const POST = changing(parseHorizon, async ({ words, lang, saidOn }, _: ApiRequest) =>
  answer(horizonJson(readHorizon(words, lang, saidOn))),
);
