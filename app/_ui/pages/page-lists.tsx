import type { CopyRecord } from "#db/pages/copies.ts";
import type { VisitRecord } from "#db/pages/visit-log.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Instant } from "../../_words/instant.tsx";
import { faultText } from "../../_words/link-words.ts";
import { differenceOf, routes } from "../../_words/routes.ts";

interface PageListProps {
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
}

/** As much of a hash as tells copies apart. */
const SHORT_HASH = 12;

/**
 * The copies of a page, the newest first.
 *
 * @param current the copy whose page it is: the others can be compared with it, and there is little
 * room beside its text
 */
export function CopyTable({
  copies,
  current,
  language,
  m,
  timeZone,
}: PageListProps & { copies: readonly CopyRecord[]; current?: string }) {
  const c = m.copies;
  return (
    <div className="scroll">
      <table className="copies">
        <thead>
          <tr>
            <th scope="col">{c.columns.at}</th>
            <th scope="col">{c.columns.size}</th>
            {current === undefined ? <th scope="col">{c.columns.hash}</th> : <td />}
          </tr>
        </thead>
        <tbody>
          {copies.map(({ id, fetchedAt, size, sha256 }) => (
            <tr key={id}>
              <td>
                <a href={routes.copy(id)} aria-current={id === current ? "true" : undefined}>
                  <Instant at={fetchedAt} language={language} timeZone={timeZone} />
                </a>
              </td>
              <td>{c.bytes(size)}</td>
              {current === undefined ? (
                <td>
                  <code title={sha256}>{sha256.slice(0, SHORT_HASH)}</code>
                </td>
              ) : (
                <td>{id === current ? c.isThis : <a href={differenceOf(current, id)}>{c.compareWith}</a>}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each visit found, the latest first. */
export function VisitTable({
  visits,
  language,
  m,
  timeZone,
}: PageListProps & { visits: readonly VisitRecord[] }) {
  const { columns, noAnswer } = m.copies;
  return (
    <div className="scroll">
      <table className="visits">
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.found}</th>
            <th scope="col">{columns.answer}</th>
          </tr>
        </thead>
        <tbody>
          {visits.map(({ id, at, standing, fault, status, copyId }) => (
            <tr key={id}>
              <td>
                <Instant at={at} language={language} timeZone={timeZone} />
              </td>
              <td>
                {m.link.standings[standing]}
                {fault !== null && <span className="small"> ({faultText(fault, m)})</span>}
                {copyId !== null && (
                  <>
                    {" · "}
                    <a href={routes.copy(copyId)}>{columns.copy}</a>
                  </>
                )}
              </td>
              <td>{status ?? noAnswer}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
