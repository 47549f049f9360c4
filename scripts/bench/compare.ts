import type { Figures, Report } from "./figures.ts";
import { short, table } from "./table.ts";

const COMPARED = ["ratio", "cpuMs", "perSecond", "p99", "htmlBytes", "statements", "rows"] as const;
const TITLES: { readonly [C in (typeof COMPARED)[number]]: string } = {
  ratio: "× empty",
  cpuMs: "CPU ms",
  perSecond: "req/s",
  p99: "p99 ms",
  htmlBytes: "bytes sent",
  statements: "statements",
  rows: "rows",
};

function change(before: number | null, after: number | null): string {
  if (before === null || after === null) return "";
  if (before === after) return short(after);
  const percent =
    before === 0 ? "" : ` (${after > before ? "+" : ""}${((after / before - 1) * 100).toFixed(0)} %)`;
  return `${short(before)} → ${short(after)}${percent}`;
}

/** What changed between two reports, a line for each page and size that both have. */
export function compareReports(before: Report, after: Report): string {
  const known = (wanted: Figures) =>
    before.figures.find(({ name, size }) => name === wanted.name && size === wanted.size);
  const rows = after.figures.flatMap((figures) => {
    const earlier = known(figures);
    if (earlier === undefined) return [];
    return [
      [`${figures.size} ${figures.name}`, ...COMPARED.map((field) => change(earlier[field], figures[field]))],
    ];
  });
  return table(["", ...COMPARED.map((field) => TITLES[field])], rows);
}
