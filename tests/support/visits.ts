import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type TakenVisit, takeVisit } from "#db/pages/take-visit.ts";
import { endVisit, type VisitEnd } from "#db/pages/visits.ts";
import type { VisitFound } from "#db/pages/watches.ts";
import type { Writer } from "#db/store.ts";
import type { Held } from "./any-store.ts";
import { NOW } from "./seeded.ts";

export const PAGE = "https://example.org/report";

export const minutesLater = (minutes: number, from: Date = NOW): Date =>
  new Date(from.getTime() + minutes * 60_000);
export const daysLater = (days: number): Date => minutesLater(days * 24 * 60);

const details = {
  ...{ title: "A report", siteName: "Example", author: null, description: null },
  ...{ publishedOn: null, lang: "en", canonical: null },
};

/** What a visit gets from a page with these words on it. */
export function page(words: string, changes: Partial<VisitFound> & { canonical?: string } = {}): VisitFound {
  const { canonical = null, ...others } = changes;
  const body = Buffer.from(`<!doctype html><p>${words}</p>`);
  return {
    ...{ finalUrl: PAGE, redirects: [], status: 200, mediaType: "text/html" },
    headers: [["content-type", "text/html; charset=utf-8"]],
    sha256: createHash("sha256").update(body).digest("hex"),
    size: body.byteLength,
    stored: gzipSync(body),
    reading: { details: { ...details, canonical }, text: words, fault: null },
    sketch: [1, 2, 3],
    ...others,
  };
}

/** An answer without a page. */
export const answer = (status: number, changes: Partial<VisitFound> = {}): VisitFound => ({
  ...page("", { status, sha256: null, size: 0, stored: null, reading: null, sketch: null, mediaType: null }),
  ...changes,
});

export const EVERY = { everyDays: 30, cap: 1_000_000 };

let taken = 0;
export const take =
  (now: Date, leaseMs = 60_000) =>
  (tx: Writer): Promise<TakenVisit | null> => {
    taken += 1;
    return takeVisit(tx, { now, leaseMs, token: `lease-${taken}` });
  };

/** Takes the visit that is due and ends it with what it found. */
export async function visit(
  { store }: Pick<Held, "store">,
  now: Date,
  found: VisitFound | ((url: string) => VisitFound),
  cap = EVERY.cap,
): Promise<VisitEnd> {
  const due = await store.write(take(now));
  if (due === null) throw new Error("no visit is due");
  const answered = typeof found === "function" ? found(due.url) : found;
  return store.write((tx) => endVisit(tx, due.lease, answered, { ...EVERY, now, cap }));
}
