import type { ReactNode } from "react";
import type { CopyRecord } from "../../../db/pages/copies.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { routes } from "../../_words/routes.ts";
import { HowItCame, SaidOfItself } from "./copy-facts.tsx";
import { CopyTable } from "./page-lists.tsx";

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
