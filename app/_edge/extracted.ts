import { hashOf } from "../../db/source-document.ts";
import type { Day } from "../../domain/day.ts";
import { type Extraction, extraction } from "../../domain/extraction.ts";
import { inSlices } from "./in-slices.ts";

/** How many answers are kept: what was read is looked at page by page. The one asked for longest ago makes room. */
const MOST_KEPT = 6;

const answers = new Map<string, Promise<Extraction>>();

/** What is found in a kept text, without keeping other requests from their answers. Those who ask meanwhile share it. */
export function extractedFrom(text: string, saidOn: Day): Promise<Extraction> {
  const key = `${saidOn} ${hashOf(text)}`;
  const answer = answers.get(key) ?? inSlices(extraction(text, saidOn));
  answers.delete(key);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  const [oldest] = answers.keys();
  if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
  return answer;
}
