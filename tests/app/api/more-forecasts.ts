import { getStore } from "#app/_request/process/store.ts";
import { insertForecast } from "#db/forecasts/insert.ts";
import { sources, speakers } from "#db/schema/tables.ts";
import { type Day, day } from "#domain/day.ts";

const WINDOWS: readonly { slug: string; saidOn: Day; dueFrom: Day | null; dueBy: Day | null }[] = [
  { slug: "a-no-earlier-than", saidOn: day("2024-01-01"), dueFrom: day("2032-01-01"), dueBy: null },
  { slug: "b-no-earlier-than", saidOn: day("2026-01-01"), dueFrom: day("2026-01-01"), dueBy: null },
  { slug: "a-twin", saidOn: day("2026-06-01"), dueFrom: day("2026-06-01"), dueBy: day("2027-09-10") },
  { slug: "z-twin", saidOn: day("2026-06-01"), dueFrom: day("2026-06-01"), dueBy: day("2027-09-10") },
];

const RECORDED = { now: new Date("2026-11-20T09:00:00Z"), today: day("2026-11-20") };

const NO_TEXT = {
  lang: "en" as const,
  claim: null,
  trueIf: null,
  partlyIf: null,
  falseIf: null,
  cannotBeJudgedIf: null,
  whereToLook: null,
  finePrint: null,
  attributionNote: null,
  sectionNote: null,
  horizonNote: null,
  confidenceNote: null,
};

/** Records forecasts said on other days than the interview's, some of which open and never close. */
export async function recordMoreForecasts(): Promise<void> {
  await (await getStore()).write(async (tx) => {
    const [source] = await tx.select().from(sources);
    const [speaker] = await tx.select().from(speakers);
    if (source === undefined || speaker === undefined) throw new Error("the interview is not there");
    for (const window of WINDOWS) {
      const draft = {
        ...window,
        sourceId: source.id,
        speakerId: speaker.id,
        lang: "en" as const,
        quote: "It will.",
        section: null,
        horizon: null,
        confidence: null,
        negative: false,
        graceBy: null,
        reviewOn: null,
        texts: [{ ...NO_TEXT, claim: "It will." }],
        tags: [],
      };
      await insertForecast(tx, draft, RECORDED);
    }
  });
}
