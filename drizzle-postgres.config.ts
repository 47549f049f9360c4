import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/engine/postgres/tables.ts",
  out: "./drizzle/postgres",
});
