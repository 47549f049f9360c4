import { z } from "zod";
import { textLanguage } from "../../../domain/horizon/read.ts";
import { day, parseWith, text } from "./fields.ts";
import { language } from "./forecast-fields.ts";

const horizon = z.strictObject({
  words: text(2000),
  lang: language.transform(textLanguage),
  saidOn: day,
});

/** The body that has a phrase read: the words, their language, and the day they were said on. */
export const parseHorizon = (body: unknown) => parseWith(horizon, body);
