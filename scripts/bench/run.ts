import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoreRefusal } from "#db/store.ts";
import { clockDay } from "../clock-day.ts";
import { command, Stop, say } from "../setup/project.mjs";
import { stopOnSignals } from "../setup/signals.mjs";
import { buildCopy } from "./app-copy.ts";
import { compareReports } from "./compare.ts";
import type { Figures, Report } from "./figures.ts";
import { wrk } from "./generator.ts";
import { measureSize } from "./measure-size.ts";
import { mixed } from "./mixed.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { soak } from "./soak.ts";
import { figuresTable } from "./table.ts";

async function measureAll(options: Options, where: Parameters<typeof measureSize>[2]): Promise<void> {
  const { engine, rounds, seconds } = options;
  const earlier: Report | null =
    options.compare === null ? null : JSON.parse(readFileSync(options.compare, "utf8"));
  const generator = wrk === null ? "our own" : "wrk";
  const figures: Figures[] = [];
  for (const size of options.sizes) {
    const found = await measureSize(options, size, where);
    figures.push(...found);
    say(
      `\n${size} forecasts, ${engine}, medians of ${rounds} rounds of ${seconds} s, load by ${generator}\n`,
    );
    say(`${figuresTable(found)}\n`);
  }
  const { today } = where;
  const report: Report = { today, engine, node: process.version, rounds, seconds, generator, figures };
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  if (earlier !== null) say(`Against ${options.compare}:\n\n${compareReports(earlier, report)}`);
}

command(async () => {
  const options = readOptions(process.argv.slice(2));
  if (!options.ok) throw new Stop(`${options.error}\n\n${USAGE}`);
  if (options.value.help) return say(USAGE);
  stopOnSignals();
  // The person's own settings must not reach the servers that are measured.
  for (const name of Object.keys(process.env)) {
    if (/^(PORT|HOST|DATABASE_URL|NODE_ENV|HINDCAST_.*)$/.test(name)) delete process.env[name];
  }
  const temporary = mkdtempSync(join(tmpdir(), "hindcast-bench-"));
  process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
  const where = { folder: await buildCopy(), temporary, today: clockDay(new Date()) };
  try {
    const run = options.value.mixed ? mixed : options.value.soak ? soak : measureAll;
    await run(options.value, where);
  } catch (error) {
    throw error instanceof StoreRefusal ? new Stop(error.message) : error;
  }
});
