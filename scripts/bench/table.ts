import type { Figures } from "./figures.ts";
import { EMPTY } from "./targets.ts";

/** Columns as wide as what is in them, as Markdown, so that a table can go into a document as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? "").padEnd(width) : (cells[column] ?? "").padStart(width))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Three figures that count: 1234, 123, 12.3, 1.23, 0.123. */
export const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 1 ? 3 : 2);

const kb = (bytes: number) => (bytes / 1024).toFixed(1);
const or = (value: number | null, write: (value: number) => string) => (value === null ? "" : write(value));

const HEAD = [
  ...["", "req/s", "p50 ms", "p99 ms", "CPU ms", "× empty", "KB sent", "statements", "rows"],
  "JS KB over empty",
];

/** The figures of one size. */
export function figuresTable(figures: readonly Figures[]): string {
  const floor = figures.find(({ name }) => name === EMPTY)?.scriptBytes ?? 0;
  return table(
    HEAD,
    figures.map(({ name, kind, ...of }) => [
      name,
      ...[short(of.perSecond), short(of.p50), short(of.p99), short(of.cpuMs), of.ratio.toFixed(2)],
      or(of.htmlBytes, kb),
      or(of.statements, short),
      or(of.rows, (rows) => rows.toFixed(0)),
      kind === "page" ? or(of.scriptBytes, (bytes) => kb(bytes - floor)) : "",
    ]),
  );
}
