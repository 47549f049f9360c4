import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findEvidence } from "#db/evidence/record.ts";
import { findCopy, listCopies, type ReadableCopy } from "#db/pages/copies.ts";
import { listPassagesIn } from "#db/pages/copy-passages.ts";
import { findPageRecord, listForecastsOfPage } from "#db/pages/record.ts";
import { pieceAt, piecesOf } from "#domain/sources/transcript.ts";
import { isolatedText } from "#domain/unseen.ts";
import { compareTexts } from "#web/comparing/compare-texts.ts";
import { currentName } from "../../_request/actor.ts";
import { formActions } from "../../_request/forms/form-actions.ts";
import { pageContext } from "../../_request/page-context.ts";
import { decodedPart } from "../../_request/parse/params.ts";
import { FormPage } from "../../_ui/frame/page.tsx";
import { SavedNotice } from "../../_ui/frame/saved-notice.tsx";
import { CopyAside } from "../../_ui/pages/copy-aside.tsx";
import { CopyHead, CopyText } from "../../_ui/pages/copy-text.tsx";
import { Difference } from "../../_ui/pages/difference.tsx";
import { Marking } from "../../_ui/pages/marking.tsx";
import { TextPieces } from "../../_ui/sources/text-piece.tsx";
import { Sentence } from "../../_ui/text/isolated.tsx";
import { Instant } from "../../_words/instant.tsx";
import { readingFaultText } from "../../_words/link-words.ts";
import { routes } from "../../_words/routes.ts";

const load = cache(async (id: string) => findCopy((await pageContext()).read, id));

export async function generateMetadata({ params }: PageProps<"/copies/[id]">): Promise<Metadata> {
  const { m } = await pageContext();
  const copy = await load(decodedPart((await params).id));
  return copy === undefined ? {} : { title: isolatedText(copy.details?.title ?? m.copies.untitled) };
}

type Parameter = string | string[] | undefined;

const numberIn = (parameter: Parameter): number | null =>
  typeof parameter === "string" && /^\d{1,7}$/.test(parameter) ? Number(parameter) : null;

/** The older copy first. */
const inOrder = (a: ReadableCopy, b: ReadableCopy): readonly [ReadableCopy, ReadableCopy] =>
  a.fetchedAt <= b.fetchedAt ? [a, b] : [b, a];

/** What a page said at a time, as text, with the words marked in it that evidence rests on. */
export default async function CopyPage({ params, searchParams }: PageProps<"/copies/[id]">) {
  const id = decodedPart((await params).id);
  const { with: other, for: chosen, at: place, part, saved } = await searchParams;
  const { read, language, m, timeZone } = await pageContext();
  const forms = await formActions();
  const copy = (await load(id)) ?? notFound();
  const page = (await findPageRecord(read, copy.pageId)) ?? notFound();
  const copies = await listCopies(read, copy.pageId);
  const entries = await listForecastsOfPage(read, copy.pageId);
  const passages = await listPassagesIn(read, id);
  const otherCopy = typeof other === "string" && other !== id ? await findCopy(read, other) : undefined;
  const only = entries.length === 1 ? entries[0] : undefined;
  const marking = entries.find(({ evidenceId }) => evidenceId === chosen) ?? only;
  const entry = marking && (await findEvidence(read, marking.evidenceId));
  const told = { language, m, timeZone };
  const c = m.copies;
  const text = copy.text ?? "";
  const pieces = piecesOf(text);
  const at = numberIn(place);
  const wanted = at === null ? (numberIn(part) ?? 1) - 1 : pieceAt(pieces, at);
  const shown = Math.min(Math.max(0, wanted), pieces.length - 1);
  const piece = pieces[shown] ?? { start: 0, end: text.length };
  const around = <TextPieces page={routes.copy(id)} shown={shown} pieces={pieces.length} m={m} />;
  const compared = otherCopy && otherCopy.pageId === copy.pageId ? inOrder(copy, otherCopy) : undefined;
  const hasTexts = compared?.every((one) => one.text !== null) ?? false;
  const days = compared?.map((one) => <Instant key={one.id} at={one.fetchedAt} {...told} />);
  return (
    <FormPage m={m}>
      <article>
        <CopyHead copy={copy} page={page} {...told} />
        <SavedNotice saved={saved} also={undefined} m={m} />
        {compared !== undefined && (
          <Difference
            blocks={hasTexts ? compareTexts(compared[0].text ?? "", compared[1].text ?? "") : null}
            hasTexts={hasTexts}
            lead={<Sentence parts={c.differenceLead(days?.[0], days?.[1])} />}
            m={m}
          />
        )}
        <div className="copy">
          <section aria-labelledby="copy-title">
            <h2 id="copy-title">{compared === undefined ? c.text : c.wholeText}</h2>
            {around}
            {copy.text === null ? (
              <p className="empty">
                {copy.contentSha256 === null ? c.notKept : c.noText(readingFaultText(copy.readingFault, m))}
              </p>
            ) : (
              <CopyText
                text={text}
                piece={piece}
                passages={passages}
                lang={copy.details?.lang ?? undefined}
                m={m}
                language={language}
              />
            )}
            {around}
            {copy.text !== null && copy.readingFault !== null && <p className="small">{c.cutShort}</p>}
          </section>
          <CopyAside copy={copy} copies={copies} {...told}>
            <Marking
              action={forms("mark-passage", marking?.evidenceId ?? "", id)}
              entry={entry}
              entries={entries}
              copyId={id}
              hasText={copy.text !== null}
              language={language}
              m={m}
              name={await currentName()}
            />
          </CopyAside>
        </div>
      </article>
    </FormPage>
  );
}
