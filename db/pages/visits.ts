import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { answerOf, nextCheck, retryAfter, standingInVain } from "#domain/pages/revisit.ts";
import type { LinkStanding } from "#domain/vocabulary.ts";
import { visits, watches } from "../schema/tables.ts";
import type { Writer } from "../store.ts";
import { compareWithKept, keepFound } from "./visit-found.ts";
import { findFirstInVain } from "./visit-log.ts";
import { isHeld, type Lease, release, type VisitFound, type Watch } from "./watches.ts";

/** What became of a visit. `put-off`: it is to be tried again, or has been tried often enough. */
export type VisitEnd =
  | {
      readonly kind: "stored" | "no-space" | "put-off";
      readonly standing: LinkStanding;
      readonly dueAt: Date;
    }
  | { readonly kind: "lease-lost" };

/** When a visit ends, and when the next is to be. */
export interface VisitMoment {
  readonly now: Date;
  /** How often, in days, a page is looked at again. */
  readonly everyDays: number;
  /** The site asked not to be visited before. */
  readonly retryAt?: Date | null;
}

async function findHeld(tx: Writer, lease: Lease): Promise<Watch | undefined> {
  if (!(await isHeld(tx, lease))) return undefined;
  const [watch] = await tx.select().from(watches).where(eq(watches.pageId, lease.pageId));
  if (watch?.url === lease.url) return watch;
  // Its link was corrected meanwhile: what was found is not the page's, which is due as the correction said.
  await release(tx, lease);
  return undefined;
}

/** What a visit changes in its watch, and what the log says of it. */
interface Outcome {
  readonly standing: LinkStanding;
  /** Since when it stands so, where that is not since now. */
  readonly since?: Date | undefined;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly fault: string | null;
  readonly detail: string | null;
  readonly status: number | null;
  readonly finalUrl: string | null;
  readonly copyId: string | null;
  readonly watch: Partial<Pick<Watch, "checkedAt" | "copyId" | "firstCopyId" | "etag" | "lastModified">>;
}

async function end(tx: Writer, watch: Watch, lease: Lease, now: Date, outcome: Outcome): Promise<void> {
  const { pageId } = watch;
  const { standing, dueAt, attempts, fault, detail, status, finalUrl, copyId } = outcome;
  const since = standing === watch.standing ? watch.since : (outcome.since ?? now);
  await tx
    .update(watches)
    .set({ standing, since, dueAt, attempts, fault, faultDetail: detail, ...outcome.watch })
    .where(eq(watches.pageId, pageId));
  await tx
    .insert(visits)
    .values({ id: randomUUID(), pageId, at: now, standing, status, finalUrl, fault, detail, copyId });
  await release(tx, lease);
}

const notBefore = (planned: Date, asked: Date | null | undefined): Date =>
  asked && asked > planned ? asked : planned;

/** Why a visit told nothing of the page. */
export interface VisitFailure {
  /** A code for a message. */
  readonly fault: string;
  readonly detail: string | null;
  /** We do not go there, so that trying again is of no use. */
  readonly isRefusal: boolean;
  readonly status?: number | null;
  readonly finalUrl?: string | null;
}

async function endInVain(
  tx: Writer,
  watch: Watch,
  lease: Lease,
  { fault, detail, isRefusal, status = null, finalUrl = null }: VisitFailure,
  { now, everyDays, retryAt }: VisitMoment,
): Promise<VisitEnd> {
  const attempts = watch.attempts + 1;
  const wait = isRefusal ? null : retryAfter(attempts);
  const isLast = wait === null;
  const standing = isRefusal ? "refused" : isLast ? standingInVain(watch.standing) : watch.standing;
  // It has been so since the first of the tries, of which this is the last.
  const since =
    standing === "unreachable" ? await findFirstInVain(tx, watch.pageId, attempts - 1) : undefined;
  const planned = isLast ? nextCheck(now, watch.pageId, everyDays) : new Date(now.getTime() + wait);
  const dueAt = notBefore(planned, retryAt);
  await end(tx, watch, lease, now, {
    standing,
    since,
    dueAt,
    fault,
    detail,
    status,
    finalUrl,
    copyId: null,
    attempts: isLast ? 0 : attempts,
    watch: isLast ? { checkedAt: now } : {},
  });
  return { kind: "put-off", standing, dueAt };
}

/**
 * Ends a visit that told nothing of the page: it is tried again in a minute, in ten, in an hour, and is then
 * "unreachable" until its next regular check, since the first of these tries. Nothing changes when the visit was
 * somebody else's by then.
 */
export async function putOff(
  tx: Writer,
  lease: Lease,
  failure: VisitFailure,
  moment: VisitMoment,
): Promise<VisitEnd> {
  const watch = await findHeld(tx, lease);
  return watch === undefined ? { kind: "lease-lost" } : endInVain(tx, watch, lease, failure, moment);
}

/**
 * Ends a visit that got an answer: what it found is kept, compared and logged, all of it or nothing. An answer that is
 * no page puts the visit off. Nothing changes when the visit was somebody else's by then.
 *
 * @param cap how much space there is for all contents, in bytes; what does not fit is not kept
 */
export async function endVisit(
  tx: Writer,
  lease: Lease,
  found: VisitFound,
  moment: VisitMoment & { readonly cap: number },
): Promise<VisitEnd> {
  const watch = await findHeld(tx, lease);
  if (watch === undefined) return { kind: "lease-lost" };
  const { now, everyDays, retryAt } = moment;
  const { status, finalUrl } = found;
  const answer = answerOf(status);
  const inVain = (fault: string) =>
    endInVain(tx, watch, lease, { fault, detail: null, isRefusal: false, status, finalUrl }, moment);
  const known = { attempts: 0, detail: null, status, finalUrl };
  const dueAt = notBefore(nextCheck(now, watch.pageId, everyDays), retryAt);
  switch (answer.kind) {
    case "failed":
      return inVain(answer.fault);
    case "gone": {
      const standing = "gone";
      await end(tx, watch, lease, now, {
        ...known,
        standing,
        dueAt,
        fault: null,
        copyId: null,
        watch: { checkedAt: now },
      });
      return { kind: "stored", standing, dueAt };
    }
    case "as-it-was": {
      const standing = await compareWithKept(tx, watch, found);
      if (standing === null) return inVain("unexpected-answer");
      await end(tx, watch, lease, now, {
        ...known,
        standing,
        dueAt,
        fault: null,
        copyId: watch.copyId,
        watch: { checkedAt: now },
      });
      return { kind: "stored", standing, dueAt };
    }
    case "page": {
      const kept = await keepFound(tx, watch, found, { now, cap: moment.cap });
      if (kept === null) return inVain("unexpected-answer");
      const { standing, copyId, hasSpace, ...changed } = kept;
      await end(tx, watch, lease, now, {
        ...known,
        standing,
        dueAt,
        fault: hasSpace ? null : "no-space",
        copyId,
        watch: { checkedAt: now, ...changed.watch },
      });
      return { kind: hasSpace ? "stored" : "no-space", standing, dueAt };
    }
    default:
      return answer satisfies never;
  }
}
