import { getStore } from "#app/_request/process/store.ts";
import { archivedCopies, evidence, visits as visitLog, watches } from "#db/schema/tables.ts";
import { WITHIN } from "../../support/hostile-records.ts";
import { page } from "../../support/visits.ts";
import { AGENTIC, change, get, type Json, patch, post } from "../api/api.ts";
import { anEvidence, aVerdict, aVerdictCiting } from "../api/bodies.ts";
import { aForecast, aNewSource, SOURCE } from "../api/forecast-bodies.ts";
import { keepPage, later, visited } from "../api/kept.ts";

/** Its sentences are shown one by one, with who says them, and under which heading; one has its time from a question. */
const TALK = `A talk.

# What ${WITHIN} \u05d0\u05d1 comes

${WITHIN} Lee: It rained all day. We will land on the ${WITHIN} \u05d0 moon within two years, and on Mars by the end of 2040.

Bob: Will half of all ships ${WITHIN} \u05d0\u05d1 be electric within three years?

${WITHIN} Lee: Yes, I am sure they will be ${WITHIN} \u05d0.

Bob: And what of ${WITHIN} \u05d0 tea?

${WITHIN} Lee: By the end of 2028, half of all ${WITHIN} \u05d0 cups will be made by robots.`;
const QUOTE = "By the end of 2028, half of all";
const WORDS = "half of all firms run agents";
const TEXT = `A survey says that ${WORDS}.\n\nIt was ${WITHIN} \u05d0 done in May.\n\nMore ${WITHIN} \u05d1 is to come.`;
const REPLACED = "kernel-2x";
const WITHDRAWN = "inference-10x-1y";
const UNDATED = "openai-google-agentic-parity-soon";

/** What somebody has to be told to succeed, or the records below would be fewer. */
async function sure<A extends { readonly status: number; readonly body: Json }>(
  sent: Promise<A>,
): Promise<Json> {
  const { status, body } = await sent;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

const details = (more: object) => ({
  ...{ title: "A report", siteName: "The Paper", author: "Cy", description: "What agents do." },
  ...{ publishedOn: null, lang: "en", canonical: "https://example.org/report" },
  ...more,
});
const pageOf = (text: string, more: object = {}) =>
  page(text, {
    reading: { details: details({}), text, fault: null },
    redirects: [{ url: "https://short.example/a", status: 301 }],
    ...more,
  } as never);

/** What the addresses of pages are made of. */
export interface Recorded {
  readonly forecasts: {
    readonly [what in
      | "agentic"
      | "replaced"
      | "withdrawn"
      | "undated"
      | "changed"
      | "told"
      | "quoted"]: string;
  };
  readonly evidence: { readonly [what in "marked" | "moved" | "withdrawn"]: string };
  readonly copies: readonly [first: string, second: string];
  readonly page: string;
  readonly source: string;
  readonly sourceOfText: string;
  readonly speaker: string;
}

/** Records of each kind, in each state in which a page shows more of them. */
export async function makeRecords(): Promise<Recorded> {
  const by = "Ana";
  const first = await keepPage(pageOf(TEXT), { author: "Cy", by, kind: "primary", criterion: "trueIf" });
  await sure(change("PUT", `/evidence/${first.id}/passage`, { copyId: first.copyId, words: WORDS, by }));
  await visited(pageOf(TEXT.replace("May", "June")), later(40));
  const copyId = (await get(`/evidence/${first.id}`)).body.link.copyId;
  const moved = await keepPage(pageOf("It moves."), { url: "https://example.org/moves", by });
  await visited({ ...pageOf("It moves."), finalUrl: "https://elsewhere.example/moves" }, later(80));
  const gone = await sure(
    post(`/forecasts/${AGENTIC}/evidence`, {
      ...{ ...anEvidence, url: "https://example.org/gone", by },
      archiveUrl: "https://archive.example/gone",
    }),
  );
  // A verdict that rests on what is corrected and withdrawn afterwards, with one that it took the place of.
  const verdicts = `/forecasts/${AGENTIC}/verdicts`;
  const cited = aVerdictCiting(first.id, gone.id);
  const { id } = await sure(post(verdicts, { ...aVerdict, by }));
  await sure(post(verdicts, { ...cited, by, replaces: id, replacesReason: "There is evidence now." }));
  const entry = (await get(`/evidence/${first.id}`)).body;
  await sure(
    patch(`/evidence/${first.id}`, {
      ...{ revision: entry.revision, title: "Agents of 2026", publisher: "Another", author: "Di" },
      ...{ summary: "Another summary.", reason: "It was wrong.", by },
    }),
  );
  await sure(post(`/evidence/${gone.id}/withdrawal`, { reason: "No longer there.", by }));
  const judged = await sure(
    post(`/forecasts/${REPLACED}/verdicts`, { ...aVerdict, outcome: "unclear", happenedOn: null, by }),
  );
  await sure(post(`/forecasts/${REPLACED}/verdicts/${judged.id}/withdrawal`, { reason: "Too early.", by }));
  await sure(post(`/forecasts/${WITHDRAWN}/withdrawal`, { reason: "Said by another.", by }));
  await sure(post(`/forecasts/${UNDATED}/reviews`, { reviewOn: "2027-05-01", note: "Nothing yet.", by }));
  const told = await sure(
    post("/forecasts", {
      ...{ ...aForecast, by, section: "At the end", confidence: "80% sure", quote: "It will fold laundry." },
      ...{ horizonNote: { en: "As asked." }, confidenceNote: { en: "N" }, sectionNote: { en: "N" } },
      attributionNote: { en: "As reported." },
    }),
  );
  const changed = await sure(post("/forecasts", { ...aForecast, claim: { en: "Robots cook" }, by }));
  await sure(
    post(`/forecasts/${changed.slug}/evidence`, { ...anEvidence, url: "https://example.org/cook", by }),
  );
  const { revision } = (await get(`/forecasts/${changed.slug}`)).body;
  await sure(
    patch(`/forecasts/${changed.slug}`, {
      ...{ revision, claim: { en: "Robots cook well" }, reason: "It said well.", by },
      relations: [{ kind: "restates", forecast: told.slug }],
    }),
  );
  const { slug } = await sure(post("/sources", { ...aNewSource, kind: "talk", lang: "en", by }));
  const { slug: quoted } = await sure(
    post("/forecasts", {
      ...aForecast,
      source: slug,
      quote: QUOTE,
      claim: { en: "On the moon" },
      horizon: "By the end of 2028",
    }),
  );
  await sure(change("PUT", `/sources/${slug}/text`, { text: TALK, saidOn: "2026-10-30", by }));
  const store = await getStore();
  await store.write(async (tx) => {
    const archived = { url: "https://archive.example/a", takenAt: new Date(0), askedAt: new Date(0) };
    await tx.insert(archivedCopies).values({ pageId: first.pageId, ...archived });
    await tx.update(evidence).set({ lang: "en" });
    await tx.update(watches).set({ faultDetail: "A detail." });
    await tx.update(visitLog).set({ detail: "A detail." });
  });
  return {
    forecasts: {
      ...{ agentic: AGENTIC, replaced: REPLACED, withdrawn: WITHDRAWN, undated: UNDATED },
      ...{ changed: changed.slug, told: told.slug, quoted },
    },
    evidence: { marked: first.id, moved: moved.id, withdrawn: gone.id },
    copies: [first.copyId, copyId],
    page: moved.pageId,
    source: SOURCE,
    sourceOfText: slug,
    speaker: aForecast.speaker,
  };
}
