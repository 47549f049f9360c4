import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Day, daysAfter, isDay } from "#domain/day.ts";
import type { TextLanguage } from "#domain/horizon/read.ts";

/** One phrase of a public suite and the days it is known to stand for. */
export interface Row {
  readonly suite: string;
  readonly language: TextLanguage;
  readonly phrase: string;
  readonly saidOn: Day;
  readonly shape: "range" | "point" | "by" | "after";
  /** How many days either end may be off: where the suite's end can be read with the day or without. */
  readonly tolerance: number;
  readonly isVague: boolean;
  /** The first day; null where the suite does not say. */
  readonly from: Day | null;
  /** The last day, itself included; null where it has none. */
  readonly to: Day | null;
}

const SHAPES = ["range", "point", "by", "after"] as const;

function refuse(file: string, at: number, what: string): never {
  throw new Error(`${file}: row ${at + 1} ${what}`);
}

function toRow(
  given: Readonly<Record<string, unknown>>,
  language: TextLanguage,
  file: string,
  at: number,
): Row {
  const text = (name: string) => (typeof given[name] === "string" ? String(given[name]) : "");
  const dayIn = (name: string): Day | null => {
    const on = text(name).slice(0, 10);
    return isDay(on) ? on : null;
  };
  const saidOn = dayIn("reference") ?? refuse(file, at, "has no reference day");
  const shape = SHAPES.find((one) => one === given.shape) ?? refuse(file, at, "has none of the shapes");
  const suite = text("suite");
  const [start, end] = [dayIn("start"), dayIn("end")];
  // Chrono gives the moment at which a horizon ends, and a range with its last day; the others end on the day after.
  const isMoment = suite === "chrono" && shape === "point";
  const last = end === null ? null : suite === "chrono" ? end : daysAfter(end, -1);
  return {
    suite,
    language,
    phrase: text("phrase"),
    saidOn,
    shape,
    tolerance: Number(given.tolerance_days ?? 0),
    isVague: Array.isArray(given.categories) && given.categories.includes("vague"),
    from: isMoment ? null : (start ?? saidOn),
    to: shape === "after" ? null : last,
  };
}

/** The rows of `en.json` and `zh.json` in a folder. */
export function readSuites(folder: string): readonly Row[] {
  return (["en", "zh"] as const).flatMap((language) => {
    const file = join(folder, `${language}.json`);
    const rows: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!Array.isArray(rows)) throw new Error(`${file} holds no list`);
    return rows.map((row: Readonly<Record<string, unknown>>, at) => toRow(row, language, file, at));
  });
}
