import type { ArchivedCopy } from "#db/pages/archived-copies.ts";
import { isDay } from "#domain/day.ts";
import { err, ok, type Result } from "#domain/result.ts";

/** Where the copies of the Internet Archive are shown. */
const SHOWN_AT = "web.archive.org";
const MOST_CHARACTERS = 8_000;
/** There was no page to take a copy of before. */
const FIRST_YEAR = "1990";
const DAY_MS = 24 * 60 * 60 * 1000;

const TIMESTAMP = /^(\d{4})(\d\d)(\d\d)([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/;

/** When a copy was taken: fourteen digits, in UTC; null for what cannot be. Clocks may differ by a day. */
function takenAtOf(timestamp: string, now: Date): Date | null {
  const [, year = "", month, date, hour, minute, second] = TIMESTAMP.exec(timestamp) ?? [];
  const on = `${year}-${month}-${date}`;
  if (!isDay(on) || year < FIRST_YEAR) return null;
  const at = new Date(`${on}T${hour}:${minute}:${second}Z`);
  return at.getTime() > now.getTime() + DAY_MS ? null : at;
}

/** The address of a copy at the service itself or where the Internet Archive shows its copies; null for any other. */
function copyUrl(link: string, timestamp: string, service: URL): string | null {
  const url = link.length > MOST_CHARACTERS ? null : URL.parse(link);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  if (url.username !== "" || url.password !== "") return null;
  if (url.host !== SHOWN_AT && url.host !== service.host) return null;
  if (!url.pathname.includes(`/${timestamp}`)) return null;
  if (url.host === SHOWN_AT || service.protocol === "https:") url.protocol = "https:";
  return url.href;
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const NO_ANSWER = err("no-answer" as const);

/**
 * Reads what an archive says of the copies that it has of a page.
 *
 * @param origin the service's own
 * @returns the copy, or null where it has none; `no-answer` for whatever else it may say
 * Source: the Wayback Availability JSON API, https://archive.org/help/wayback_api.php
 */
export function readArchiveAnswer(
  text: string,
  origin: string,
  now: Date,
): Result<ArchivedCopy | null, "no-answer"> {
  const answer = parsed(text);
  const snapshots = isRecord(answer) ? answer.archived_snapshots : undefined;
  if (!isRecord(snapshots)) return NO_ANSWER;
  const { closest } = snapshots;
  if (closest === undefined) return Object.keys(snapshots).length === 0 ? ok(null) : NO_ANSWER;
  if (!isRecord(closest) || closest.available !== true || closest.status !== "200") return NO_ANSWER;
  const { url: link, timestamp } = closest;
  if (typeof link !== "string" || typeof timestamp !== "string") return NO_ANSWER;
  const takenAt = takenAtOf(timestamp, now);
  const url = copyUrl(link, timestamp, new URL(origin));
  return takenAt === null || url === null ? NO_ANSWER : ok({ url, takenAt });
}
