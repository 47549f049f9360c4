import { extraction } from "#domain/sources/extraction.ts";
import { type LabelledText, labelledTexts } from "./labelled-texts.ts";
import { type Counts, type Measured, measure, precision, recall, total } from "./precision.ts";

// npm run measure:extraction [-- --details]: what is found in the labelled texts, and how long a large text takes.

const details = process.argv.includes("--details");
const MEGABYTE = 1_048_576;

const share = (part: number) => part.toFixed(3);
const figures = (counts: Counts) =>
  `recall ${share(recall(counts))} (${counts.hit}/${counts.labelled})`.padEnd(24) +
  `precision ${share(precision(counts))} (${counts.right}/${counts.listed})`;

function say(name: string, measured: readonly Measured[]): void {
  console.log(`${name.padEnd(24)} dated    ${figures(total(measured.map(({ dated }) => dated)))}`);
  console.log(`${"".padEnd(24)} undated  ${figures(total(measured.map(({ undated }) => undated)))}`);
  const labelled = measured.reduce((sum, { windows }) => sum + windows.labelled, 0);
  const right = measured.reduce((sum, { windows }) => sum + windows.right, 0);
  const misread = measured.reduce((sum, one) => sum + one.misread.length, 0);
  if (labelled > 0) console.log(`${"".padEnd(24)} windows  ${right}/${labelled} right, ${misread} wrong`);
}

function sayDetails({ missed, wrong, misread }: Measured): void {
  for (const quote of misread) console.log(`    misread ${quote}`);
  for (const quote of missed) console.log(`    missed  ${quote}`);
  for (const quote of wrong) console.log(`    wrong   ${quote}`);
}

/** A megabyte of a text, over and over, and the longest that others would have to wait for their turn. */
function sayTime({ name, kept, saidOn }: LabelledText): void {
  const bytes = Buffer.byteLength(kept.text);
  const text = `${kept.text}\n\n`.repeat(Math.floor(MEGABYTE / (bytes + 2)));
  const started = performance.now();
  const usage = process.cpuUsage();
  let longest = 0;
  let before = started;
  const work = extraction(text, saidOn);
  let step = work.next();
  for (; !step.done; step = work.next()) {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  }
  const end = performance.now();
  longest = Math.max(longest, end - before);
  const { user, system } = process.cpuUsage(usage);
  const processor = (user + system) / 1000;
  console.log(
    `${name.padEnd(24)} 1 MB in ${(end - started).toFixed(0)} ms (${processor.toFixed(0)} ms of a processor), ` +
      `${longest.toFixed(0)} ms in the longest step, ` +
      `${step.value.candidates.length} candidates`,
  );
}

const texts = labelledTexts();
const all = texts.map(measure);
for (const one of all) {
  say(one.text.name, [one]);
  // To look at what is missed in a held-out text would be to tune by it.
  if (details && !one.text.isHeldOut) sayDetails(one);
}
console.log();
say(
  "all to tune by",
  all.filter(({ text }) => !text.isHeldOut && !text.hasTraps),
);
say(
  "all of traps",
  all.filter(({ text }) => text.hasTraps),
);
say(
  "all held out",
  all.filter(({ text }) => text.isHeldOut),
);
console.log();
for (const text of texts.filter(({ isHeldOut }) => !isHeldOut)) sayTime(text);
