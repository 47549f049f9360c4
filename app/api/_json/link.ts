import type { Passage } from "#db/evidence/record.ts";
import type { LinkState } from "#db/pages/link-state.ts";
import type { VisitRecord } from "#db/pages/visit-log.ts";

/** How a link stood at the last visit; null where its page has never been asked for. */
export const linkJson = (link: LinkState | null) =>
  link === null
    ? null
    : {
        standing: link.standing,
        since: link.since.toISOString(),
        checkedAt: link.checkedAt?.toISOString() ?? null,
        dueAt: link.dueAt.toISOString(),
        fault: link.fault,
        faultDetail: link.faultDetail,
        keptAt: link.keptAt?.toISOString() ?? null,
        copyId: link.copyId,
        firstCopyId: link.firstCopyId,
        movedTo: link.movedTo,
      };

/** The words that an entry rests on: UTF-16 offsets in the copy's text, the end excluded. */
export const passageJson = (passage: Passage | null) =>
  passage === null
    ? null
    : {
        copyId: passage.copyId,
        startsAt: passage.startsAt,
        endsAt: passage.endsAt,
        words: passage.words,
      };

/** What one visit found. */
export const visitJson = (visit: VisitRecord) => ({
  id: visit.id,
  at: visit.at.toISOString(),
  standing: visit.standing,
  status: visit.status,
  finalUrl: visit.finalUrl,
  fault: visit.fault,
  faultDetail: visit.detail,
  copyId: visit.copyId,
});
