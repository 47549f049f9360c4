import type { Day } from "../../domain/day.ts";
import { compareDue } from "../../domain/order.ts";
import type { Batch } from "./records.ts";
import { TAGS } from "./words.ts";

/** What the requests name: taken from the data set as it is made. */
export interface Samples {
  /** Forecasts from all over the data set. */
  readonly slugs: readonly string[];
  /** Forecasts without a verdict, each to be given one once. */
  readonly unjudged: readonly string[];
  /** The place in the order of what falls due after which little more than a third is left. */
  readonly deepCursor: string;
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
      const deep = all.toSorted((a, b) => compareDue(a, b))[Math.floor(all.length * 0.6)];
      if (deep === undefined) throw new Error("a data set without forecasts cannot be measured");
      const step = Math.max(1, Math.floor(all.length / 500));
      const { dueBy, dueFrom, slug } = deep;
      return {
        slugs: all.filter((_, number) => number % step === 0).map((forecast) => forecast.slug),
        unjudged,
        deepCursor: writeCursor([dueBy ?? "~", dueFrom ?? "~", slug]),
        tag: TAGS[7] ?? "",
      };
    },
  };
}
