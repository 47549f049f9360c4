import type { ArchivedCopy } from "#db/pages/archived-copies.ts";
import { err, type Result } from "#domain/result.ts";
import type { FetchPolicy } from "../fetch/policy.ts";
import { visit } from "../visit/visit.ts";
import { readArchiveAnswer } from "./archive-answer.ts";

const SECOND = 1000;
/** Nobody is waited for longer than this, whatever they ask. */
const MOST_MS = 30 * 24 * 60 * 60 * SECOND;

/**
 * When a site may be asked again, by its `Retry-After`: so many seconds from now, or a date (RFC 9110, 10.2.3).
 *
 * @returns null where it says nothing that can be read, or nothing that lies ahead; at most thirty days ahead
 * @example retryAfterOf("120", now) // two minutes from now
 */
export function retryAfterOf(header: string | null, now: Date): Date | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now.getTime();
  return ms > 0 ? new Date(now.getTime() + Math.min(ms, MOST_MS)) : null;
}

/** What is asked, by which rules, and what time it is. */
export interface ArchiveQuestion {
  readonly url: string;
  /** The copy taken nearest to this instant is wanted. */
  readonly near: Date;
  readonly policy: FetchPolicy;
  readonly now: () => Date;
}

/**
 * A service that tells of copies in an archive. It is asked one thing at a time, and nothing for a while when it fails.
 */
export interface Archive {
  find(question: ArchiveQuestion, signal?: AbortSignal): Promise<Result<ArchivedCopy | null, "no-answer">>;
}

/** Nobody waits for an archive as for a page, and its answers are short. */
const SHORT = { totalMs: 10_000, receivedBytes: 64 * 1024, unpackedBytes: 64 * 1024 };
const REST_MS = 10 * 60 * 1000;
const NO_ANSWER = err("no-answer" as const);

/** The day as the service takes it: eight digits, in UTC. */
const written = (at: Date): string => at.toISOString().slice(0, 10).replaceAll("-", "");

function addressOf(origin: string, { url, near }: ArchiveQuestion): string {
  const address = new URL("/wayback/available", origin);
  address.search = new URLSearchParams({ url, timestamp: written(near) }).toString();
  return address.href;
}

/**
 * The archive that answers at an origin, for one process.
 *
 * @param origin of a server that speaks the protocol of archive.org/wayback/available
 */
export function archiveAt(origin: string): Archive {
  let restsUntil: Date | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function ask(question: ArchiveQuestion, signal?: AbortSignal) {
    const { policy, now } = question;
    if (signal?.aborted || (restsUntil !== null && now() < restsUntil)) return NO_ANSWER;
    const asked = await visit(
      {
        request: { url: addressOf(origin, question), etag: null, lastModified: null, wantsJson: true },
        policy: { ...policy, limits: { ...policy.limits, ...SHORT } },
      },
      signal,
    );
    const { status = 0, headers = [], body = null } = asked.ok ? asked.value.page : {};
    if (status === 200) {
      return body === null ? NO_ANSWER : readArchiveAnswer(Buffer.from(body).toString(), origin, now());
    }
    const [, retryAfter = null] = headers.find(([name]) => name === "retry-after") ?? [];
    restsUntil = retryAfterOf(retryAfter, now()) ?? new Date(now().getTime() + REST_MS);
    return NO_ANSWER;
  }

  return {
    find(question, signal) {
      const found = last.then(() => ask(question, signal));
      last = found.catch(() => undefined);
      return found;
    },
  };
}
