import { PGlite } from "@electric-sql/pglite";
import type { Location } from "#db/engine/location.ts";
import { prepareDatabase } from "#db/engine/postgres/open.ts";
import { type Session, type Sessions, sendable } from "#db/engine/postgres/sessions.ts";
import { postgresStore } from "#db/engine/postgres/store.ts";
import { tableShapes } from "#db/moving/table-rows.ts";
import { indexOnce } from "#db/search/index-texts.ts";
import { fillWithSeed } from "../seeded.ts";
import type { Engine } from "./engine.ts";

const schemaOf = (place: Location): string => {
  if (place.engine !== "postgres") throw new TypeError("not an address");
  return new URL(place.url).pathname.slice(1);
};

/**
 * PostgreSQL inside this process, with a single session: whoever works with it has it alone, in a schema of their own.
 */
function sessionsIn(database: PGlite, schema: string, readOnly: boolean): Sessions {
  const session: Session = {
    async query(statement, values) {
      const { text, rowMode } =
        typeof statement === "string" ? { text: statement, rowMode: undefined } : asked(statement);
      if (values === undefined && rowMode === undefined) {
        const results = await database.exec(text);
        return { rows: results.at(-1)?.rows ?? [] };
      }
      return database.query(text, values?.map(sendable), { rowMode });
    },
  };
  return {
    lend: (work) =>
      oneAtATime(database, async () => {
        const settings = `set search_path to ${schema}; set default_transaction_read_only = ${readOnly ? "on" : "off"}`;
        if (set.get(database) !== settings) await database.exec(settings);
        set.set(database, settings);
        return work(session);
      }),
    close: () => Promise.resolve(),
  };
}

const asked = (statement: { readonly text: string; readonly rowMode?: unknown }) => ({
  text: statement.text,
  rowMode: statement.rowMode === "array" ? ("array" as const) : undefined,
});

/**
 * What the one session has been told last; said again only where it changes, since a failed transaction hears nothing.
 */
const set = new WeakMap<PGlite, string>();
const turns = new WeakMap<PGlite, Promise<unknown>>();

function oneAtATime<T>(database: PGlite, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(database) ?? Promise.resolve()).then(work);
  turns.set(
    database,
    turn.catch(() => undefined),
  );
  return turn;
}

/** For machines without a server: the same SQL on the same engine, but never two sessions at once. */
export function pgliteEngine(): Engine {
  const created = PGlite.create();
  let schemas = 0;
  let template: Promise<Location> | undefined;
  async function unused(): Promise<Location> {
    const name = `case_${schemas++}`;
    const database = await created;
    await sessionsIn(database, name, false).lend((session) => session.query(`create schema ${name}`));
    return { engine: "postgres", url: `postgres://pglite/${name}` };
  }
  const prepare: Engine["prepare"] = async (place, fill) =>
    prepareDatabase(sessionsIn(await created, schemaOf(place), false), schemaOf(place), fill);
  return {
    name: "pglite",
    unused,
    async seeded() {
      template ??= unused().then(async (place) => {
        await prepare(place, fillWithSeed);
        return place;
      });
      const from = schemaOf(await template);
      const place = await unused();
      await prepare(place, () => Promise.resolve());
      await sessionsIn(await created, schemaOf(place), false).lend(async (session) => {
        // The index of words is no table of the schema, but belongs to it.
        for (const name of [...tableShapes.map((shape) => shape.name), "search_words"])
          await session.query(`insert into ${name} select * from ${from}.${name}`);
      });
      return place;
    },
    prepare,
    async open(place) {
      const database = await created;
      const schema = schemaOf(place);
      const store = postgresStore(sessionsIn(database, schema, true), sessionsIn(database, schema, false));
      await indexOnce(store);
      return store;
    },
    async connect(place) {
      const database = await created;
      const schema = schemaOf(place);
      return {
        run: (statement, values = []) =>
          sessionsIn(database, schema, false).lend(async (session) => [
            // Without values it may be several statements.
            ...(await session.query(statement, values.length > 0 ? [...values] : undefined)).rows,
          ]),
        close: () => Promise.resolve(),
      };
    },
    close: async () => (await created).close(),
  };
}
