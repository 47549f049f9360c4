import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { day } from "#domain/day.ts";
import { type HorizonReading, type Reading, readHorizon } from "#domain/horizon/read.ts";
import { type Candidate, extract } from "#domain/sources/extraction.ts";
import { keepText } from "#domain/sources/transcript.ts";

// npm run measure:held-out: how phrases and texts are read that were written and labelled by hands that had not seen the
// rules (tests/extraction/held-out). It tells counts alone: to look at what is wrong would be to tune by it.

const FOLDER = join(import.meta.dirname, "../../tests/extraction/held-out");
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

const json = <T>(file: string): T => JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
const share = (part: number, of: number) =>
  `${part}/${of}`.padEnd(9) + (of === 0 ? "" : (part / of).toFixed(3));

function sayPhrases(): void {
  const counts = new Map<string, { right: number; wrong: number; unread: number }>();
  for (const { lang, words, saidOn, window, alt = [] } of json<readonly HeldOutPhrase[]>("phrases.json")) {
    const accepted = [window, ...alt];
    const read = windowsOf(readHorizon(words, lang === "en" ? "en" : "zh", day(saidOn)));
    const count = counts.get(lang) ?? { right: 0, wrong: 0, unread: 0 };
    counts.set(lang, count);
    if (read.length === 0) count[accepted.includes(null) ? "right" : "unread"] += 1;
    else count[read.some((one) => accepted.includes(one)) ? "right" : "wrong"] += 1;
  }
  for (const [lang, { right, wrong, unread }] of counts) {
    const all = right + wrong + unread;
    console.log(
      `phrases ${lang.padEnd(8)} right ${share(right, all)}  wrong ${share(wrong, all)}  unread ${share(unread, all)}`,
    );
  }
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
function measureText(name: string, file: string) {
  const { saidOn, labels, language } = json<{
    saidOn: string;
    labels: readonly HeldOutLabel[];
    language: string;
  }>(`${name}${LABELS}`);
  const { text } = keepText(readFileSync(join(FOLDER, file), "utf8"), file);
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

function sayTexts(): void {
  const files = readdirSync(FOLDER);
  const texts = files
    .filter((file) => file.endsWith(LABELS))
    .map((file) => file.replace(LABELS, ""))
    .map((name) =>
      measureText(name, files.find((file) => file.startsWith(`${name}.`) && !file.endsWith(LABELS)) ?? ""),
    );
  for (const language of ["en", "zh-Hant", "zh-Hans"]) {
    const some = texts.filter((text) => text.language === language);
    const sum = (of: "dated" | "right" | "listed" | "precise" | "wrong" | "named" | "known") =>
      some.reduce((total, text) => total + text[of], 0);
    console.log(
      `texts   ${language.padEnd(8)} right window ${share(sum("right"), sum("dated"))}  wrong ${share(sum("wrong"), sum("listed"))}  ` +
        `precision ${share(sum("precise"), sum("listed"))}  speaker ${share(sum("known"), sum("named"))}`,
    );
  }
}

sayPhrases();
sayTexts();
