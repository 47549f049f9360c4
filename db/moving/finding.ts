import { inShort } from "../engine/errors.ts";

type Row = { readonly [column: string]: unknown };

/** What to ask a database of either engine about the numbers of its history: for all of them, and for each gap. */
export const ALL_NUMBERS = "select count(*) as entries, min(seq) as lowest from history";
export const GAPS =
  "select seq, before from (select seq, lag(seq) over (order by seq) as before from history) as numbered where seq <> before + 1 order by seq";

/** What the numbers of the history come to: how many entries, and what is wrong with their numbers. */
interface Numbers {
  readonly entries: number;
  readonly faults: readonly string[];
}

const range = (from: number, to: number) => (from === to ? `${from}` : `${from} to ${to}`);

/**
 * Whether the entries of the history are numbered from 1 without a gap, as they are made: a number that is missing is an
 * entry that somebody took away. That the newest ones are gone cannot be told by what is left.
 *
 * @param all what `ALL_NUMBERS` found, its numbers as numbers or as texts
 * @param gaps what `GAPS` found
 * @example { entries: 53, faults: ["missing are the entries 12 to 16"] }
 */
export function historyNumbers(all: Row | undefined, gaps: readonly Row[]): Numbers {
  const entries = Number(all?.entries ?? 0);
  const lowest = Number(all?.lowest ?? 1);
  const missing = [
    ...(lowest > 1 ? [range(1, lowest - 1)] : []),
    ...gaps.map(({ before, seq }) => range(Number(before) + 1, Number(seq) - 1)),
  ];
  const beforeAll = lowest < 1 ? [`entry ${lowest} comes before the first`] : [];
  return {
    entries,
    faults: missing.length === 0 ? beforeAll : [...beforeAll, `missing are the entries ${inShort(missing)}`],
  };
}

/** What was looked at, and what was found: nothing wrong, or what. */
export interface Finding {
  readonly about: "Pages and indexes" | "Foreign keys" | "Tables, indexes and triggers" | "History";
  readonly isSound: boolean;
  readonly said: string;
}

/** What is wrong with something, or else in which words it is as it should be. */
export const finding = (about: Finding["about"], faults: readonly string[], otherwise: string): Finding =>
  faults.length === 0
    ? { about, isSound: true, said: otherwise }
    : { about, isSound: false, said: inShort(faults) };

/** What a look ends with that was not possible is a finding, too. */
export const unreadable = (about: Finding["about"], error: unknown): Finding =>
  finding(
    about,
    [`cannot be read: ${(error instanceof Error ? error.message : String(error)).replaceAll("\n", " ")}`],
    "",
  );

/** What the numbers of the history come to. */
export const ofHistory = ({ entries, faults }: Numbers): Finding =>
  finding(
    "History",
    faults,
    entries === 0 ? "no entries" : `${entries} entries, numbered from 1 without a gap`,
  );
