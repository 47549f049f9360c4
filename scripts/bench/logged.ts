import type { evidence, pages } from "#db/schema/tables.ts";
import { type Day, daysBetween } from "#domain/day.ts";
import { STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import { LOGGING } from "./people.ts";
import type { Random } from "./random.ts";
import { summaryOf } from "./words.ts";

const LINKS = 5;
/** How many of a forecast's links lead to pages that nobody has logged before. */
const FRESH = 3;

interface Logged {
  readonly pages: (typeof pages.$inferInsert)[];
  readonly evidence: (typeof evidence.$inferInsert)[];
}

const addressOf = (id: string) => `news${Number.parseInt(id.slice(0, 4), 16) % 400}.example.org/${id}`;

export const linkOf = (pageId: string): string => `https://${addressOf(pageId)}`;

function pageRow(id: string, publishedOn: Day | null): typeof pages.$inferInsert {
  const host = addressOf(id).split("/")[0] ?? "";
  return {
    id,
    linkKey: addressOf(id),
    title: `What ${id.slice(0, 8)} found out`,
    publisher: host,
    publishedOn,
  };
}

/**
 * The evidence on one forecast: some of its pages are new, the others are logged on earlier forecasts as well.
 *
 * @param pageIds every page there is; those that are new are added
 */
export function evidenceOf(
  random: Random,
  at: (offset: number) => Day,
  forecast: { readonly id: string; readonly saidOn: Day },
  pageIds: string[],
): Logged {
  const age = daysBetween(forecast.saidOn, at(0));
  const fresh = Array.from({ length: FRESH }, () => random.id());
  const dated = () => (random.chance(0.85) ? at(-random.between(0, age)) : null);
  const made = fresh.map((id) => pageRow(id, dated()));
  const shared = Array.from({ length: LINKS - FRESH }, () => pageIds[random.between(0, pageIds.length)]);
  pageIds.push(...fresh);
  const own = new Set([...fresh, ...shared.flatMap((id) => id ?? [])]);
  // Early on there is little to share, and the same page is never logged twice.
  while (own.size < LINKS) {
    const id = random.id();
    own.add(id);
    pageIds.push(id);
    made.push(pageRow(id, dated()));
  }
  const rows = [...own].map((pageId) => {
    const recordedAt = new Date(`${at(-random.between(0, Math.min(age, 900)))}T15:00:00Z`);
    const withdrawn = random.chance(0.02);
    return {
      id: random.id(),
      forecastId: forecast.id,
      pageId,
      url: linkOf(pageId),
      stance: random.pick(STANCES),
      strength: random.pick(STRENGTHS),
      summary: summaryOf(random),
      lang: "en" as const,
      recordedAt,
      recordedBy: random.pick(LOGGING).id,
      withdrawnAt: withdrawn ? recordedAt : null,
      withdrawalReason: withdrawn ? "Logged by mistake." : null,
      revision: 1,
    };
  });
  return { pages: made, evidence: rows };
}
