import { Fragment, type ReactNode } from "react";

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
