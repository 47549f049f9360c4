import { randomUUID } from "node:crypto";
import { findArchiveWanted, storeArchived } from "#db/pages/archived-copies.ts";
import { comeBack, endTurns, takeTurn } from "#db/pages/host-turns.ts";
import { giveBack, type TakenVisit, takeVisit } from "#db/pages/take-visit.ts";
import { endVisit, putOff, type VisitEnd } from "#db/pages/visits.ts";
import { findDueHost, pauseHost } from "#db/pages/watches.ts";
import type { Store, Writer } from "#db/store.ts";
import type { PageRequest } from "../fetch/fetch-page.ts";
import type { FetchPolicy } from "../fetch/policy.ts";
import { type Visited, visit } from "../visit/visit.ts";
import { type Archive, retryAfterOf } from "./archive.ts";

/** What a visit found, and the further hosts of which it has a turn. */
interface Led {
  readonly visited: Visited;
  readonly turns: readonly string[];
}

/**
 * Visits a page, one host after the other as it is led from one to the next: each only in its turn. Where one is not
 * free, the visit ends before it has asked it anything.
 */
async function visitInTurn(
  { url, host: home, etag, lastModified, lease }: TakenVisit,
  {
    store,
    policy,
    now,
    leaseMs,
  }: {
    readonly store: Store;
    readonly policy: FetchPolicy;
    readonly now: () => Date;
    readonly leaseMs: number;
  },
  signal?: AbortSignal,
): Promise<Led> {
  const turns: string[] = [];
  let request: PageRequest = { url, etag, lastModified, hosts: [home] };
  for (;;) {
    const visited = await visit({ request, policy }, signal);
    if (visited.ok || visited.error.code !== "waits-for-host") return { visited, turns };
    const { url: next, redirects = [] } = visited.error;
    const { host } = new URL(next);
    const held = [...turns];
    const isOurs = await store.write((tx) => takeTurn(tx, lease, host, { now: now(), leaseMs, held }));
    if (!isOurs) return { visited, turns };
    turns.push(host);
    request = { url: next, etag: null, lastModified: null, hosts: [home, ...turns], after: redirects };
  }
}

/** What it takes to ask an archive for its copy of a page. */
interface ArchiveAsking {
  readonly archive: Archive;
  readonly store: Store;
  readonly policy: FetchPolicy;
  readonly now: () => Date;
}

/** An archive is asked for each page once in so long. */
const EVERY_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Asks an archive for its copy of a page that was just visited, the one nearest to when ours was first kept, unless it
 * was asked lately. Where it does not answer, nothing is written down, and it is asked again after the next visit.
 */
async function askArchive(
  { archive, store, policy, now }: ArchiveAsking,
  pageId: string,
  signal?: AbortSignal,
): Promise<void> {
  const wanted = await findArchiveWanted(store.read, pageId);
  if (wanted === undefined) return;
  const { url, keptAt, askedAt } = wanted;
  if (askedAt !== null && now().getTime() - askedAt.getTime() < EVERY_MS) return;
  const found = await archive.find({ url, near: keptAt ?? now(), policy, now }, signal);
  if (found.ok) await store.write((tx) => storeArchived(tx, pageId, found.value, now()));
}

const LEASE_MS = 2 * 60 * 1000;

/** What it takes to keep pages. */
export interface Keeping {
  readonly store: Store;
  readonly policy: FetchPolicy;
  /** How much space all copies together may take, in bytes. */
  readonly cap: number;
  /** How often, in days, each link is looked at again. */
  readonly everyDays: number;
  /** Whom to ask for a copy of their own after a visit, if anybody. */
  readonly archive?: Archive | null;
  readonly now: () => Date;
  /** After how long a visit whose process died is somebody else's: longer than any visit takes. */
  readonly leaseMs?: number;
}

/** What became of one visit. */
export interface VisitMade {
  readonly url: string;
  readonly end: VisitEnd | { readonly kind: "given-back" };
  /** Why nothing was found, by its code. */
  readonly fault: string | null;
}

