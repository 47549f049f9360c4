import { spawnSync } from "node:child_process";

// npm run db:generate -- NAME: the migrations of both engines that lead from the newest ones to the schema, and
// what those of PostgreSQL make.

const [name = "change", ...rest] = process.argv.slice(2);
if (name.startsWith("-") || rest.length > 0) {
  console.error("npm run db:generate -- NAME: what changes, in a word or two with hyphens");
  process.exit(1);
}
for (const config of ["drizzle.config.ts", "drizzle-postgres.config.ts"]) {
  const args = ["generate", "--config", config, "--name", name.replaceAll("-", "_")];
  const { status } = spawnSync("drizzle-kit", args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
await import("./write-catalog.ts");
