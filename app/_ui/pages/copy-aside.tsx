import type { ReactNode } from "react";
import type { CopyRecord } from "#db/pages/copies.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { Instant } from "../../_words/instant.tsx";
import { routes } from "../../_words/routes.ts";
import { Isolated, Said } from "../text/isolated.tsx";
import { CopyTable } from "./page-lists.tsx";

interface CopyFactsProps {
  readonly copy: CopyRecord;
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="pairwise">
      <dt>{name}</dt>
      <dd className="of-page">{children}</dd>
    </div>
  );
}

/** What a page says of itself, as text: also an address is somebody's word here, and no link. */
function SaidOfItself({ copy: { details }, language, m }: CopyFactsProps) {
  const c = m.copies;
  const { title, siteName, author, publishedOn, lang, description, canonical } = details ?? {};
  const said = { title, siteName, author, lang, description, canonical };
  const names = ["title", "siteName", "author", "lang", "description", "canonical"] as const;
  const isSilent = !publishedOn && names.every((name) => !said[name]);
  if (isSilent) return <p className="empty">{c.saysNothing}</p>;
  return (
    <dl>
      {names.map((name) => {
        const words = said[name];
        return (
          words && (
            <Fact key={name} name={c.details[name]}>
              <Said m={m}>{words}</Said>
            </Fact>
          )
        );
      })}
      {publishedOn && (
        <Fact name={c.details.publishedOn}>
          <Day on={publishedOn} language={language} />
        </Fact>
      )}
    </dl>
  );
}

/** How a copy came: from where, when, by which way, and what its bytes are. */
function HowItCame({ copy, language, m, timeZone }: CopyFactsProps) {
  const { facts, bytes } = m.copies;
  const { url, redirects, finalUrl, status, mediaType, fetchedAt, sha256, size } = copy;
  return (
    <dl>
      <Fact name={facts.at}>
        <Instant at={fetchedAt} language={language} timeZone={timeZone} />
      </Fact>
      <Fact name={facts.url}>
        <a href={url} rel="noopener noreferrer nofollow ugc">
          <Isolated>{url}</Isolated>
        </a>
      </Fact>
      {redirects.length > 0 && (
        <Fact name={facts.redirects}>
          <ol className="hops">
            {redirects.map((hop, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the way it took does not change
              <li key={place}>
                <Isolated>{hop.url}</Isolated> <span className="small">({hop.status})</span>
              </li>
            ))}
          </ol>
        </Fact>
      )}
      {finalUrl !== url && (
        <Fact name={facts.finalUrl}>
          <Isolated>{finalUrl}</Isolated>
        </Fact>
      )}
      <Fact name={facts.status}>{status}</Fact>
      {mediaType !== null && (
        <Fact name={facts.mediaType}>
          <Isolated>{mediaType}</Isolated>
        </Fact>
      )}
      <Fact name={facts.size}>{bytes(size)}</Fact>
      <Fact name={facts.hash}>
        <code className="hash">{sha256}</code>
      </Fact>
    </dl>
  );
}

/** What is known of a copy beside its text, and what can be done with it. */
export function CopyAside({
  copy,
  copies,
  language,
  m,
  timeZone,
  children,
}: {
  copy: CopyRecord;
  /** Of the same page. */
  copies: readonly CopyRecord[];
  language: Language;
  m: Messages;
  timeZone: string;
  /** The entries that rest on it, and the form to mark their words. */
  children: ReactNode;
}) {
  const c = m.copies;
  const told = { copy, language, m, timeZone };
  return (
    <div className="copy-aside">
      {children}
      <section aria-labelledby="about">
        <h2 id="about">{c.about}</h2>
        <SaidOfItself {...told} />
      </section>
      <section aria-labelledby="fetched">
        <h2 id="fetched">{c.fetched}</h2>
        <HowItCame {...told} />
        {copy.contentSha256 !== null && (
          <>
            <p>
              <a className="button" href={routes.copyBytes(copy.id)} download>
                {c.download}
              </a>
            </p>
            <p className="hint">{c.downloadNote}</p>
          </>
        )}
      </section>
      <section aria-labelledby="others">
        <h2 id="others">{c.compare}</h2>
        {copies.length === 1 ? (
          <p className="empty">{c.onlyCopy}</p>
        ) : (
          <CopyTable copies={copies} current={copy.id} language={language} m={m} timeZone={timeZone} />
        )}
      </section>
    </div>
  );
}