function headerOf(visited: Visited, wanted: string): string | null {
  if (!visited.ok) return null;
  return visited.value.page.headers.find(([name]) => name === wanted)?.[1] ?? null;
}

/** The host that answered last. */
function answeredBy(visited: Visited, taken: TakenVisit): string {
  if (!visited.ok || visited.value.page.redirects.length === 0) return taken.host;
  return new URL(visited.value.page.finalUrl).host;
}

async function conclude(
  tx: Writer,
  taken: TakenVisit,
  { visited, turns }: Led,
  keeping: Keeping,
): Promise<VisitEnd> {
  const now = keeping.now();
  const retryAt = retryAfterOf(headerOf(visited, "retry-after"), now);
  if (retryAt !== null) await pauseHost(tx, answeredBy(visited, taken), retryAt);
  await endTurns(tx, taken.lease, turns);
  if (!visited.ok && visited.error.code === "waits-for-host") {
    const host = new URL(visited.error.url).host;
    const dueAt = await comeBack(tx, taken.lease, host, now);
    return dueAt === null ? { kind: "lease-lost" } : { kind: "put-off", standing: taken.standing, dueAt };
  }
  const moment = { now, everyDays: keeping.everyDays, cap: keeping.cap, retryAt };
  if (visited.ok) {
    const { page, stored, reading, sketch } = visited.value;
    return endVisit(tx, taken.lease, { ...page, stored, reading, sketch }, moment);
  }
  const { code, detail, url, isRefusal } = visited.error;
  return putOff(tx, taken.lease, { fault: code, detail, isRefusal, finalUrl: url }, moment);
}

/** Puts a visit off of which nothing is known but why. */
const putOffFor = (fault: string, { lease }: TakenVisit, { store, now, everyDays }: Keeping) =>
  store.write((tx) =>
    putOff(tx, lease, { fault, detail: null, isRefusal: false }, { now: now(), everyDays }),
  );

/** Stores what a visit found. Where that fails, as on a full disk, the page is not fetched again all the time. */
async function conclusion(taken: TakenVisit, led: Led, keeping: Keeping): Promise<VisitEnd> {
  try {
    return await keeping.store.write((tx) => conclude(tx, taken, led, keeping));
  } catch (error) {
    // It may be too much as well; the visit was put off when it was taken.
    await putOffFor("not-stored", taken, keeping).catch(() => undefined);
    throw error;
  }
}

/** Whether a visit told something of the page: what it says, or that it is gone. */
const isTold = ({ kind }: VisitEnd): boolean => kind === "stored" || kind === "no-space";

/**
 * Makes the next visit that is due, and stores what it found. Only then an archive is asked, if there is one to ask.
 *
 * @returns null when none is due that may be made now
 */
export async function keepNext(keeping: Keeping, signal?: AbortSignal): Promise<VisitMade | null> {
  const { store, policy, now, leaseMs = LEASE_MS, archive = null } = keeping;
  // Read first: looking for work takes no turn away from those who write.
  if ((await findDueHost(store.read, now())) === undefined) return null;
  const wanted = { now: now(), leaseMs, token: randomUUID() };
  const taken = await store.write((tx) => takeVisit(tx, wanted));
  if (taken === null) return null;
  const led = await visitInTurn(taken, { store, policy, now, leaseMs }, signal);
  const { visited } = led;
  if (signal?.aborted && !visited.ok) {
    await store.write(async (tx) => {
      await endTurns(tx, taken.lease, led.turns);
      await giveBack(tx, taken.lease, taken.dueAt);
    });
    return { url: taken.url, end: { kind: "given-back" }, fault: null };
  }
  const end = await conclusion(taken, led, keeping);
  if (archive !== null && isTold(end))
    await askArchive({ archive, store, policy, now }, taken.pageId, signal);
  return { url: taken.url, end, fault: visited.ok ? null : visited.error.code };
}
