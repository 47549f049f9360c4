import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentName } from "../../../_request/actor.ts";
import { formActions } from "../../../_request/forms/form-actions.ts";
import { pageContext } from "../../../_request/page-context.ts";
import { decodedPart } from "../../../_request/parse/params.ts";
import { readingView } from "../../../_request/texts/reading-view.ts";
import { readSourceText } from "../../../_request/texts/source-reading.ts";
import { FormPage, Page } from "../../../_ui/frame/page.tsx";
import { SavedNotice } from "../../../_ui/frame/saved-notice.tsx";
import { BusyReading, NoText } from "../../../_ui/sources/no-text.tsx";
import { ReadingForm } from "../../../_ui/sources/reading-form.tsx";
import { ReadingHead } from "../../../_ui/sources/reading-head.tsx";
import { ReadingPages } from "../../../_ui/sources/reading-pages.tsx";
import { routes, withQuery } from "../../../_words/routes.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.reading.choose };
}

const textOf = (parameter: string | string[] | undefined) => (typeof parameter === "string" ? parameter : "");

/** The sentences of a source's text that look like forecasts, to be chosen from. May be entered again at any time. */
export default async function ReadSourcePage({ params, searchParams }: PageProps<"/sources/[slug]/read">) {
  const slug = decodedPart((await params).slug);
  const given = await searchParams;
  const asked = { typed: textOf(given.typed), saidOn: textOf(given.saidOn), skip: textOf(given.skip) };
  const context = await pageContext();
  const forms = await formActions();
  const { read, language, m } = context;
  const reading = (await readSourceText(context, slug, asked)) ?? notFound();
  if (reading.text === null) {
    const { why } = reading;
    const again = withQuery(routes.sourceRead(slug), new URLSearchParams(asked));
    return (
      <Page>
        {why === "too-busy" ? <BusyReading again={again} m={m} /> : <NoText slug={slug} why={why} m={m} />}
      </Page>
    );
  }
  const view = {
    ...(await readingView(read, reading)),
    m,
    language,
  };
  const pages = <ReadingPages asked={asked} reading={reading} m={m} />;
  return (
    <FormPage m={m}>
      <ReadingHead asked={asked} reading={reading} m={m} language={language} />
      <SavedNotice saved={given.saved} also={undefined} m={m} />
      {pages}
      {view.listed.length > 0 && (
        <ReadingForm action={forms("record-chosen", slug)} name={await currentName()} view={view} />
      )}
      {pages}
    </FormPage>
  );
}
