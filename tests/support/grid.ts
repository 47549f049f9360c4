import { forecasts, verdicts } from "#db/schema/tables.ts";
import { insertSource, insertSpeaker } from "#db/sources/insert.ts";
import type { Store } from "#db/store.ts";
import { type Day, daysAfter } from "#domain/day.ts";
import type { StatusFacts } from "#domain/forecasts/status.ts";
import { checkWindow } from "#domain/window.ts";
import { emptyStore } from "./any-store.ts";
import { NOW, TODAY } from "./seeded.ts";

/** A forecast of the grid: what its status follows from, and what it is sorted by. */
export interface GridForecast extends StatusFacts {
  readonly id: string;
  readonly slug: string;
  readonly saidOn: Day;
  /** When its verdict was recorded, whether or not it stands. */
  readonly decidedAt: Date | null;
}

const offset = (days: number | null): Day | null => (days === null ? null : daysAfter(TODAY, days));

/** Every window around today that holds together, with each review date, without, with, and after a verdict. */
export function gridForecasts(): readonly GridForecast[] {
  const grid: GridForecast[] = [];
  const near = [null, -2, -1, 0, 1, 2];
  for (const from of near)
    for (const by of [...near, 400])
      for (const grace of near)
        for (const review of [null, -1, 0, 1])
          for (const verdict of ["none", "stands", "ended"]) {
            const i = grid.length;
            const saidOn = daysAfter(TODAY, -2 - (i % 3));
            const window = { dueFrom: offset(from), dueBy: offset(by), graceBy: offset(grace) };
            if (!checkWindow(saidOn, window).ok) continue;
            // Neither the order of insertion nor of the ids is that of the slugs.
            const slug = `f-${String((i * 389) % 997).padStart(4, "0")}`;
            const decidedAt = verdict === "none" ? null : new Date(NOW.getTime() - (i % 50) * 86_400_000);
            const resolved = verdict === "stands";
            grid.push({
              id: `id-${i}`,
              slug,
              saidOn,
              ...window,
              reviewOn: offset(review),
              resolved,
              decidedAt,
            });
          }
  // Beyond a year, where "coming up" turns into "later".
  for (const days of [364, 365, 366, 2000]) {
    const i = grid.length;
    const window = { dueFrom: offset(days), dueBy: offset(days), graceBy: null, reviewOn: null };
    grid.push({
      id: `id-${i}`,
      slug: `far-${days}`,
      saidOn: TODAY,
      ...window,
      resolved: false,
      decidedAt: null,
    });
  }
  return grid;
}

/** A store that holds the grid and nothing else. Every eighth forecast is of the speaker `few`. */
export async function gridStore(grid: readonly GridForecast[]): Promise<Store> {
  const { store } = await emptyStore();
  await store.write(async (tx) => {
    const details = {
      kind: "talk",
      title: "T",
      titleLang: "en",
      url: "https://e.org",
      publisher: "P",
    } as const;
    const sourceId = await insertSource(tx, {
      slug: "s",
      ...details,
      lang: "en",
      publishedOn: null,
      notes: [],
    });
    const many = await insertSpeaker(tx, "many", [{ lang: "en", name: "Many", role: null }]);
    const few = await insertSpeaker(tx, "few", [{ lang: "en", name: "Few", role: null }]);
    const fixed = {
      sourceId,
      lang: "en",
      quote: "Q",
      negative: false,
      recordedAt: NOW,
      ...{ recordedOn: TODAY, revision: 0 },
    } as const;
    const rows = grid.map(({ resolved, decidedAt, ...row }, i) => ({
      ...{ ...fixed, ...row },
      speakerId: i % 8 === 0 ? few : many,
    }));
    await tx.insert(forecasts).values(rows);
    const decided = grid.flatMap(({ id, resolved, decidedAt }) =>
      decidedAt === null
        ? []
        : [
            {
              ...({
                id: `v-${id}`,
                forecastId: id,
                outcome: "void",
                knownOn: TODAY,
                rationale: "R",
              } as const),
              ...{ alreadyJudgeable: true, recordedAt: decidedAt },
              ...(resolved ? {} : ({ endedAt: NOW, ending: "withdrawn", endReason: "no" } as const)),
            },
          ],
    );
    if (decided.length > 0) await tx.insert(verdicts).values(decided);
  });
  return store;
}
