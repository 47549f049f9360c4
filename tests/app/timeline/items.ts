import type { TimelineItem } from "#db/lists/timeline.ts";
import { type Day, day } from "#domain/day.ts";
import { statusOf } from "#domain/forecasts/status.ts";

export const TODAY = day("2026-11-23");
const orNull = (text: string | null | undefined): Day | null => (text ? day(text) : null);

interface Days {
  readonly dueFrom?: string;
  readonly dueBy?: string;
  readonly graceBy?: string;
  readonly reviewOn?: string;
}

/** A forecast said on 10 Sep 2025, with the days that matter to a test. */
export function forecastWith(
  slug: string,
  days: Days,
  speaker = "ada",
  more: Partial<TimelineItem> = {},
): TimelineItem {
  const facts = {
    dueFrom: orNull(days.dueFrom),
    dueBy: orNull(days.dueBy),
    graceBy: orNull(days.graceBy),
    reviewOn: orNull(days.reviewOn),
  };
  return {
    ...facts,
    slug,
    claim: { en: `Claim ${slug}`, "zh-Hant": null },
    speaker: { slug: speaker, name: { en: speaker, "zh-Hant": null } },
    source: { slug: "talk", title: "Talk", lang: "en", url: "https://example.org/" },
    saidOn: day("2025-09-10"),
    horizon: { words: null, isQuoted: true, lang: "en", note: { en: null, "zh-Hant": null } },
    negative: false,
    status: statusOf({ ...facts, resolved: more.verdict != null }, TODAY),
    verdict: null,
    isWithdrawn: false,
    evidenceCounts: { supports: 0, contradicts: 0, context: 0 },
    evidenceDays: [],
    ...more,
  };
}
