import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { day } from "#domain/day.ts";
import { type HorizonReading, type Reading, readHorizon } from "#domain/horizon/read.ts";
import { type Candidate, extract } from "#domain/sources/extraction.ts";
import { keepText } from "#domain/sources/transcript.ts";

// How phrases and texts are read that were written and labelled by hands that had not seen the
// rules: those that were looked at since (tests/extraction/from-others), and those that were not (held-out). Counts
// alone are told: to look at what is wrong would be to tune by it.

export type Folder = "from-others" | "held-out";
const pathOf = (folder: Folder) => join(import.meta.dirname, "../../tests/extraction", folder);
/** Held-out material goes to the other folder once it was looked at, so that there may be none. */
export const FOLDERS = (["from-others", "held-out"] as const).filter((folder) => existsSync(pathOf(folder)));
const LABELS = ".labels.json";

/** "2026-01-01..2026-12-31", open with nothing behind the dots; null where nothing falls due. */
type Window = string | null;

interface HeldOutPhrase {
  readonly lang: "en" | "zh-Hant" | "zh-Hans";
  readonly words: string;
  readonly saidOn: string;
  readonly window: Window;
  /** Other windows that an honest reader accepts. */
  readonly alt?: readonly Window[];
}

interface HeldOutLabel {
  readonly is: "dated" | "undated" | "neither";
  readonly quote: string;
  readonly window?: string;
  readonly alt?: readonly string[];
  /** As the text labels them; null where it does not. */
  readonly speaker?: string | null;
}

const written = ({ window: { dueFrom, dueBy } }: Reading): string => `${dueFrom}..${dueBy ?? ""}`;
const windowsOf = (reading: HorizonReading): readonly string[] =>
  reading.kind === "window"
    ? [written(reading)]
    : reading.kind === "ambiguous"
      ? reading.readings.map(written)
      : [];

const json = <T>(folder: Folder, file: string): T =>
  JSON.parse(readFileSync(join(pathOf(folder), file), "utf8"));

/** How the phrases of a folder are read, by language. Wrong is another window; unread is none. */
export function countPhrases(folder: Folder) {
  const counts = new Map<string, { right: number; wrong: number; unread: number }>();
  for (const { lang, words, saidOn, window, alt = [] } of json<readonly HeldOutPhrase[]>(
    folder,
    "phrases.json",
  )) {
    const accepted = [window, ...alt];
    const read = windowsOf(readHorizon(words, lang === "en" ? "en" : "zh", day(saidOn)));
    const count = counts.get(lang) ?? { right: 0, wrong: 0, unread: 0 };
    counts.set(lang, count);
    if (read.length === 0) count[accepted.includes(null) ? "right" : "unread"] += 1;
    else count[read.some((one) => accepted.includes(one)) ? "right" : "wrong"] += 1;
  }
  return counts;
}

interface Placed extends HeldOutLabel {
  readonly start: number;
  readonly end: number;
}
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
const accepted = ({ window, alt = [] }: HeldOutLabel): readonly (string | undefined)[] => [window, ...alt];
const ladder = ({ horizon, furtherHorizons }: Candidate): readonly string[] =>
  [horizon, ...furtherHorizons].flatMap((one) => (one === null ? [] : windowsOf(one.reading)));

/** What is counted of one text. */
function measureText(folder: Folder, name: string, file: string) {
  const { saidOn, labels, language } = json<{
    saidOn: string;
    labels: readonly HeldOutLabel[];
    language: string;
  }>(folder, `${name}${LABELS}`);
  const { text } = keepText(readFileSync(join(pathOf(folder), file), "utf8"), file);
  const placed = labels.map((label): Placed => {
    const start = text.indexOf(label.quote);
    if (start === -1) throw new Error(`${name} has no ${JSON.stringify(label.quote)}`);
    return { ...label, start, end: start + label.quote.length };
  });
  const { candidates } = extract(text, day(saidOn));
  const listed = candidates.filter(({ strength, kind }) => strength !== "aside" && kind === "dated");
  const dated = placed.filter(({ is }) => is === "dated");
  const own = (candidate: Candidate) => dated.filter((label) => overlaps(label, candidate.sentence));
  const isWrong = (candidate: Candidate) => {
    const labelled = own(candidate);
    const read = candidate.horizon === null ? [] : windowsOf(candidate.horizon.reading);
    return (
      labelled.length > 0 &&
      !labelled.some((label) => accepted(label).some((one) => read.includes(one ?? "")))
    );
  };
  const named = placed.filter(
    ({ is, speaker, start, end }) =>
      is !== "neither" && speaker && candidates.some(({ sentence }) => overlaps(sentence, { start, end })),
  );
  return {
    language,
    dated: dated.length,
    right: dated.filter((label) =>
      listed.some(
        (one) => overlaps(one.sentence, label) && ladder(one).some((read) => accepted(label).includes(read)),
      ),
    ).length,
    listed: listed.length,
    precise: listed.filter((one) => own(one).length > 0).length,
    wrong: listed.filter(isWrong).length,
    named: named.length,
    known: named.filter((label) =>
      candidates.some(({ sentence, speaker }) => overlaps(sentence, label) && speaker === label.speaker),
    ).length,
  };
}

const NUMBERS = ["dated", "right", "listed", "precise", "wrong", "named", "known"] as const;

/** What is found in the texts of a folder, by language. */
export function countTexts(folder: Folder) {
  const files = readdirSync(pathOf(folder));
  const sums = new Map<string, { [N in (typeof NUMBERS)[number]]: number }>();
  for (const file of files.filter((one) => one.endsWith(LABELS))) {
    const name = file.replace(LABELS, "");
    const source = files.find((one) => one.startsWith(`${name}.`) && one !== file) ?? "";
    const { language, ...counts } = measureText(folder, name, source);
    const sum = sums.get(language);
    if (sum === undefined) sums.set(language, counts);
    else for (const number of NUMBERS) sum[number] += counts[number];
  }
  return sums;
}
