import type { Day } from "#domain/day.ts";
import { compareDue } from "#domain/lists/order.ts";
import type { Batch } from "./records.ts";
import { TAGS } from "./words.ts";

/** What the requests name: taken from the data set as it is made. */
export interface Samples {
  /** Forecasts from all over the data set. */
  readonly slugs: readonly string[];
  /** Forecasts without a verdict, each to be given one once. */
  readonly unjudged: readonly string[];
  /** Places in the latter half of the order of what falls due: more of them than the app keeps pages for. */
  readonly deepCursors: readonly string[];
  readonly tag: string;
}

interface Noted {
  readonly slug: string;
  readonly dueFrom: Day | null;
  readonly dueBy: Day | null;
}

/** A cursor as the app writes it. */
const writeCursor = (values: readonly string[]) => Buffer.from(JSON.stringify(values)).toString("base64url");

/** Looks at the batches that go by, and says in the end what to ask for. */
export function sampler() {
  const all: Noted[] = [];
  const unjudged: string[] = [];
  return {
    note(batch: Batch): void {
      const judged = new Set(batch.verdicts.map(({ forecastId }) => forecastId));
      for (const { id, slug, dueFrom = null, dueBy = null } of batch.forecasts) {
        all.push({ slug, dueFrom, dueBy });
        if (!judged.has(id)) unjudged.push(slug);
      }
    },
    samples(): Samples {
      const inOrder = all.toSorted((a, b) => compareDue(a, b));
      const deep = inOrder.slice(Math.floor(all.length * 0.5), Math.ceil(all.length * 0.9));
      const step = Math.max(1, Math.floor(all.length / 500));
      const apart = Math.max(1, Math.floor(deep.length / 400));
      return {
        slugs: all.filter((_, number) => number % step === 0).map((forecast) => forecast.slug),
        unjudged,
        deepCursors: deep
          .filter((_, number) => number % apart === 0)
          .map(({ dueBy, dueFrom, slug }) => writeCursor([dueBy ?? "~", dueFrom ?? "~", slug])),
        // The one that fills a page at every size, so that the sizes show rows alike.
        tag: TAGS[0] ?? "",
      };
    },
  };
}
