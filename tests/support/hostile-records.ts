import type { Database } from "better-sqlite3";
import { is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "#db/schema/tables.ts";

/**
 * Turns what follows round, in a text that begins from right to left; and would end an isolation first. Between two
 * letters near its beginning and at its end stands a number.
 */
export const hostile = (number: number, text: string): string =>
  `\u05d0\u05d1 zq${number}b \u062f\u0627\u0631 ${text} \u2069\u202e nimda yb devorppa zq${number}e`;

/** A word within a longer text that is seen on pages where only its middle is shown, and may be a name's. */
export const WITHIN = "Zqm";

/** A text that is only written from right to left, as everybody may type it. */
export const rightToLeft = (number: number, text: string): string =>
  `zq${number}b \u05d0\u05d1 ${text} zq${number}e`;

/**
 * Columns that hold no words of somebody's: our own words and codes, days, hashes, and what records are found by. Each
 * other column of text is filled, a new one as well, until it stands here.
 */
const OUR_OWN = new Set([
  ..."forecasts.id forecasts.slug forecasts.lang forecast_texts.lang source_texts.lang".split(" "),
  ..."forecasts.said_on forecasts.due_from forecasts.due_by forecasts.grace_by forecasts.review_on".split(
    " ",
  ),
  ..."forecasts.recorded_on reviews.id reviews.previous_review_on reviews.review_on relations.kind".split(
    " ",
  ),
  ..."sources.id sources.slug sources.title_lang sources.lang sources.published_on speakers.id".split(" "),
  ..."speakers.slug speaker_texts.lang source_documents.format source_documents.sha256".split(" "),
  ..."source_documents.said_on evidence.id evidence.stance evidence.strength evidence.lang".split(" "),
  ..."evidence.kind evidence.criterion pages.id pages.link_key pages.published_on".split(" "),
  ..."page_addresses.link_key contents.sha256 copies.id copies.sha256 copies.reading_fault".split(" "),
  ..."hosts.host hosts.lease watches.standing watches.etag watches.last_modified watches.fault".split(" "),
  ..."visits.id visits.standing visits.fault verdicts.id verdicts.outcome verdicts.happened_on".split(" "),
  ..."verdicts.known_on verdicts.ending history.id history.action history.subject_id history.part_of".split(
    " ",
  ),
  ..."kept_answers.scope kept_answers.key kept_answers.fingerprint kept_answers.location".split(" "),
  ..."kept_answers.body typed_texts.id typed_texts.typed contents.sketch".split(" "),
  ..."source_documents.times verdicts.against actors.id actors.kind".split(" "),
]);

/** The same of the fields of what is kept as JSON. */
const OUR_OWN_FIELDS =
  /^(?:slug|.*(?:On|By|From)|lang|titleLang|stance|strength|kind|criterion|outcome|against|evidenceIds|format|sha256|status|speaker|source)$/;

/** A column that was filled, with its number; `found` where some record had anything in it. */
interface FilledColumn {
  readonly name: string;
  readonly number: number;
  readonly found: boolean;
}

/** A value of JSON with every text of somebody's in it made hostile. */
function hostileWithin(value: unknown, number: number, field = ""): unknown {
  if (OUR_OWN_FIELDS.test(field)) return value;
  if (typeof value === "string") return hostile(number, value);
  if (Array.isArray(value)) return value.map((one) => hostileWithin(one, number, field));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, hostileWithin(one, number, key)]),
  );
}

function hostileValue(
  value: string,
  number: number,
  column: { readonly name: string; readonly isJson: boolean },
) {
  if (column.isJson) return JSON.stringify(hostileWithin(JSON.parse(value), number));
  // A link is still one.
  return /^https?:/i.test(value) ? `${value}#${hostile(number, "")}` : hostile(number, value);
}

/** The columns of text of all tables that are none of ours, each with a number. */
function columnsOfTexts() {
  const tables = Object.values<unknown>(schema).filter((one) => is(one, SQLiteTable));
  return tables.flatMap((table) => {
    const { name, columns, foreignKeys } = getTableConfig(table);
    const references = foreignKeys.flatMap((key) => key.reference().columns.map((column) => column.name));
    return columns
      .filter((column) => column.getSQLType() === "text" && !references.includes(column.name))
      .filter((column) => !OUR_OWN.has(`${name}.${column.name}`))
      .map((column) => ({ table: name, name: column.name, isJson: column.columnType === "SQLiteTextJson" }));
  });
}

/** Makes every text of every record hostile that people typed or pages gave. */
export function makeHostile(database: Database): readonly FilledColumn[] {
  // History is never changed, and here it has to be.
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'history'",
    )
    .all();
  for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
  const columns = fillColumns(database);
  for (const { sql } of triggers) database.exec(sql);
  return columns;
}

const fillColumns = (database: Database): readonly FilledColumn[] =>
  columnsOfTexts().map(({ table, ...column }, place) => {
    const number = place + 1;
    const rows = database
      .prepare<[], { row: number; value: string }>(
        `select rowid as row, "${column.name}" as value from "${table}" where "${column.name}" is not null`,
      )
      .all();
    const change = database.prepare(`update "${table}" set "${column.name}" = ? where rowid = ?`);
    for (const { row, value } of rows) change.run(hostileValue(value, number, column), row);
    return { name: `${table}.${column.name}`, number, found: rows.length > 0 };
  });
