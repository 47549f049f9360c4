import type { Metadata } from "next";
import { listSpeakers, type SpeakerRecord } from "#db/lists/speakers.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { cached, staleMsAmong } from "../_request/cache/cached.ts";
import { cutFrom, renderedOnce } from "../_request/cache/slice.ts";
import { pageContext } from "../_request/page-context.ts";
import { Onward } from "../_ui/lists/onward.tsx";
import { standingMarkup } from "../_ui/sources/standing-counts.tsx";
import { Rendered } from "../_ui/text/rendered.tsx";
import { type Markup, markup } from "../_words/markup.ts";
import { routes } from "../_words/routes.ts";
import { textMarkup } from "../_words/translated.tsx";

const listSpeakersOnce = cached(listSpeakers, {
  staleMs: (all) => staleMsAmong(all.reduce((sum, { standing }) => sum + standing.forecasts, 0)),
});

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.speakers.title };
}

const entry = ({ slug, name, role, standing }: SpeakerRecord, language: Language, m: Messages): Markup =>
  markup`<li class='entry'><a class='claim' href='${routes.speaker(slug)}'>${textMarkup(name, language)}</a><p class='small'>${textMarkup(
    role,
    language,
  )}</p>${standingMarkup({ standing, by: { speaker: slug }, m })}</li>`;

/** Who has forecasts on record. */
export default async function SpeakersPage({ searchParams }: PageProps<"/speakers">) {
  const { read, today, language, m } = await pageContext();
  const all = await listSpeakersOnce(read, today);
  const { shown, next, isFirst } = cutFrom(all, (await searchParams).after);
  const drawn = renderedOnce(
    all,
    `${language} ${shown[0]?.slug}`,
    () => markup`${shown.map((one) => entry(one, language, m))}`,
  );
  return (
    <>
      <h1>{m.speakers.title}</h1>
      <p className="lead">{m.speakers.lead}</p>
      {shown.length === 0 && <p className="empty">{m.speakers.empty}</p>}
      <Rendered as="ul" className="plain" of={drawn} />
      <Onward path="/speakers" next={next} isFirst={isFirst} m={m} />
    </>
  );
}
