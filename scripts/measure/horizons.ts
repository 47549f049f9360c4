import { day } from "#domain/day.ts";
import { readHorizon, type TextLanguage } from "#domain/horizon/read.ts";
import { scan } from "#domain/horizon/scan.ts";
import { table } from "../bench/table.ts";
import { command, Stop, say } from "../setup/project.mjs";
import { type Compared, compareRow, writtenRow } from "./compare-row.ts";
import { ENGLISH } from "./phrases-en.ts";
import { CHINESE } from "./phrases-zh.ts";
import { whySetAside } from "./set-aside.ts";
import { readSuites } from "./suite.ts";
import { DENSE } from "./worst-texts.ts";
import { type Phrase, SAID_ON, writtenReading } from "./written-reading.ts";

const USAGE = `npm run measure:horizons -- [FOLDER]

Reads phrases with known answers and prints how many the horizon reader reads as they say, what it reads otherwise and
why, and how long the worst texts take.

Without FOLDER the phrases are the project's own (scripts/measure/phrases-en.ts, phrases-zh.ts). With it they are those
of public test suites, in FOLDER/en.json and FOLDER/zh.json. Each is a JSON list of objects:

  phrase          the words
  reference       the day they were said on, YYYY-MM-DD, and perhaps a time
  start, end      the first day, and the day after the last; either may be missing
  shape           range | point | by | after; a point is one day, "by" may start on the day said, "after" has no end
  tolerance_days  1 where the end can be read with its day or without
  categories      a list of words, of which "vague" is looked at
  suite           where the phrase is from; for "chrono" a point is the end of a horizon, and a range ends with its end`;

const percent = (part: number, of: number) => (of === 0 ? "" : `${((100 * part) / of).toFixed(1)} %`);

function count<T>(items: readonly T[], of: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}

function showSuites(folder: string): void {
  const rows = readSuites(folder);
  const aside = rows.flatMap((row) => whySetAside(row) ?? []);
  const compared = rows.filter((row) => whySetAside(row) === null).map(compareRow);
  const name = ({ row }: Compared) => `${row.suite}, ${row.language}`;
  const suites = [...count(compared, name).keys(), "all"];
  const lines = suites.map((suite) => {
    const of = compared.filter((one) => suite === "all" || name(one) === suite);
    const are = (kind: Compared["kind"]) => of.filter((one) => one.kind === kind).length;
    const [same, house, miss] = [are("agrees"), are("house-rule"), are("miss")];
    return [
      suite,
      ...[of.length, same, house, miss].map(String),
      percent(same, of.length),
      percent(same + house, of.length),
    ];
  });
  say(`${rows.length} phrases, of which ${compared.length} are forecast horizons\n`);
  say(table(["suite", "phrases", "agree", "house rule", "miss", "agree %", "with house rules"], lines));
  say("\nSet aside:\n");
  for (const [why, many] of count(aside, (reason) => reason)) say(`  ${many}  ${why}`);
  for (const [kind, title] of [
    ["house-rule", "Otherwise by a house rule"],
    ["miss", "Misses"],
  ] as const) {
    const found = compared.filter((one) => one.kind === kind);
    say(`\n${title} (${found.length}):\n`);
    const shown = found.map(({ row, read, reason }) => [
      row.phrase,
      row.suite,
      row.saidOn,
      writtenRow(row),
      read,
      reason,
    ]);
    say(table(["phrase", "suite", "said", "theirs", "ours", "reason"], shown));
  }
}

function showOwn(): void {
  const measured = (phrases: readonly Phrase[], language: TextLanguage) => {
    const misses = phrases.filter(
      ([phrase, read, saidOn]) =>
        writtenReading(readHorizon(phrase, language, day(saidOn ?? SAID_ON))) !== read,
    );
    for (const [phrase, read] of misses) say(`miss: ${phrase}, which is ${read}`);
    return [language, String(phrases.length), percent(phrases.length - misses.length, phrases.length)];
  };
  say(table(["language", "phrases", "as stated"], [measured(ENGLISH, "en"), measured(CHINESE, "zh")]));
  say(
    "\nThese are the project's own phrases, which its tests hold it to. For the pass rates against public suites, with" +
      "\neach miss and its reason, name the folder with their phrases: npm run measure:horizons -- FOLDER" +
      "\n(--help says how they are laid out; docs/horizons.md has the figures).",
  );
}

const LENGTH = 10_000;
const ROUNDS = 20;

/** What the work costs the processor, in milliseconds, once it has been done often enough to be at its quickest. */
function costOf(work: () => void): number {
  for (let round = 0; round < ROUNDS; round += 1) work();
  const start = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / ROUNDS;
}

function showWorst(): void {
  const lines = DENSE.map(([name, ofLength]) => {
    const text = ofLength(LENGTH);
    const cells = (["en", "zh"] as const).flatMap((language) => {
      const steps = scan(text, language, day(SAID_ON)).steps;
      return [String(steps), costOf(() => scan(text, language, day(SAID_ON))).toFixed(1)];
    });
    return [name, ...cells];
  });
  say(`\n${LENGTH} characters of what gives the reader most to do, milliseconds of processor time:\n`);
  say(table(["text", "steps en", "ms en", "steps zh", "ms zh"], lines));
}

command(async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === "--help" || folder === "-h") return say(USAGE);
  if (more.length > 0 || folder?.startsWith("-")) throw new Stop(`One folder, or none.\n\n${USAGE}`);
  if (folder === undefined) showOwn();
  else showSuites(folder);
  showWorst();
});
