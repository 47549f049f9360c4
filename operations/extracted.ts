import { setImmediate } from "node:timers/promises";
import { hashOf } from "#db/sources/document.ts";
import type { Day } from "#domain/day.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type Extraction, extraction } from "#domain/sources/extraction.ts";

/**
 * Makes a gate for long work: so many pieces of it go on at once, those that come meanwhile wait for their turn in the
 * order in which they came, and where too many wait, a further one is turned away.
 *
 * @param most how many go on at once
 * @param mostWaiting how many wait at most
 */
export function semaphore(most: number, mostWaiting: number) {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async <T>(work: () => Promise<T>): Promise<Result<T, "too-busy">> => {
    if (underWay < most) underWay += 1;
    else if (waiting.length >= mostWaiting) return err("too-busy");
    // Whoever ends hands their place on, so that nobody who comes just then takes it.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return ok(await work());
    } finally {
      const next = waiting.shift();
      if (next === undefined) underWay -= 1;
      else next();
    }
  };
}

/** How long one slice of work may keep others waiting, about. */
const SLICE_MS = 12;

/** What a slice is measured by and how others get their turn: the machine's own, save in a test. */
interface Turns {
  readonly now: () => number;
  readonly rest: () => Promise<unknown>;
}

const MACHINE: Turns = { now: () => performance.now(), rest: () => setImmediate() };

/** Does a long piece of work step by step, and lets everything else that is waiting go first every few milliseconds. */
export async function runCooperatively<T>(
  work: Generator<unknown, T>,
  { now, rest }: Turns = MACHINE,
): Promise<T> {
  let since = now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() - since < SLICE_MS) continue;
    await rest();
    since = now();
  }
}

/** How many answers are kept: what was read is looked at page by page. The one asked for longest ago makes room. */
const MOST_CACHED = 6;

/** How many texts are read at once, and how many wait for that: reading one keeps a processor busy. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;

const answers = new Map<string, Promise<Result<Extraction, "too-busy">>>();

// On globalThis, since pages and routes are built apart, each with a module of this name, and share one process.
const shelf = globalThis as typeof globalThis & { hindcastReading?: ReturnType<typeof semaphore> };
shelf.hindcastReading ??= semaphore(MOST_AT_ONCE, MOST_WAITING);
const gate = shelf.hindcastReading;

/**
 * What is found in a kept text, without keeping other requests from their answers. Those who ask meanwhile share it;
 * where too many other texts wait to be read, it is refused.
 */
export function extractedFrom(text: string, saidOn: Day): Promise<Result<Extraction, "too-busy">> {
  const key = `${saidOn} ${hashOf(text)}`;
  const answer = answers.get(key) ?? gate(() => runCooperatively(extraction(text, saidOn)));
  answers.delete(key);
  answers.set(key, answer);
  const forget = () => {
    if (answers.get(key) === answer) answers.delete(key);
  };
  answer.then((given) => given.ok || forget(), forget);
  const [oldest] = answers.keys();
  if (answers.size > MOST_CACHED && oldest !== undefined) answers.delete(oldest);
  return answer;
}
