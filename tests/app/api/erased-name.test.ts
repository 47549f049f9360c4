import { resolve } from "node:path";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { getStore } from "#app/_request/process/store.ts";
import { actors, history } from "#db/schema/tables.ts";
import { page } from "../../support/visits.ts";
import { AGENTIC, change, post, send, serveSeededDatabase } from "./api.ts";
import { anEvidence, aVerdict } from "./bodies.ts";
import { aForecast, aNewSource } from "./forecast-bodies.ts";
import { keepPage } from "./kept.ts";
import { TALK } from "./texts.ts";

// What the framework tells of a request that it serves; these pages are rendered without it.
vi.mock("next/headers", () => ({ cookies: async () => new Map(), headers: async () => new Headers() }));

serveSeededDatabase();

const by = "Quill Zabriskie";
const REVIEWED = "openai-google-agentic-parity-soon";
const WORDS = "Half of all firms run agents.";

const done = async (asked: ReturnType<typeof post>) => {
  const { status, body } = await asked;
  expect([status, JSON.stringify(body)]).toEqual([status < 300 ? status : "done", JSON.stringify(body)]);
  return body;
};

/** Does something of every kind under one name, and says where it is to be read. */
async function doEverything() {
  const { slug: source } = await done(
    post("/sources", { ...aNewSource, lang: "en", text: TALK, saidOn: "2026-10-30", by }),
  );
  const { slug: withdrawn } = await done(post("/forecasts", { ...aForecast, by }));
  await done(post(`/forecasts/${withdrawn}/withdrawal`, { reason: "Twice.", by }));
  const { id: kept, copyId, pageId } = await keepPage(page(WORDS), { by });
  await done(change("PUT", `/evidence/${kept}/passage`, { copyId, words: WORDS, by }));
  const other = { ...anEvidence, url: "https://example.org/other", by };
  const { id: gone } = await done(post(`/forecasts/${AGENTIC}/evidence`, other));
  await done(post(`/evidence/${gone}/withdrawal`, { reason: "Not about it.", by }));
  const { id: replaces } = await done(post(`/forecasts/${AGENTIC}/verdicts`, { ...aVerdict, by }));
  const again = { ...aVerdict, replaces, replacesReason: "A slip.", by };
  await done(post(`/forecasts/${AGENTIC}/verdicts`, again));
  await done(post(`/forecasts/${REVIEWED}/reviews`, { reviewOn: "2027-06-01", note: "Looked.", by }));
  return { source, withdrawn, kept, gone, copyId, pageId };
}

const READ = (made: Awaited<ReturnType<typeof doEverything>>) => {
  const forecasts = [AGENTIC, made.withdrawn, REVIEWED];
  return {
    answers: [
      ...["/forecasts", "/history", "/sources", "/speakers", "/timeline", "/links"],
      ...forecasts.map((slug) => `/forecasts/${slug}`),
      ...forecasts.map((slug) => `/forecasts/${slug}/history`),
      ...forecasts.map((slug) => `/forecasts/${slug}/evidence`),
      ...forecasts.map((slug) => `/forecasts/${slug}/verdicts`),
      ...[`/evidence/${made.kept}`, `/evidence/${made.gone}`, `/sources/${made.source}/text`],
      ...[`/copies/${made.copyId}`, `/pages/${made.pageId}`],
    ],
    pages: [
      ...["/", "/forecasts", "/history", "/sources", "/speakers", "/timeline", "/links"],
      ...forecasts.map((slug) => ["/forecasts/[slug]", { slug }]),
      ...[made.kept, made.gone].map((id) => ["/evidence/[id]", { id }]),
      ["/sources/[slug]/text", { slug: made.source }],
      ["/sources/[slug]", { slug: made.source }],
      ["/copies/[id]", { id: made.copyId }],
    ].map((one) => (typeof one === "string" ? ([one, {}] as const) : (one as [string, object]))),
  };
};

type PageFile = {
  readonly default: (of: { params: Promise<object>; searchParams: Promise<object> }) => Promise<ReactElement>;
};

async function pageAt(path: string, params: object): Promise<string> {
  const file: PageFile = await import(resolve("app", path.slice(1), "page.tsx"));
  const searchParams = Promise.resolve({});
  return renderToStaticMarkup(await file.default({ params: Promise.resolve(params), searchParams }));
}

/** Which answers and pages have the name in them; the id of nobody who did something is in any. */
async function tellName({ answers, pages }: ReturnType<typeof READ>): Promise<string[]> {
  const told: string[] = [];
  const known = await (await getStore()).read.select({ id: actors.id }).from(actors);
  const look = (text: string, place: string) => {
    // That of Hindcast itself is a word.
    for (const { id } of known) expect(id !== "system" && text.includes(id), `an id in ${place}`).toBe(false);
    if (text.includes(by)) told.push(place);
  };
  for (const path of answers) {
    const response = await send("GET", `/api/v1${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    look(await response.text(), path);
  }
  for (const [path, params] of pages) {
    look(await pageAt(path, params), `${path} ${Object.values(params).join()}`.trim());
  }
  return told;
}

/** Where it stands before it is erased: wherever what was done under it is shown. */
const SHOWN = (made: Awaited<ReturnType<typeof doEverything>>) => {
  const forecasts = [AGENTIC, made.withdrawn, REVIEWED];
  return [
    ...["/forecasts", "/history", "/timeline", `/forecasts/${AGENTIC}`, `/forecasts/${made.withdrawn}`],
    ...forecasts.map((slug) => `/forecasts/${slug}/history`),
    ...[`/forecasts/${AGENTIC}/evidence`, `/forecasts/${AGENTIC}/verdicts`],
    ...[`/evidence/${made.kept}`, `/evidence/${made.gone}`, `/sources/${made.source}/text`],
    "/history",
    ...forecasts.map((slug) => `/forecasts/[slug] ${slug}`),
    ...[`/evidence/[id] ${made.kept}`, `/evidence/[id] ${made.gone}`, `/sources/[slug]/text ${made.source}`],
  ];
};

it("a name that is erased is shown by no answer and no page, and the history's entries stay as they were", async () => {
  const made = await doEverything();
  const read = READ(made);
  expect(await tellName(read)).toEqual(SHOWN(made));
  const { read: records, write } = await getStore();
  const listed = () => records.select().from(history).orderBy(history.seq);
  const entries = await listed();
  await write(async (tx) => void (await tx.update(actors).set({ name: null })));
  // Pages that are kept are kept until there is another entry of the history.
  await done(post("/speakers", { name: { en: "Somebody else" } }));
  expect(await tellName(read)).toEqual([]);
  expect((await listed()).slice(0, -1)).toEqual(entries);
});
