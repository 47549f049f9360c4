import { AGENTIC } from "./server.ts";

// biome-ignore lint/suspicious/noExplicitAny: an answer, which the tests look into by name
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

async function send(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  return { status: response.status, body: await response.json() };
}

/** The JSON door of a server, as a script of somebody's own uses it. */
export function apiAt(served: { readonly origin: string }) {
  const at = (path: string) => `${served.origin}/api/v1${path}`;
  const withBody = (method: string) => (path: string, body: unknown) =>
    send(at(path), { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const get = (path: string) => send(at(path));
  const post = withBody("POST");

  /** Posts what has to be accepted; what was made of it. */
  async function add(path: string, body: unknown): Promise<Json> {
    const answer = await post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  return {
    get,
    post,
    patch: withBody("PATCH"),
    put: withBody("PUT"),
    add,
    logPage: (slug: string, changes: object = {}) =>
      add(`/forecasts/${slug}/evidence`, { ...A_PAGE, ...changes }),
    giveVerdict: (slug: string, changes: object = {}) =>
      add(`/forecasts/${slug}/verdicts`, { ...A_VERDICT, ...changes }),
    withdrawVerdict: (slug: string, id: string, reason: string) =>
      add(`/forecasts/${slug}/verdicts/${id}/withdrawal`, { reason }),
    withdrawPage: (id: string, reason: string) => add(`/evidence/${id}/withdrawal`, { reason }),
    standing: async (slug: string = AGENTIC) => (await get(`/forecasts/${slug}`)).body.verdict,
  };
}

export const A_PAGE = {
  url: "https://example.org/report",
  title: "A report",
  publisher: "Example Press",
  publishedOn: "2026-08-15",
  stance: "supports",
  strength: "moderate",
  summary: "What the report counted.",
};

/** A judgement that every forecast takes whose window has opened. */
export const A_VERDICT = {
  outcome: "unclear",
  happenedOn: null,
  knownOn: "2026-11-01",
  rationale: "The numbers point both ways.",
  evidenceIds: [] as readonly string[],
  withoutEvidenceReason: "What is logged does not decide it.",
};
