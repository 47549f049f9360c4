import { and, eq, gt, gte, isNull, lt, lte, not, or, type SQL, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { type Lie, STATUS_RULES, type StatusRule } from "#domain/forecasts/status.ts";
import type { Status } from "#domain/vocabulary.ts";
import { forecasts, verdicts } from "../schema/tables.ts";

/** Whether a verdict stands. */
const resolved = sql`exists (select 1 from ${verdicts} where ${verdicts.forecastId} = ${forecasts.id} and ${verdicts.endedAt} is null)`;

/** Withdrawn forecasts stand in no list, count or standing. */
export const isLive = isNull(forecasts.withdrawnAt);

type DayColumn = (typeof forecasts)[StatusRule["when"][number]["field"]];

function lies(column: DayColumn, is: Lie, today: Day): SQL | undefined {
  switch (is) {
    case "unset":
      return isNull(column);
    case "ahead":
      return gt(column, today);
    case "not-ahead":
      return or(isNull(column), lte(column, today));
    case "reached":
      return lte(column, today);
    case "not-reached":
      return or(isNull(column), gt(column, today));
    case "past":
      return lt(column, today);
    case "not-past":
      return gte(column, today);
    case "past-or-unset":
      return or(isNull(column), lt(column, today));
    default:
      return is satisfies never;
  }
}

const conditions = (rule: StatusRule, today: Day): SQL | undefined =>
  and(...rule.when.map(({ field, is }) => lies(forecasts[field], is, today)));

/** The forecasts that have one of these statuses on a day: the rules of `domain/forecasts/status.ts`, asked of many rows. */
export function hasStatus(wanted: readonly Status[], today: Day): SQL | undefined {
  const open = STATUS_RULES.filter(({ status }) => wanted.includes(status)).map((rule) =>
    conditions(rule, today),
  );
  const unresolved = open.length > 0 ? and(not(resolved), or(...open)) : undefined;
  return wanted.includes("resolved") ? or(resolved, unresolved) : (unresolved ?? sql`1 = 0`);
}

/**
 * Each row's status on a day. It has a name, by which rows can be grouped: the same words twice are two expressions.
 */
export function statusColumn(today: Day): SQL.Aliased<Status> {
  const cases = STATUS_RULES.map((rule) => sql`when ${conditions(rule, today)} then ${rule.status}`);
  return sql<Status>`case when ${resolved} then 'resolved' ${sql.join(cases, sql` `)} end`.as("status");
}

/** Whether each row was recorded late, as `domain/forecasts/recorded-late.ts` says; named for grouping, as the status is. */
export const lateColumn = (): SQL.Aliased<number> =>
  sql<number>`case when ${forecasts.recordedOn} > ${forecasts.dueFrom} then 1 else 0 end`
    .mapWith(Number)
    .as("late");

/** The standing verdict of each forecast, for joining. */
export const standing = and(eq(verdicts.forecastId, forecasts.id), isNull(verdicts.endedAt));
