import { hashOf } from "../../../db/sources/document.ts";
import type { Day } from "../../../domain/day.ts";
import type { Result } from "../../../domain/result.ts";
import { type Extraction, extraction } from "../../../domain/sources/extraction.ts";
import { inSlices } from "./in-slices.ts";
import { fewAtOnce } from "./semaphore.ts";

/** How many answers are kept: what was read is looked at page by page. The one asked for longest ago makes room. */
const MOST_KEPT = 6;

/** How many texts are read at once, and how many wait for that: reading one keeps a processor busy. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;

const answers = new Map<string, Promise<Result<Extraction, "too-busy">>>();

// On globalThis, since pages and routes are built apart, each with a module of this name, and share one process.
const shelf = globalThis as typeof globalThis & { hindcastReading?: ReturnType<typeof fewAtOnce> };
shelf.hindcastReading ??= fewAtOnce(MOST_AT_ONCE, MOST_WAITING);
const gate = shelf.hindcastReading;

/**
 * What is found in a kept text, without keeping other requests from their answers. Those who ask meanwhile share it;
 * where too many other texts wait to be read, it is refused.
 */
export function extractedFrom(text: string, saidOn: Day): Promise<Result<Extraction, "too-busy">> {
  const key = `${saidOn} ${hashOf(text)}`;
  const answer = answers.get(key) ?? gate(() => inSlices(extraction(text, saidOn)));
  answers.delete(key);
  answers.set(key, answer);
  const forget = () => {
    if (answers.get(key) === answer) answers.delete(key);
  };
  answer.then((given) => given.ok || forget(), forget);
  const [oldest] = answers.keys();
  if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
  return answer;
}
