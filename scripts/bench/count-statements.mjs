import { createRequire } from "node:module";
import { join } from "node:path";

// Loaded into a server before Next, and only into one that is not measured: counts what the pages themselves ask of
// the database, so that nothing of it has to be in the app. Asked through the channel to the bench.
const load = createRequire(join(process.cwd(), "package.json"));
const seen = { statements: 0, rows: 0 };

function countSqlite() {
  const Database = load("better-sqlite3");
  const { prepare } = Database.prototype;
  const known = new WeakSet();
  Database.prototype.prepare = function (source) {
    const statement = prepare.call(this, source);
    if (known.has(statement)) return statement;
    known.add(statement);
    for (const name of ["all", "get", "run"]) {
      const ask = statement[name];
      statement[name] = function (...values) {
        const found = ask.apply(this, values);
        seen.statements += 1;
        seen.rows += Array.isArray(found) ? found.length : found === undefined ? 0 : 1;
        return found;
      };
    }
    return statement;
  };
}

function countPostgres() {
  const { Client } = load("pg");
  const { query } = Client.prototype;
  Client.prototype.query = function (...asked) {
    const answer = query.apply(this, asked);
    if (typeof answer?.then !== "function") return answer;
    seen.statements += 1;
    return answer.then((found) => {
      seen.rows += found?.rows?.length ?? 0;
      return found;
    });
  };
}

if (/^postgres/.test(process.env.DATABASE_URL ?? "")) countPostgres();
else countSqlite();

process.on("message", (message) => {
  if (message !== "statements") return;
  process.send?.({ ...seen });
  seen.statements = 0;
  seen.rows = 0;
});
process.channel?.unref();
