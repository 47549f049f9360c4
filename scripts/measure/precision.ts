import { type Candidate, type Extraction, extract } from "#domain/sources/extraction.ts";
import type { LabelledText } from "./labelled-texts.ts";
import { writtenReading } from "./written-reading.ts";

/** How what was found compares with what is there. */
export interface Counts {
  /** What a reader labelled, and how much of it is listed. */
  readonly labelled: number;
  readonly hit: number;
  /** What is listed, and how much of it is labelled. */
  readonly listed: number;
  readonly right: number;
}

/** One text, measured. */
export interface Measured {
  readonly text: LabelledText;
  readonly dated: Counts;
  readonly undated: Counts;
  /** Dated ones that are not listed as such, in their words. */
  readonly missed: readonly string[];
  /** What is listed as dated and is not, in its words. */
  readonly wrong: readonly string[];
  /** Of the labels that say what their time comes to, how many are listed with that window. */
  readonly windows: { readonly labelled: number; readonly right: number };
  /** Those that are listed with another one, with both. */
  readonly misread: readonly string[];
}

type Place = { readonly start: number; readonly end: number };
const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

function countsOf(listed: readonly Place[], labelled: readonly Place[], alsoRight: readonly Place[]): Counts {
  const right = [...labelled, ...alsoRight];
  return {
    labelled: labelled.length,
    hit: labelled.filter((label) => listed.some((found) => overlaps(found, label))).length,
    listed: listed.length,
    right: listed.filter((found) => right.some((label) => overlaps(found, label))).length,
  };
}

/**
 * Holds what is found in a text against its labels. Listed is what was not put aside. A candidate and a label are the
 * same when they share a place in the text.
 */
export function measure(text: LabelledText): Measured {
  const { candidates }: Extraction = extract(text.kept.text, text.saidOn);
  const listed = candidates.filter(({ strength }) => strength !== "aside");
  const places = (kind: Candidate["kind"]) =>
    listed.filter((candidate) => candidate.kind === kind).map(({ sentence }) => sentence);
  const labels = (is: string) => text.labels.filter((label) => label.is === is);
  const dated = places("dated");
  const windows = labels("dated").flatMap((label) => {
    if (label.window === undefined) return [];
    const found = listed.filter(({ kind, sentence }) => kind === "dated" && overlaps(sentence, label));
    const read = found.flatMap(({ horizon }) => (horizon === null ? [] : [writtenReading(horizon.reading)]));
    return [{ quote: label.quote, window: label.window, read }];
  });
  return {
    text,
    dated: countsOf(dated, labels("dated"), []),
    // A sentence that is labelled dated may be listed as undated when its time was not read: no reader minds.
    undated: countsOf(places("undated"), labels("undated"), labels("dated")),
    missed: labels("dated").flatMap((label) =>
      dated.some((found) => overlaps(found, label)) ? [] : [label.quote],
    ),
    windows: {
      labelled: windows.length,
      right: windows.filter(({ window, read }) => read.includes(window)).length,
    },
    misread: windows.flatMap(({ quote, window, read }) =>
      read.length === 0 || read.includes(window) ? [] : [`${quote} is ${window}, read ${read.join(", ")}`],
    ),
    wrong: dated.flatMap((found) =>
      labels("dated").some((label) => overlaps(found, label)) ? [] : [found.text],
    ),
  };
}

const NOTHING: Counts = { labelled: 0, hit: 0, listed: 0, right: 0 };

/** The counts of several texts together. */
export const total = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (sum, one) => ({
      labelled: sum.labelled + one.labelled,
      hit: sum.hit + one.hit,
      listed: sum.listed + one.listed,
      right: sum.right + one.right,
    }),
    NOTHING,
  );

/** Of what is there, how much is listed. */
export const recall = ({ hit, labelled }: Counts): number => (labelled === 0 ? 1 : hit / labelled);

/** Of what is listed, how much is right. */
export const precision = ({ right, listed }: Counts): number => (listed === 0 ? 1 : right / listed);
