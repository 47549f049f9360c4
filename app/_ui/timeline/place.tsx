import type { ReactNode } from "react";

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
