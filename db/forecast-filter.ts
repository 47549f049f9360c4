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
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Day } from "../domain/day.ts";
import type { Outcome, Sort, Status } from "../domain/vocabulary.ts";
import { containsText } from "./dialect.ts";
import {
  forecasts,
  forecastTags,
  forecastTexts,
  sources,
  speakers,
  speakerTexts,
  verdicts,
} from "./schema.ts";
import { hasStatus, isLive } from "./status-filter.ts";
import type { Reader } from "./store.ts";

/** Which forecasts are asked for; what is left out does not narrow. */
export interface ForecastFilter {
  readonly status?: readonly Status[];
  readonly tag?: readonly string[];
  readonly speaker?: string;
  readonly source?: string;
  readonly outcome?: readonly Outcome[];
  /** Part of a claim, a quote or a speaker's name, in any case of letters. */
  readonly q?: string;
  /** Compare `dueBy`, both inclusive; the undated are left out. */
  readonly dueAfter?: Day;
  readonly dueBefore?: Day;
  /** Compare the whole window with any grace; the undated are left out. */
  readonly from?: Day;
  readonly to?: Day;
}

const mentions = (read: Reader, q: string) =>
  or(
    containsText(forecasts.quote, q),
    exists(
      read
        .select({ one: sql`1` })
        .from(forecastTexts)
        .where(and(eq(forecastTexts.forecastId, forecasts.id), containsText(forecastTexts.claim, q))),
    ),
    exists(
      read
        .select({ one: sql`1` })
        .from(speakerTexts)
        .where(and(eq(speakerTexts.speakerId, forecasts.speakerId), containsText(speakerTexts.name, q))),
    ),
  );

const idOf = (read: Reader, of: typeof speakers | typeof sources, slug: string) =>
  read.select({ id: of.id }).from(of).where(eq(of.slug, slug));

const havingOutcome = (read: Reader, outcomes: readonly Outcome[]) =>
  inArray(
    forecasts.id,
    read
      .select({ id: verdicts.forecastId })
      .from(verdicts)
      .where(and(inArray(verdicts.outcome, [...outcomes]), isNull(verdicts.endedAt))),
  );

/** A filter as SQL over `forecasts` alone; withdrawn ones pass none. */
export function filterCondition(read: Reader, filter: ForecastFilter, today: Day): SQL | undefined {
  const { status, tag, speaker, source, outcome, q, dueAfter, dueBefore, from, to } = filter;
  return and(
    isLive,
    status && status.length > 0 ? hasStatus(status, today) : undefined,
    tag && tag.length > 0
      ? inArray(
          forecasts.id,
          read
            .select({ id: forecastTags.forecastId })
            .from(forecastTags)
            .where(inArray(forecastTags.tag, [...tag])),
        )
      : undefined,
    speaker === undefined ? undefined : eq(forecasts.speakerId, idOf(read, speakers, speaker)),
    source === undefined ? undefined : eq(forecasts.sourceId, idOf(read, sources, source)),
    outcome && outcome.length > 0 ? havingOutcome(read, outcome) : undefined,
    q === undefined ? undefined : mentions(read, q),
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
    after: (cursor: readonly string[]): SQL =>
      sql`(${list(columns)}) ${sql.raw(down ? "<" : ">")} (${list(cursor)})`,
  };
}
