import type { Messages } from "../../../../messages/en.ts";
import { faultText } from "../../../_words/link-words.ts";
import { READ_FIRST } from "./offers.ts";
import type { Started } from "./started.ts";
import { type Filling, TakeAll } from "./take-all.tsx";
import { WatchedReading } from "./watched-reading.tsx";

const FIELDS = ["title", "publisher", "author", "publishedOn"] as const;

const fillings = ({ offers }: Started): readonly Filling[] =>
  FIELDS.flatMap((name) => {
    const offer = offers[name];
    return offer === null ? [] : [{ name, value: offer.value }];
  });

/**
 * Sends the form as it is, to look whether the page was read by now, or to have it read again. Nothing typed is lost.
 */
const Again = ({ text }: { text: string }) => (
  <button className="button" type="submit" name={READ_FIRST} value="yes">
    {text}
  </button>
);

interface Asked {
  readonly reads: boolean;
  readonly hasEnded: (page: string) => Promise<boolean>;
  readonly m: Messages;
}

function Told({ started, reads, hasEnded, m }: Asked & { readonly started: Started }) {
  const b = m.bareLink;
  const { id, offers, fault } = started;
  switch (offers.reading) {
    case "waiting":
      return reads ? (
        <WatchedReading
          page={id}
          hasEnded={hasEnded}
          late={
            <>
              <p>{b.late}</p>
              <p>
                <Again text={b.lookAgain} />
              </p>
            </>
          }
        >
          <p>{b.waiting}</p>
          <p>
            <Again text={b.lookAgain} />
          </p>
        </WatchedReading>
      ) : (
        <p>{b.notRead}</p>
      );
    case "read":
      return (
        <>
          <p>{b.read}</p>
          <TakeAll offers={fillings(started)} text={b.takeAll} />
        </>
      );
    case "silent":
      return <p>{b.silent}</p>;
    case "failed":
      return (
        <>
          <p>{b.failed(faultText(fault, m))}</p>
          {reads && (
            <p>
              <Again text={b.tryAgain} />
            </p>
          )}
        </>
      );
    case "unread":
      return (
        <>
          {!reads && <p>{b.notRead}</p>}
          <TakeAll offers={fillings(started)} text={b.takeAll} />
        </>
      );
    default:
      return offers.reading satisfies never;
  }
}

/** How far the reading of the page has come, and what can be done about it. */
export function ReadingNotice({ started, ...asked }: Asked & { readonly started: Started | null }) {
  const { reads, m } = asked;
  if (started === null && reads) return null;
  return (
    <div className="notice reading-notice" role="status">
      {started === null ? <p>{m.bareLink.notRead}</p> : <Told started={started} {...asked} />}
    </div>
  );
}
