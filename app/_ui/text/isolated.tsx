import { Fragment, type ReactNode } from "react";
import { stretchesOf, unseenShown, wovenParts } from "#domain/unseen.ts";
import type { Messages } from "#messages/en.ts";

/** A sentence of the messages with elements in their places. */
export function Sentence({ parts }: { parts: readonly ReactNode[] }) {
  return (
    <>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
        <Fragment key={place}>{part}</Fragment>
      ))}
    </>
  );
}

/**
 * Where a text stands that people typed or a page gave: whichever way it is written, what stands around it is not. It is
 * the only place that makes this element; what it holds is shown by one of those below.
 *
 * @param whole whether it is all there is in its block, which then begins where its writing does
 */
export const Isolate = ({
  children,
  lang,
  whole = false,
}: {
  children: ReactNode;
  lang?: string | undefined;
  whole?: boolean;
}) => (
  <bdi lang={lang} className={whole ? "whole" : undefined}>
    {children}
  </bdi>
);

/**
 * A text inside a line of ours. Marks of direction in it, which nobody may type any more, are shown and have no effect;
 * within an element that isolates, one of them would still end the isolation.
 */
export const Isolated = ({ children, lang }: { children: string; lang?: string | undefined }) => (
  <Isolate lang={lang}>{unseenShown(children)}</Isolate>
);

/** The name of who did something. */
export const Name = ({ by, m }: { by: string | null; m: Messages }) => (
  <Isolated>{by ?? m.form.unnamed}</Isolated>
);

/**
 * A stretch of a longer text, inside an isolate: each character that nobody sees is a mark that says which it is. The
 * character itself is in it, without effect, so that what is copied is what was said.
 */
export const Seen = ({ children, m }: { children: string; m: Messages }) =>
  stretchesOf(children).map(({ text, unseen }, place) =>
    unseen === null ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a text never change places
      <span key={place} className="unseen" role="img" aria-label={m.unseen(unseen)} data-number={unseen}>
        {text}
      </span>
    ),
  );

/** A longer text, as it was typed or as a page has it. */
export const Said = ({
  children,
  m,
  ...isolate
}: {
  children: string;
  m: Messages;
  lang?: string | undefined;
  whole?: boolean;
}) => (
  <Isolate {...isolate}>
    <Seen m={m}>{children}</Seen>
  </Isolate>
);

/** A sentence of ours that was kept as plain text, with texts woven into it (see `woven`). */
export const Woven = ({ children }: { children: string }) => (
  <Sentence
    parts={wovenParts(children).map((part, place) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
      place % 2 === 0 ? part : <Isolated key={place}>{part}</Isolated>,
    )}
  />
);
