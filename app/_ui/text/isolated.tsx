import { Fragment, type ReactNode } from "react";
import { unseenShown } from "#domain/unseen.ts";
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
 * A text that a person typed, inside a line of ours: whichever way it is written, what stands around it is not. Marks
 * of direction in it, which nobody may type any more, are shown and have no effect; within an element that isolates,
 * one of them would still end the isolation.
 */
export const Isolated = ({ children, lang }: { children: string; lang?: string }) => (
  <bdi lang={lang}>{unseenShown(children)}</bdi>
);

/** The name of who did something. */
export const Name = ({ by, m }: { by: string | null; m: Messages }) => (
  <Isolated>{by ?? m.form.unnamed}</Isolated>
);
