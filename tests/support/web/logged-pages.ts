import { createServer, type RequestListener } from "node:http";
import { logEvidence } from "#db/evidence/log.ts";
import type { EvidenceRecord } from "#db/evidence/record.ts";
import type { Store } from "#db/store.ts";
import { DEFAULT_POLICY, type FetchPolicy } from "#web/fetch/policy.ts";
import { NOW, TODAY } from "../seeded.ts";
import { listening, type StandIn } from "./stand-in.ts";

export const AGENTIC = "agentic-mainstream-1y";
const MB = 1024 * 1024;

/** A web server of this machine, and what the settings have to allow for it to be read. */
export async function webServer(answer: RequestListener) {
  const server: StandIn = await listening(createServer(answer), "0.0.0.0");
  const policy: FetchPolicy = { ...DEFAULT_POLICY, ports: [server.port], allowedRanges: ["127.0.0.0/8"] };
  return {
    ...server,
    policy,
    env: { HINDCAST_FETCH_ALLOWED: "127.0.0.0/8", HINDCAST_FETCH_PORTS: String(server.port) },
  };
}

export const SPACE = 100 * MB;

/** Logs a link on a forecast as a person would, and asks for its first visit. */
export async function logLink(store: Store, url: string, now = NOW): Promise<EvidenceRecord> {
  const draft = { url, title: "A page", publisher: "Example", publishedOn: null, summary: "What it shows." };
  const logged = await store.write((tx) =>
    logEvidence(
      tx,
      AGENTIC,
      { ...draft, stance: "supports", strength: "weak" },
      { now, today: TODAY },
      { visitAt: now },
    ),
  );
  if (!logged.ok) throw new Error(`${url} was not logged`);
  return logged.value.entry;
}

const SENTENCE = "In the spring of that year the ferry began to cross the fjord without a captain on board.";

/** A page with enough to read that it is taken for an article. */
export const article = (title: string, words = SENTENCE): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><article><h1>${title}</h1>${`<p>${words}</p>`.repeat(8)}</article></main></body></html>`;
