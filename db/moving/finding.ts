import { inShort } from "../engine/in-short.ts";
import type { Numbers } from "./history-numbers.ts";

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
