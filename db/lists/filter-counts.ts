import { and, count, eq, inArray, isNotNull, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { standing, statusColumn } from "../change/status-filter.ts";
import { evidence, forecasts, forecastTags, sources, speakers, verdicts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { type ForecastFilter, filterCondition, narrowing } from "./forecast-filter.ts";

/** How many forecasts there are of each value of a filter, by the value; one that is left out has none. */
export type Counts = { readonly [value: string]: number };

/** The filters that are a choice among values. */
const CHOICES = ["status", "outcome", "stance", "speaker", "source", "tag"] as const;
type Choice = (typeof CHOICES)[number];

/**
 * Of each choice what its values would find beside the other filters in force; null where that is too many to count.
 */
export type FilterCounts = { readonly [C in Choice]: Counts | null };

/** Beyond so many that pass the other filters, nobody counts them by the values of one. */
const MOST_COUNTED = 1_000;

type Row = { readonly value: string; readonly forecasts: number };

/** Those that no list has, which are few. */
const withdrawn = (read: Reader) =>
  read.select({ id: forecasts.id }).from(forecasts).where(isNotNull(forecasts.withdrawnAt));

/** @param ids only these; undefined for all that are live */
function countedBy(
  read: Reader,
  choice: Choice,
  ids: readonly string[] | undefined,
  today: Day,
): PromiseLike<readonly Row[]> {
  const among = (
    column:
      | typeof forecasts.id
      | typeof evidence.forecastId
      | typeof verdicts.forecastId
      | typeof forecastTags.forecastId,
  ): SQL => (ids === undefined ? notInArray(column, withdrawn(read)) : inArray(column, [...ids]));
  switch (choice) {
    case "status": {
      const status = statusColumn(today);
      return read
        .select({ value: status, forecasts: count() })
        .from(forecasts)
        .where(among(forecasts.id))
        .groupBy(sql`${status}`);
    }
    case "outcome": {
      // Asked of each forecast: there is an index of all outcomes, which would be gone through for a few as well.
      const outcome = sql<string>`(select ${verdicts.outcome} from ${verdicts} where ${standing})`.as(
        "outcome",
      );
      return ids === undefined
        ? read
            .select({ value: verdicts.outcome, forecasts: count() })
            .from(verdicts)
            .where(and(isNull(verdicts.endedAt), among(verdicts.forecastId)))
            .groupBy(verdicts.outcome)
        : read
            .select({ value: outcome, forecasts: count() })
            .from(forecasts)
            .where(among(forecasts.id))
            .groupBy(sql`${outcome}`);
    }
    case "stance":
      return countedByStance(read, among(evidence.forecastId), among(forecasts.id));
    case "speaker":
      return read
        .select({ value: speakers.slug, forecasts: count() })
        .from(forecasts)
        .innerJoin(speakers, eq(speakers.id, forecasts.speakerId))
        .where(among(forecasts.id))
        .groupBy(speakers.slug);
    case "source":
      return read
        .select({ value: sources.slug, forecasts: count() })
        .from(forecasts)
        .innerJoin(sources, eq(sources.id, forecasts.sourceId))
        .where(among(forecasts.id))
        .groupBy(sources.slug);
    case "tag":
      return read
        .select({ value: forecastTags.tag, forecasts: count() })
        .from(forecastTags)
        .where(among(forecastTags.forecastId))
        .groupBy(forecastTags.tag);
    default:
      return choice satisfies never;
  }
}

async function countedByStance(read: Reader, logged: SQL, within: SQL): Promise<readonly Row[]> {
  const { stance, forecastId } = evidence;
  // Each forecast once, along an index; counting distinct ones would sort them all.
  const once = read
    .selectDistinct({ stance, forecastId })
    .from(evidence)
    .where(and(isNull(evidence.withdrawnAt), logged))
    .as("once");
  const rows = await read.select({ value: once.stance, forecasts: count() }).from(once).groupBy(once.stance);
  const some = read
    .selectDistinct({ forecastId })
    .from(evidence)
    .where(and(isNull(evidence.withdrawnAt), logged))
    .as("some");
  const [any] = await read.select({ forecasts: count() }).from(some);
  const [all] = await read.select({ forecasts: count() }).from(forecasts).where(within);
  return [...rows, { value: "none", forecasts: (all?.forecasts ?? 0) - (any?.forecasts ?? 0) }];
}

/** The ids of those that pass a filter; undefined when that is all there are, null when it is too many. */
async function idsOf(
  read: Reader,
  filter: ForecastFilter,
  today: Day,
): Promise<readonly string[] | undefined | null> {
  if (narrowing(read, filter, today) === undefined) return undefined;
  const rows = await read
    .select({ id: forecasts.id })
    .from(forecasts)
    .where(filterCondition(read, filter, today))
    .limit(MOST_COUNTED + 1);
  return rows.length > MOST_COUNTED ? null : rows.map(({ id }) => id);
}

/**
 * Counts what each value of each choice would find, beside the other filters in force.
 *
 * @param totals what it comes to where no filter is in force, if that is known
 */
export async function countByFilter(
  read: Reader,
  today: Day,
  filter: ForecastFilter,
  totals?: FilterCounts,
): Promise<FilterCounts> {
  const found: Partial<Record<Choice, Counts | null>> = {};
  const all = await idsOf(read, filter, today);
  for (const choice of CHOICES) {
    const isInForce = filter[choice] !== undefined;
    const ids = isInForce ? await idsOf(read, { ...filter, [choice]: undefined }, today) : all;
    if (ids === undefined && totals !== undefined) {
      found[choice] = totals[choice];
      continue;
    }
    const rows = ids === null ? null : ids?.length === 0 ? [] : await countedBy(read, choice, ids, today);
    found[choice] =
      rows === null ? null : Object.fromEntries(rows.map(({ value, forecasts: of }) => [value, of]));
  }
  const { status = null, outcome = null, stance = null, speaker = null, source = null, tag = null } = found;
  return { status, outcome, stance, speaker, source, tag };
}
