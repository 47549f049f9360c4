import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findSource } from "#db/lists/sources.ts";
import { findDocument } from "#db/sources/document.ts";
import { listQuotePlaces } from "#db/sources/quote-places.ts";
import { pieceAt, piecesOf } from "#domain/sources/transcript.ts";
import { pageContext } from "../../../_request/page-context.ts";
import { decodedPart } from "../../../_request/parse/params.ts";
import { Page } from "../../../_ui/frame/page.tsx";
import { NoText, TextHead } from "../../../_ui/sources/no-text.tsx";
import { TextPiece, TextPieces } from "../../../_ui/sources/text-piece.tsx";
import { Name, Sentence } from "../../../_ui/text/isolated.tsx";
import { Instant } from "../../../_words/instant.tsx";
import { routes } from "../../../_words/routes.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.reading.read };
}

const numberIn = (parameter: string | string[] | undefined): number | null =>
  typeof parameter === "string" && /^\d{1,7}$/.test(parameter) ? Number(parameter) : null;

/** The text of a source, a part of it at a time, with its forecasts marked where they were said. */
export default async function SourceTextPage({ params, searchParams }: PageProps<"/sources/[slug]/text">) {
  const slug = decodedPart((await params).slug);
  const { at: place, part } = await searchParams;
  const { read, today, language, m, timeZone } = await pageContext();
  const source = (await findSource(read, slug, today)) ?? notFound();
  const document = await findDocument(read, slug);
  if (document === undefined) {
    return (
      <Page>
        <NoText slug={slug} why="not-kept" m={m} />
      </Page>
    );
  }
  const { text, recordedAt, recordedBy, sha256 } = document;
  const forecasts = await listQuotePlaces(read, slug);
  const pieces = piecesOf(text);
  const at = numberIn(place);
  const wanted = at === null ? (numberIn(part) ?? 1) - 1 : pieceAt(pieces, at);
  const shown = Math.min(Math.max(0, wanted), pieces.length - 1);
  const piece = pieces[shown] ?? { start: 0, end: text.length };
  const around = <TextPieces page={routes.sourceText(slug)} shown={shown} pieces={pieces.length} m={m} />;
  return (
    <Page>
      <TextHead source={source} forecasts={forecasts.length} m={m} language={language} />
      {around}
      <div className="source-text" lang={source.lang}>
        <div>
          <TextPiece text={text} piece={piece} forecasts={forecasts} at={at} m={m} language={language} />
        </div>
      </div>
      {around}
      <p className="small">
        <Sentence
          parts={m.reading.keptOn(
            <Instant at={recordedAt} language={language} timeZone={timeZone} />,
            <Name by={recordedBy} m={m} />,
          )}
        />
        {" · "}
        {m.reading.hash} <code className="hash">{sha256}</code>
      </p>
    </Page>
  );
}
