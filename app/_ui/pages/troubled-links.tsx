import type { TroubledLink } from "#db/pages/troubled-links.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Isolated } from "../text/isolated.tsx";
import { LinkLine } from "./link-line.tsx";
import { PageEntries } from "./page-entries.tsx";

/** Pages whose links are in trouble, each with how it stands and with what rests on it. */
export function TroubledLinks({
  links,
  fetches,
  language,
  m,
  timeZone,
}: {
  links: readonly TroubledLink[];
  fetches: boolean;
  language: Language;
  m: Messages;
  timeZone: string;
}) {
  return (
    <ul className="plain">
      {links.map(({ pageId, url, title, publisher, link, entries }) => (
        <li className="entry" key={pageId}>
          <a href={url} rel="noopener noreferrer nofollow ugc">
            <Isolated>{title}</Isolated>
          </a>
          <div className="meta">
            <Isolated>{publisher}</Isolated>
            <Isolated>{new URL(url).host}</Isolated>
          </div>
          <LinkLine link={link} fetches={fetches} language={language} m={m} timeZone={timeZone} />
          <PageEntries entries={entries} language={language} m={m} />
        </li>
      ))}
    </ul>
  );
}
