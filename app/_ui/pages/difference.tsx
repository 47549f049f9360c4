import type { ReactNode } from "react";
import type { DifferenceBlock, TextPiece } from "#domain/pages/text-difference.ts";
import type { Messages } from "#messages/en.ts";
import { Isolate, Said, Seen } from "../text/isolated.tsx";

/** What was left out or put in, said as well as rendered; the blanks behind it are neither. */
function Change({ piece: { fate, text }, m }: { piece: TextPiece; m: Messages }) {
  const c = m.copies;
  const Tag = fate === "removed" ? "del" : "ins";
  return (
    <Tag>
      <span className="visually-hidden">{fate === "removed" ? c.removed : c.added} </span>
      <Seen m={m}>{text.trimEnd()}</Seen>
    </Tag>
  );
}

/** @param next what follows: what was put in for something keeps a blank's distance from it */
function Piece({ piece, next, m }: { piece: TextPiece; next: TextPiece | undefined; m: Messages }) {
  const { fate, text } = piece;
  if (fate === "kept") return <Seen m={m}>{text}</Seen>;
  const isReplaced = next !== undefined && next.fate !== "kept";
  return (
    <>
      <Change piece={piece} m={m} />
      {text.slice(text.trimEnd().length) || (isReplaced ? " " : "")}
    </>
  );
}

function Block({ block, m }: { block: DifferenceBlock; m: Messages }) {
  switch (block.kind) {
    case "same":
      return (
        <p>
          <Said m={m} whole>
            {block.text}
          </Said>
        </p>
      );
    case "skipped":
      return <p className="skipped">{m.copies.skipped(block.paragraphs)}</p>;
    case "changed":
      return (
        <p className="changed">
          <Isolate whole>
            {block.pieces.map((piece, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text never change places
              <Piece key={place} piece={piece} next={block.pieces[place + 1]} m={m} />
            ))}
          </Isolate>
        </p>
      );
    default:
      return block satisfies never;
  }
}

/**
 * How a text became another: what was left out is struck through, what was put in is underlined, and both are said.
 *
 * @param blocks null where they could not be compared
 */
export function Difference({
  blocks,
  hasTexts,
  lead,
  m,
}: {
  blocks: readonly DifferenceBlock[] | null;
  /** Whether there are two texts to compare at all. */
  hasTexts: boolean;
  lead: ReactNode;
  m: Messages;
}) {
  const c = m.copies;
  const [removed, added] = c.differenceMarks;
  return (
    <section id="difference" aria-labelledby="difference-title">
      <h2 id="difference-title">{c.difference}</h2>
      <p>{lead}</p>
      {blocks === null && <p className="notice">{hasTexts ? c.tooDifferent : c.noTextToCompare}</p>}
      {blocks?.length === 0 && <p className="empty">{c.sameText}</p>}
      {blocks !== null && blocks.length > 0 && (
        <>
          <p className="small difference-key">
            <del>{removed}</del> <ins>{added}</ins>
          </p>
          <div className="difference">
            {blocks.map((block, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Block key={place} block={block} m={m} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
