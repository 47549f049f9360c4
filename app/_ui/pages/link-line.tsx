import { Fragment, type ReactNode } from "react";
import type { LinkState } from "#db/pages/link-state.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { DayOf } from "../../_words/instant.tsx";
import { faultText } from "../../_words/link-words.ts";
import { differenceOf, routes } from "../../_words/routes.ts";
import { Isolated, Sentence } from "../text/isolated.tsx";

/** What a line about a link is made from. */
export interface LinkTold {
  /** Null where its page has never been asked for. */
  readonly link: LinkState | null;
  /** Whether pages are fetched here. */
  readonly fetches: boolean;
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
}

type Parts = readonly ReactNode[];

/** Where a page has moved: to where it says the same, or to where another text stands, of which there is a copy. */
function movedOf({ movedTo, copyId, firstCopyId }: LinkState, since: ReactNode, on: ReactNode, m: Messages) {
  const saysTheSame = copyId !== null && copyId === firstCopyId;
  return saysTheSame && movedTo !== null
    ? m.link.movedTo<ReactNode>(<Isolated key="to">{movedTo}</Isolated>, since, on)
    : m.link.moved(since, on);
}

/** Why a page could not be read after all tries: nobody is there, or what is there gives nothing. */
function unreachedOf(fault: string | null, since: ReactNode, next: ReactNode, m: Messages): Parts {
  if (fault === "no-such-host") return m.link.noSite(since, next);
  if (fault === "not-reached") return m.link.notReached(since, next);
  return m.link.unreachable<ReactNode>(since, faultText(fault, m), next);
}

/** How the link stands, in parts of a sentence. */
function toldOf({ link, fetches, language, m, timeZone }: LinkTold): readonly Parts[] {
  const l = m.link;
  if (link === null || link.standing === "waiting") {
    const isFailing = link !== null && link.fault !== null;
    const waiting = isFailing ? l.failing(faultText(link.fault, m)) : l.waiting;
    return fetches ? [[link === null ? l.notAsked : waiting]] : [[l.notAsked], [l.off]];
  }
  const { standing, since, checkedAt, keptAt, dueAt, fault } = link;
  const on = (at: Date) => <DayOf at={at} language={language} timeZone={timeZone} />;
  const checked = on(checkedAt ?? since);
  const kept: Parts = keptAt === null ? [l.noCopy] : l.kept(on(keptAt));
  const unkept: readonly Parts[] = fault === "no-space" ? [[l.notAllKept(faultText(fault, m))]] : [];
  const inVain: readonly Parts[] =
    fault === null || fault === "no-space" ? [] : [[l.lastTry(faultText(fault, m))]];
  switch (standing) {
    case "alive":
      return [...(keptAt === null ? [] : [kept]), l.alive(checked), ...unkept, ...inVain];
    case "changed":
      return [l.changed(on(since), checked), kept, ...unkept, ...inVain];
    case "moved":
      return [movedOf(link, on(since), checked, m), kept, ...unkept, ...inVain];
    case "gone":
      return [l.gone(on(since), checked), [keptAt === null ? l.noCopy : l.copyKept]];
    case "unreachable":
      return [unreachedOf(fault, on(since), on(dueAt), m), ...(keptAt === null ? [] : [kept])];
    case "refused":
      return keptAt === null
        ? [[l.refused(faultText(fault, m))]]
        : [l.refusedSince(on(since), faultText(fault, m)), kept];
    default:
      return standing satisfies never;
  }
}

function linksOf({ link, m }: LinkTold): readonly ReactNode[] {
  const l = m.link;
  const { copyId = null, firstCopyId = null } = link ?? {};
  const isOther = copyId !== null && firstCopyId !== null && copyId !== firstCopyId;
  return [
    firstCopyId !== null && <a href={routes.copy(firstCopyId)}>{l.seeCopy}</a>,
    isOther && <a href={differenceOf(firstCopyId, copyId)}>{l.seeDifference}</a>,
  ].filter((one) => one !== false);
}

/** How a link stands, in one line, with the ways to what is kept of its page. */
export function LinkLine(told: LinkTold) {
  const parts = toldOf(told);
  const links = linksOf(told);
  return (
    <p className={`link-line link-${told.link?.standing ?? "waiting"}`}>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change places
        <Fragment key={place}>
          {place > 0 && " · "}
          <span>
            <Sentence parts={part} />
          </span>
        </Fragment>
      ))}
      {links.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={place}>
          {" · "}
          {one}
        </Fragment>
      ))}
    </p>
  );
}
