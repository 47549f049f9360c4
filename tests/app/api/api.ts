import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { getStore } from "#app/_request/process/store.ts";
import type { Location } from "#db/engine/location.ts";
import {
  evidence,
  forecasts,
  history,
  pages,
  reviews,
  sources,
  speakers,
  verdicts,
} from "#db/schema/tables.ts";
import type { Store } from "#db/store.ts";
import { chosenEngine } from "../../support/engines/chosen.ts";

/** The day it is in these tests. */
export const TODAY = "2026-11-23";
export const AGENTIC = "agentic-mainstream-1y";
export const ORIGIN = "http://127.0.0.1:3000";

const shelf = globalThis as { hindcastStore?: Promise<unknown> };

async function closeStore(): Promise<void> {
  if (shelf.hindcastStore !== undefined) await (await getStore()).close();
  delete shelf.hindcastStore;
}

/** Whether anything may have been written since the database was made. */
let isWritten = true;

/** A store that notes when somebody begins to write. */
function noting(store: Store): Store {
  const write: Store["write"] = (change) => {
    isWritten = true;
    return store.write(change);
  };
  return { ...store, write, as: (actor) => noting(store.as(actor)) };
}

/** Serves a database of the test file's own, as seeded before each test: a new one, or all rows put back, where the last test wrote to it. */
export function serveSeededDatabase(): void {
  const engine = chosenEngine();
  beforeAll(async () => {
    process.env.HINDCAST_TODAY = TODAY;
    process.env.HINDCAST_TIMEZONE = "UTC";
    delete process.env.HINDCAST_ORIGIN;
  });
  let place: Location | undefined;
  beforeEach(async () => {
    if (!isWritten) return;
    const { open, seeded, reseed } = await engine;
    if (place !== undefined && reseed !== undefined) await reseed(place);
    else {
      await closeStore();
      place = await seeded();
      shelf.hindcastStore = open(place).then(noting);
    }
    isWritten = false;
  });
  afterAll(async () => {
    await closeStore();
    isWritten = true;
    await (await engine).close();
  });
}

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** Every route file of the app, as Next finds them: by folder, the named parts before the varying ones. */
const app = resolve(import.meta.dirname, "../../../app");
const routes = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/route.ts") && /^(api|copies|healthz)\//.test(path))
  .toSorted((a, b) => (a.replaceAll("[", "~") < b.replaceAll("[", "~") ? -1 : 1))
  .map((path) => {
    const source = `/${path.slice(0, -"/route.ts".length)}`
      .replace("/[[...path]]", "(?:/.*)?")
      .replace(/\[(\w+)\]/g, "(?<$1>[^/]+)");
    return { address: new RegExp(`^${source}$`), file: join(app, path) };
  });

/** Sends a request to the handler that Next would choose. */
export async function send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  // Half duplex is what a body that streams asks for, and what every other does anyway.
  const request = new Request(ORIGIN + path, Object.assign({ method, duplex: "half" }, init));
  const { pathname } = new URL(request.url);
  const route = routes.find(({ address }) => address.test(pathname));
  if (route === undefined) throw new Error(`no route file serves ${pathname}`);
  const handlers: { [method: string]: Handler } = await import(route.file);
  const handler = handlers[method];
  if (handler === undefined) return new Response(null, { status: 405 });
  const groups = Object.entries(route.address.exec(pathname)?.groups ?? {});
  const params = Object.fromEntries(groups.map(([name, part]) => [name, decodeURIComponent(part)]));
  return handler(request, { params: Promise.resolve(params) });
}

// biome-ignore lint/suspicious/noExplicitAny: an answer, which the tests look into by name
export type Json = any;

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

const read = async (response: Response): Promise<Answered> => ({
  status: response.status,
  headers: response.headers,
  body: await response.json(),
});

/** Reads from the API, below /api/v1. */
export const get = async (path: string): Promise<Answered> => read(await send("GET", `/api/v1${path}`));

const json = { "content-type": "application/json" };

/** Sends a body to the API; a text is sent as it is. */
export async function change(
  method: "POST" | "PATCH" | "PUT",
  path: string,
  body: unknown,
  headers: HeadersInit = json,
): Promise<Answered> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return read(await send(method, `/api/v1${path}`, { headers, body: text }));
}

export const post = (path: string, body: unknown) => change("POST", path, body);
export const patch = (path: string, body: unknown) => change("PATCH", path, body);

/** How many rows each table has that a change could have added to. */
export async function countRows() {
  const { read } = await getStore();
  return {
    sources: await read.$count(sources),
    speakers: await read.$count(speakers),
    forecasts: await read.$count(forecasts),
    pages: await read.$count(pages),
    evidence: await read.$count(evidence),
    verdicts: await read.$count(verdicts),
    reviews: await read.$count(reviews),
    history: await read.$count(history),
  };
}
