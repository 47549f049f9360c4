import type {
  citations,
  evidence,
  forecasts,
  forecastTags,
  forecastTexts,
  history,
  pages,
  relations,
  sources,
  sourceTexts,
  speakers,
  speakerTexts,
  verdicts,
} from "#db/schema/tables.ts";
import type { Day } from "#domain/day.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { type KeptPage, keptPage } from "./kept.ts";
import { evidenceOf } from "./logged.ts";
import { BENCH } from "./people.ts";
import { type Random, randomFrom } from "./random.ts";
import { daysAround, judged, type Timed, timed } from "./windows.ts";
import { claimIn, criterionIn, horizonIn, nameOf, quoteIn, summaryOf, TAGS } from "./words.ts";

interface People {
  readonly sources: readonly (typeof sources.$inferInsert)[];
  readonly sourceTexts: readonly (typeof sourceTexts.$inferInsert)[];
  readonly speakers: readonly (typeof speakers.$inferInsert)[];
  readonly speakerTexts: readonly (typeof speakerTexts.$inferInsert)[];
}

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

/** Two hundred speakers and three hundred sources, whatever the size: a small data set has fewer forecasts of each. */
function people(random: Random, at: (offset: number) => Day): People {
  const spoken = numbers(200).map((number) => ({
    id: random.id(),
    slug: `speaker-${number}`,
    name: nameOf(random, number),
  }));
  const said = numbers(300).map((number) => ({
    id: random.id(),
    slug: `source-${number}`,
    kind: random.pick(["podcast interview", "article", "talk"]),
    title: `Conversation ${number} with ${nameOf(random, number)} on what comes next`,
    titleLang: random.chance(0.7) ? ("en" as const) : ("zh-Hant" as const),
    url: `https://press${number % 40}.example.org/conversations/${number}`,
    publisher: `Press ${number % 40}`,
    lang: random.chance(0.6) ? ("en" as const) : ("zh-Hant" as const),
    publishedOn: random.chance(0.95) ? at(-random.between(0, 3000)) : null,
  }));
  return {
    sources: said,
    sourceTexts: said.flatMap(({ id }, number) =>
      number % 3 === 0
        ? LANGUAGES.map((lang) => ({ sourceId: id, lang, note: `Note ${number} (${lang}).` }))
        : [],
    ),
    speakers: spoken.map(({ id, slug }) => ({ id, slug })),
    speakerTexts: spoken.flatMap(({ id, name }) =>
      LANGUAGES.map((lang) => ({
        speakerId: id,
        lang,
        name: lang === "en" ? name : `${name} 先生`,
        role: lang === "en" ? "Engineer and author" : "工程師、作者",
      })),
    ),
  };
}

interface Given {
  readonly verdicts: (typeof verdicts.$inferInsert)[];
  readonly citations: (typeof citations.$inferInsert)[];
}

/** The standing verdict of a forecast with what it cites, and now and then the one that it took the place of. */
function verdictOf(
  random: Random,
  forecast: Timed & { readonly id: string },
  today: Day,
  cited: readonly (typeof evidence.$inferInsert)[],
): Given {
  const given = judged(random, forecast, today);
  const { outcome, happenedOn, knownOn } = given;
  const recordedAt = new Date(`${knownOn}T18:00:${String(random.between(10, 59))}.000Z`);
  const shared = { forecastId: forecast.id, alreadyJudgeable: false, recordedBy: BENCH.id };
  const standing = {
    ...shared,
    id: random.id(),
    outcome,
    happenedOn,
    knownOn,
    recordedAt,
    endedAt: null,
    rationale: summaryOf(random),
    withoutEvidenceReason: cited.length === 0 ? "Plain for everybody to see." : null,
  };
  const earlier = {
    ...shared,
    id: random.id(),
    outcome: "unclear" as const,
    happenedOn: null,
    knownOn,
    recordedAt,
    rationale: "Too early to say.",
    endedAt: recordedAt,
    endReason: "There is more now.",
    ending: "replaced" as const,
    endedBy: BENCH.id,
    withoutEvidenceReason: "Nothing yet.",
  };
  return {
    verdicts: random.chance(0.05) ? [earlier, standing] : [standing],
    citations: cited.slice(0, random.between(1, 3)).map(({ id }) => ({
      verdictId: standing.id,
      evidenceId: id,
      forecastId: forecast.id,
      revision: 1,
    })),
  };
}

/** Rows as they go into the tables, in an order in which every key that is named is there before. */
export interface Batch {
  readonly forecasts: (typeof forecasts.$inferInsert)[];
  readonly texts: (typeof forecastTexts.$inferInsert)[];
  readonly tags: (typeof forecastTags.$inferInsert)[];
  readonly relations: (typeof relations.$inferInsert)[];
  readonly pages: (typeof pages.$inferInsert)[];
  readonly kept: KeptPage[];
  readonly evidence: (typeof evidence.$inferInsert)[];
  readonly verdicts: (typeof verdicts.$inferInsert)[];
  readonly citations: (typeof citations.$inferInsert)[];
  readonly history: (typeof history.$inferInsert)[];
}

export interface Records {
  readonly people: People;
  /** The forecasts with all that hangs on them, some hundred at a time. */
  batches(): Generator<Batch>;
}

