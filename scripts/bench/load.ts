import { Agent, request } from "node:http";
import { json } from "node:stream/consumers";
import { percentile } from "./summary.ts";

// A process of its own, so that what it takes of the processor is not counted as the server's. It is told what to ask
// for on its standard input, and says on its output what it saw.

/** One request; `{n}` in its text becomes a number that no other request of the run has. */
export interface Asked {
  readonly path: string;
  /** A JSON text to post; without one it is a GET. */
  readonly body?: string;
}

export interface Load {
  readonly origin: string;
  readonly requests: readonly Asked[];
  readonly connections: number;
  /** It stops at the first of these: so many seconds, so many requests. */
  readonly seconds: number;
  readonly count: number;
  /** The first number for `{n}`. */
  readonly first: number;
}

export interface Seen {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 2xx, by status or by what went wrong. */
  readonly failures: { readonly [kind: string]: number };
}

const ANSWER_WITHIN_MS = 60_000;
/** As browsers do: squeezing an answer is the server's work, and belongs to what is measured. */
const AS_BROWSERS = { "accept-encoding": "gzip" };

async function run({ origin, requests, connections, seconds, count, first }: Load): Promise<Seen> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  const failures: Record<string, number> = {};
  const start = performance.now();
  const until = start + seconds * 1000;
  let sent = 0;
  const send = ({ path, body }: Asked, number: number) =>
    new Promise<void>((done) => {
      const began = performance.now();
      const end = (kind: string | null) => {
        took.push(performance.now() - began);
        if (kind !== null) failures[kind] = (failures[kind] ?? 0) + 1;
        done();
      };
      const text = body?.replaceAll("{n}", String(number));
      const headers =
        text === undefined ? AS_BROWSERS : { ...AS_BROWSERS, "content-type": "application/json" };
      const method = text === undefined ? "GET" : "POST";
      const options = { agent, method, headers, timeout: ANSWER_WITHIN_MS };
      const asked = request(`${origin}${path.replaceAll("{n}", String(number))}`, options, (answer) => {
        const status = answer.statusCode ?? 0;
        answer.resume();
        answer.once("end", () => end(status >= 200 && status < 300 ? null : String(status)));
      });
      asked.once("timeout", () => asked.destroy(new Error("no answer")));
      asked.once("error", (error) => end(error.message));
      asked.end(text);
    });
  const connection = async () => {
    while (performance.now() < until && sent < count) {
      const number = sent;
      sent += 1;
      const next = requests[number % requests.length];
      if (next === undefined) return;
      await send(next, first + number);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  const sorted = took.toSorted((a, b) => a - b);
  return {
    requests: took.length,
    seconds: elapsed,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    failures,
  };
}

console.log(JSON.stringify(await run((await json(process.stdin)) as Load)));
