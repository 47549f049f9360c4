import type { Day } from "#domain/day.ts";
import { EMPTY_PAGE } from "./app-copy.ts";
import type { Asked } from "./load.ts";
import type { Samples } from "./samples.ts";

export interface Target {
  readonly name: string;
  readonly kind: "bare" | "page" | "api" | "write";
  readonly requests: readonly Asked[];
  /** The most requests of one round, for what can be done only so often. */
  readonly count?: number;
}

export const EMPTY = "an empty page";
export const BARE = "bare node:http, 5 KB";

const page = (name: string, path: string): Target => ({ name, kind: "page", requests: [{ path }] });

const evidenceBody = (today: Day) =>
  JSON.stringify({
    url: "https://bench{n}.example.org/report/{n}",
    title: "A report of the bench",
    publisher: "Bench",
    publishedOn: today,
    stance: "supports",
    strength: "weak",
    summary: "Logged to see how long it takes.",
    by: "Bench",
  });

const verdictBody = (today: Day) =>
  JSON.stringify({
    outcome: "void",
    happenedOn: null,
    knownOn: today,
    rationale: "Given to see how long it takes.",
    evidenceIds: [],
    withoutEvidenceReason: "The bench looks nothing up.",
    alreadyJudgeable: true,
    by: "Bench",
  });

/** What is read, in the order in which it is measured and shown. */
export function readTargets({ slugs, deepCursors, tag }: Samples): readonly Target[] {
  return [
    { name: BARE, kind: "bare", requests: [{ path: "/" }] },
    page(EMPTY, EMPTY_PAGE),
    { name: "/healthz", kind: "api", requests: [{ path: "/healthz" }] },
    page("/", "/"),
    page("/forecasts", "/forecasts"),
    {
      name: "/forecasts, deep, never the same",
      kind: "page",
      requests: deepCursors.map((cursor) => ({ path: `/forecasts?cursor=${cursor}` })),
    },
    page("/forecasts, status and tag", `/forecasts?status=open&tag=${tag}`),
    page("/forecasts, newest said first", "/forecasts?sort=-said"),
    page("/forecasts, words", "/forecasts?q=batteries"),
    {
      name: "/forecasts/[slug]",
      kind: "page",
      requests: slugs.map((slug) => ({ path: `/forecasts/${slug}` })),
    },
    page("/timeline", "/timeline"),
    page("/sources", "/sources"),
    page("/history", "/history"),
    { name: "/api/v1/forecasts", kind: "api", requests: [{ path: "/api/v1/forecasts" }] },
  ];
}

const to = (slug: string, what: string) => `/api/v1/forecasts/${slug}/${what}`;

/** What is written; measured after what is read, since it changes the data set. */
export function writeTargets({ slugs, unjudged }: Samples, today: Day, round: number, rounds: number) {
  // A verdict can be given once: each round has its share of the forecasts that have none.
  const share = Math.floor(unjudged.length / rounds);
  const fresh = unjudged.slice(round * share, (round + 1) * share);
  const evidence = slugs.map((slug) => ({ path: to(slug, "evidence"), body: evidenceBody(today) }));
  const verdicts = fresh.map((slug) => ({ path: to(slug, "verdicts"), body: verdictBody(today) }));
  const targets: readonly Target[] = [
    { name: "logging evidence", kind: "write", requests: evidence },
    { name: "giving a verdict", kind: "write", requests: verdicts, count: fresh.length },
  ];
  return targets;
}