export const SEED = 20_261_123;
const BATCH = 250;

const newBatch = (): Batch => ({
  forecasts: [],
  texts: [],
  tags: [],
  relations: [],
  pages: [],
  kept: [],
  evidence: [],
  verdicts: [],
  citations: [],
  history: [],
});

function languagesOf(random: Random): readonly Language[] {
  if (random.chance(0.75)) return LANGUAGES;
  return random.chance(0.6) ? ["en"] : ["zh-Hant"];
}

function textRow(random: Random, forecastId: string, lang: Language, number: number) {
  return {
    forecastId,
    lang,
    claim: claimIn(lang, random, number),
    trueIf: criterionIn(lang, random),
    falseIf: criterionIn(lang, random),
    whereToLook: lang === "en" ? "Yearly reports of the trade." : "業界年度報告。",
    horizonNote: random.chance(0.2) ? (lang === "en" ? "Our reading of it." : "我們的解讀。") : null,
  };
}

/** What every one of the forecasts needs: who may have said it, and where what came before it is to be found. */
interface Known {
  readonly random: Random;
  readonly at: (offset: number) => Day;
  readonly today: Day;
  readonly people: People;
  readonly pageIds: string[];
  readonly earlier: string[];
  seq: number;
}

function addForecast(batch: Batch, known: Known, number: number): void {
  const { random, at, today, people: everybody, earlier } = known;
  const id = random.id();
  const window = timed(random, at);
  const { saidOn, dueFrom, dueBy, graceBy, reviewOn } = window;
  const lang: Language = random.chance(0.6) ? "en" : "zh-Hant";
  // Few say much and many say little: the square favours the first of each list.
  const some = <T>(list: readonly T[]) => list[Math.floor(random.next() ** 2 * list.length)];
  const slug = `forecast-${number}`;
  const recordedAt = new Date(`${saidOn}T12:00:00Z`);
  const [source, speaker] = [some(everybody.sources), some(everybody.speakers)];
  if (source === undefined || speaker === undefined) throw new Error("there is nobody to say it");
  const quote = quoteIn(lang, random);
  const horizon = dueFrom === null ? null : horizonIn(lang, random);
  const row = {
    id,
    slug,
    sourceId: source.id,
    speakerId: speaker.id,
    lang,
    quote,
    horizon,
    saidOn,
    dueFrom,
    dueBy,
    graceBy,
    reviewOn,
    negative: false,
    recordedAt,
    recordedBy: BENCH.id,
    recordedOn: saidOn,
    revision: 0,
  };
  batch.forecasts.push(row);
  for (const language of languagesOf(random)) batch.texts.push(textRow(random, id, language, number));
  const tags = new Set([some(TAGS), some(TAGS), random.chance(0.3) ? some(TAGS) : undefined]);
  for (const tag of tags) if (tag !== undefined) batch.tags.push({ forecastId: id, tag });
  const toId = random.chance(0.05) ? some(earlier) : undefined;
  if (toId !== undefined) batch.relations.push({ fromId: id, toId, kind: "related" });
  earlier.push(id);
  const enter = (entry: Omit<typeof history.$inferInsert, "seq" | "id" | "forecastId">) => {
    known.seq += 1;
    batch.history.push({ seq: known.seq, id: random.id(), forecastId: id, ...entry });
  };
  enter({ action: "forecast-recorded", at: recordedAt, by: BENCH.id, after: { slug, saidOn, quote, dueBy } });

  const logged = evidenceOf(random, at, { id, saidOn }, known.pageIds);
  batch.pages.push(...logged.pages);
  batch.evidence.push(...logged.evidence);
  const [first] = logged.pages;
  if (first !== undefined) batch.kept.push(keptPage(first, new Date(`${today}T03:00:00Z`)));
  for (const { id: subjectId, url, stance, recordedAt: loggedAt, recordedBy } of logged.evidence) {
    enter({
      action: "evidence-logged",
      subjectId,
      at: loggedAt,
      by: recordedBy ?? null,
      after: { url, stance },
    });
  }
  if (!random.chance(window.judged)) return;
  const cited = logged.evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
  const given = verdictOf(random, { id, ...window }, today, cited);
  batch.verdicts.push(...given.verdicts);
  batch.citations.push(...given.citations);
  for (const { id: subjectId, outcome, knownOn, recordedAt: givenAt } of given.verdicts) {
    enter({ action: "verdict-given", subjectId, at: givenAt, by: BENCH.id, after: { outcome, knownOn } });
  }
}

/**
 * A whole data set: so many forecasts with five links of evidence each, spread over windows as a team's own would be,
 * verdicts on most of those past due, and a kept copy of one new page for each forecast. The same for the same size,
 * day and seed, ids included.
 */
export function recordsOf(size: number, today: Day, seed = SEED): Records {
  const random = randomFrom(seed);
  const at = daysAround(today);
  const everybody = people(random, at);
  const known: Known = { random, at, today, people: everybody, pageIds: [], earlier: [], seq: 0 };
  return {
    people: everybody,
    *batches() {
      for (let start = 0; start < size; start += BATCH) {
        const batch = newBatch();
        for (let number = start; number < Math.min(start + BATCH, size); number += 1) {
          addForecast(batch, known, number);
        }
        yield batch;
      }
    },
  };
}
