import { Fragment, type ReactNode } from "react";
import type { LinkState } from "../../../db/evidence-record.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { DayOf } from "../instant.tsx";
import { differenceOf, routes } from "../routes.ts";
import { Sentence } from "../sentence.tsx";
import { faultText } from "./link-words.ts";

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
  switch (standing) {
    case "alive":
      return [...(keptAt === null ? [] : [kept]), l.alive(checked), ...unkept];
    case "changed":
      return [l.changed(on(since), checked), kept, ...unkept];
    case "moved":
      return [l.moved(on(since), checked), kept, ...unkept];
    case "gone":
      return [l.gone(on(since), checked), [keptAt === null ? l.noCopy : l.copyKept]];
    case "unreachable":
      return [l.unreachable(on(since), faultText(fault, m), on(dueAt)), ...(keptAt === null ? [] : [kept])];
    case "refused":
      return [[l.refused(faultText(fault, m))], ...(keptAt === null ? [] : [kept])];
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
