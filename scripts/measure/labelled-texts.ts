import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Day, day } from "#domain/day.ts";
import { type KeptText, keepText } from "#domain/sources/transcript.ts";

/** What someone who read the text says of some words in it. */
export interface Label {
  readonly is: "dated" | "undated" | "neither";
  readonly because?: string;
  readonly horizonIn?: "question";
  /** What its time comes to, written as in `written-reading.ts`; only the texts of traps say so. */
  readonly window?: string;
  readonly quote: string;
}

/** A text with what is to be found in it. */
export interface LabelledText {
  readonly name: string;
  /** Never looked at while the rules were tuned. */
  readonly isHeldOut: boolean;
  /** Made of phrases that were once read wrong, each with what it comes to. */
  readonly hasTraps: boolean;
  readonly saidOn: Day;
  readonly kept: KeptText;
  readonly labels: readonly (Label & { readonly start: number; readonly end: number })[];
}

const FOLDER = join(import.meta.dirname, "../../tests/extraction/texts");
const LABELS = ".labels.json";

/** Where a quote stands; a label that fits no place or several would count for nothing, so that is an error. */
function placeOf(quote: string, text: string, name: string): { start: number; end: number } {
  const start = text.indexOf(quote);
  if (start === -1 || text.includes(quote, start + 1)) {
    throw new Error(
      `${name}: ${start === -1 ? "no place" : "more than one place"} has ${JSON.stringify(quote)}`,
    );
  }
  return { start, end: start + quote.length };
}

function labelledText(file: string, files: readonly string[]): LabelledText {
  const name = file.replace(LABELS, "");
  const source = files.find((other) => other.startsWith(`${name}.`) && other !== file);
  if (source === undefined) throw new Error(`${file} has no text beside it`);
  const { saidOn, labels }: { saidOn: string; labels: readonly Label[] } = JSON.parse(
    readFileSync(join(FOLDER, file), "utf8"),
  );
  const kept = keepText(readFileSync(join(FOLDER, source), "utf8"), source);
  return {
    name,
    isHeldOut: name.startsWith("held-out-"),
    hasTraps: name.startsWith("traps-"),
    saidOn: day(saidOn),
    kept,
    labels: labels.map((label) => ({ ...label, ...placeOf(label.quote, kept.text, name) })),
  };
}

/** The labelled texts of `tests/extraction/texts`, those to tune by first. */
export function labelledTexts(): readonly LabelledText[] {
  const files = readdirSync(FOLDER);
  const texts = files.filter((file) => file.endsWith(LABELS)).map((file) => labelledText(file, files));
  return texts.sort(
    (a, b) =>
      Number(a.hasTraps) - Number(b.hasTraps) ||
      Number(a.isHeldOut) - Number(b.isHeldOut) ||
      a.name.localeCompare(b.name),
  );
}
