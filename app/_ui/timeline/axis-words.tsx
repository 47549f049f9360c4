import type { ReactNode } from "react";
import type { Day } from "#domain/day.ts";
import type { Zoom } from "#domain/lists/axis.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";

/** A fraction of the axis, as a length that holds however wide the axis is drawn. */
export const percent = (fraction: number): string => `${Math.round(fraction * 10_000) / 100}%`;

/** A place on the axis. Inside it one draws in pixels around 0, so that marks keep their shape at every width. */
export function Place({ at, children }: { at: number; children: ReactNode }) {
  return (
    <svg x={percent(at)} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}

const MONTHS: { readonly [L in Language]: Intl.DateTimeFormat } = {
  en: new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "short" }),
  "zh-Hant": new Intl.DateTimeFormat("zh-Hant-TW", { timeZone: "UTC", month: "short" }),
};

export const yearOf = (on: Day): number => Number(on.slice(0, 4));
const quarterOf = (on: Day): number => Math.ceil(Number(on.slice(5, 7)) / 3);

/** What stands at a heavy line, and over a period of the agenda. */
export function periodText(zoom: Zoom, on: Day, { timeline }: Messages): string {
  switch (zoom) {
    case "quarter":
      return timeline.quarterOf(quarterOf(on), yearOf(on));
    case "year":
      return timeline.yearOf(yearOf(on));
    case "decade":
      return timeline.decadeOf(Math.floor(yearOf(on) / 10) * 10);
    default:
      return zoom satisfies never;
  }
}

/** What stands at every line. */
export function lineText(zoom: Zoom, on: Day, language: Language, { timeline }: Messages): string {
  switch (zoom) {
    case "quarter":
      return MONTHS[language].format(new Date(`${on}T00:00:00Z`));
    case "year":
      return timeline.quarterMark(quarterOf(on));
    case "decade":
      return String(yearOf(on));
    default:
      return zoom satisfies never;
  }
}
