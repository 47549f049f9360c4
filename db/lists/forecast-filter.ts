import {
  and,
  asc,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { parseSearch } from "#domain/search/query.ts";
import {
  type Outcome,
  type Sort,
  STANCES,
  type Stance,
  type StanceFilter,
  type Status,
} from "#domain/vocabulary.ts";
import { hasStatus, isLive } from "../change/status-filter.ts";
import { evidence, forecasts, forecastTags, sources, speakers, verdicts } from "../schema/tables.ts";
import { amongMatches } from "../search/find.ts";
import type { Reader } from "../store.ts";

/** Which forecasts are asked for; what is left out does not narrow. */
export interface ForecastFilter {
  readonly status?: readonly Status[];
  readonly tag?: readonly string[];
  readonly speaker?: string;
  readonly source?: string;
  readonly outcome?: readonly Outcome[];
  /** Has evidence that points this way and was not withdrawn, or has none at all. */
  readonly stance?: readonly StanceFilter[];
  /** Words of whatever is said of a forecast, as `parseSearch` reads them. */
  readonly q?: string;
  /** Compare `dueBy`, both inclusive; the undated are left out. */
  readonly dueAfter?: Day;
  readonly dueBefore?: Day;
  /** Compare the whole window with any grace; the undated are left out. */
  readonly from?: Day;
  readonly to?: Day;
}

const idOf = (read: Reader, of: typeof speakers | typeof sources, slug: string) =>
  read.select({ id: of.id }).from(of).where(eq(of.slug, slug));

/**
 * Two ways to ask whether something of a forecast is so: of a list, those that have it are looked up first; of what
 * words have been found in, each is asked whether it has it.
 */
const among = (
  read: Reader,
  having: typeof verdicts | typeof forecastTags,
  condition: SQL | undefined,
  found: boolean,
) =>
  found
    ? exists(
        read
          .select({ one: sql`1` })
          .from(having)
          .where(and(eq(having.forecastId, forecasts.id), condition)),
      )
    : inArray(forecasts.id, read.select({ id: having.forecastId }).from(having).where(condition));

/** Whether some evidence on a forecast has not been withdrawn, of one of these stances or of any. */
const hasEvidence = (read: Reader, stances?: readonly Stance[]) =>
  exists(
    read
      .select({ one: sql`1` })
      .from(evidence)
      .where(
        and(
          eq(evidence.forecastId, forecasts.id),
          stances && inArray(evidence.stance, [...stances]),
          isNull(evidence.withdrawnAt),
        ),
      ),
  );

function havingStance(read: Reader, wanted: readonly StanceFilter[]): SQL | undefined {
  const stances = STANCES.filter((stance) => wanted.some((one) => one === stance));
  return or(
    stances.length > 0 ? hasEvidence(read, stances) : undefined,
    wanted.includes("none") ? not(hasEvidence(read)) : undefined,
  );
}

/** A filter as SQL over `forecasts` alone; withdrawn ones pass none. */
export const filterCondition = (read: Reader, filter: ForecastFilter, today: Day): SQL | undefined =>
  and(isLive, narrowing(read, filter, today));

/**
 * What a filter asks of forecasts that are live; undefined where it asks nothing.
 *
 * @param found whether it is asked of forecasts that a search has found already; so it is where it has a `q` itself
 */
export function narrowing(
  read: Reader,
  filter: ForecastFilter,
  today: Day,
  found = filter.q !== undefined,
): SQL | undefined {
  const { status, tag, speaker, source, outcome, stance, q, dueAfter, dueBefore, from, to } = filter;
  return and(
    status && status.length > 0 ? hasStatus(status, today) : undefined,
    tag && tag.length > 0 ? among(read, forecastTags, inArray(forecastTags.tag, [...tag]), found) : undefined,
    speaker === undefined ? undefined : eq(forecasts.speakerId, idOf(read, speakers, speaker)),
    source === undefined ? undefined : eq(forecasts.sourceId, idOf(read, sources, source)),
    outcome && outcome.length > 0
      ? among(read, verdicts, and(inArray(verdicts.outcome, [...outcome]), isNull(verdicts.endedAt)), found)
      : undefined,
    stance && stance.length > 0 ? havingStance(read, stance) : undefined,
    q === undefined ? undefined : amongMatches(read, parseSearch(q)),
    dueAfter === undefined ? undefined : gte(forecasts.dueBy, dueAfter),
    dueBefore === undefined ? undefined : lte(forecasts.dueBy, dueBefore),
    from === undefined && to === undefined ? undefined : isNotNull(forecasts.dueFrom),
    from === undefined
      ? undefined
      : gte(sql`coalesce(${forecasts.graceBy}, ${forecasts.dueBy}, '9999-12-31')`, from),
    to === undefined ? undefined : lte(forecasts.dueFrom, to),
  );
}

/** Later than every day: puts the undated last while the days go up. `""` does while they go down. */
const AFTER_ALL = "~";

interface SortedRow {
  readonly slug: string;
  readonly saidOn: Day;
  readonly dueFrom: Day | null;
  readonly dueBy: Day | null;
}

/** What an order goes by, as an index has it: as columns, and as the values of one row, which make its cursor. */
function sortKey(sort: Sort) {
  switch (sort) {
    case "due":
    case "-due": {
      const last = sort === "due" ? AFTER_ALL : "";
      const orLast = (column: typeof forecasts.dueBy | typeof forecasts.dueFrom) =>
        sql`case when ${column} is null then ${sql.raw(`'${last}'`)} else ${column} end`;
      return {
        due: orLast(forecasts.dueBy),
        columns: [orLast(forecasts.dueBy), orLast(forecasts.dueFrom), forecasts.slug],
        values: ({ dueBy, dueFrom, slug }: SortedRow) => [dueBy ?? last, dueFrom ?? last, slug],
      };
    }
    case "said":
    case "-said":
      return {
        due: null,
        columns: [forecasts.saidOn, forecasts.slug],
        values: ({ saidOn, slug }: SortedRow) => [saidOn, slug],
      };
    default:
      return sort satisfies never;
  }
}

const PAST: readonly Status[] = ["overdue", "due"];
const UNDATED: readonly Status[] = ["review", "watching"];

/**
 * Where in the order of due dates all that passes a filter lies. It narrows nothing by itself: it lets the search
 * start there, where otherwise it would pass everything that fell due before.
 */
function stretchOf({ status, dueAfter, dueBefore }: ForecastFilter, sort: Sort, today: Day): SQL | undefined {
  const { due } = sortKey(sort);
  if (due === null) return undefined;
  const last = sql.raw(`'${sort === "due" ? AFTER_ALL : ""}'`);
  const only = (statuses: readonly Status[]) =>
    status !== undefined && status.length > 0 && status.every((one) => statuses.includes(one));
  return and(
    only(PAST) ? sql`${due} < ${today}` : undefined,
    only(UNDATED) ? sql`${due} = ${last}` : undefined,
    // Downwards an upcoming forecast without a last day stands before them all.
    only(sort === "due" ? ["open", "upcoming"] : ["open"]) ? sql`${due} >= ${today}` : undefined,
    dueAfter === undefined ? undefined : sql`${due} >= ${dueAfter}`,
    dueBefore === undefined ? undefined : sql`${due} <= ${dueBefore}`,
  );
}

/** How many values the cursor of an order has. */
export const cursorLength = (sort: Sort): number => sortKey(sort).columns.length;

/** An order as SQL, the cursor of a row in it, and the rows after a cursor. */
export function ordering(sort: Sort) {
  const { columns, values } = sortKey(sort);
  const down = sort.startsWith("-");
  const list = (parts: readonly unknown[]) =>
    sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    );
  return {
    orderBy: columns.map((column) => (down ? desc(column) : asc(column))),
    cursorOf: values,
    stretch: (filter: ForecastFilter, today: Day) => stretchOf(filter, sort, today),
    // The first column once more by itself: SQLite finds no place in an index of expressions by several at once.
    after: (cursor: readonly string[]): SQL =>
      sql`${columns[0]} ${sql.raw(down ? "<=" : ">=")} ${cursor[0]} and (${list(columns)}) ${sql.raw(down ? "<" : ">")} (${list(cursor)})`,
  };
}
