import { writeFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { readCatalog } from "#db/engine/postgres/catalog.ts";
import { migrateDatabase } from "#db/engine/postgres/migrations.ts";
import { catalogFile } from "#db/engine/postgres/schema.ts";
import type { Session } from "#db/engine/postgres/sessions.ts";

// npm run db:catalog: writes down what the migrations for PostgreSQL make, which each start compares a database with.
// db:generate does it too; it is for after a migration that was written by hand.

const database = await PGlite.create();
const session: Session = {
  async query(statement, values) {
    const text = typeof statement === "string" ? statement : statement.text;
    if (values !== undefined) return database.query(text, values);
    const results = await database.exec(text);
    return { rows: results.at(-1)?.rows ?? [] };
  },
};
await migrateDatabase(session);
const lines = (await readCatalog(session)).map((made) => JSON.stringify(made));
await database.close();
writeFileSync(catalogFile(), `[\n${lines.join(",\n")}\n]\n`);
console.log(`${catalogFile()}: ${lines.length} things that the migrations make`);
