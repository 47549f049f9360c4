import type { Metadata } from "next";
import { listSpeakers, type SpeakerRecord } from "#db/lists/speakers.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { cached, staleMsAmong } from "../_request/cache/cached.ts";
import { cutFrom, renderedOnce } from "../_request/cache/slice.ts";
import { pageContext } from "../_request/page-context.ts";
import { Page } from "../_ui/frame/page.tsx";
import { Onward } from "../_ui/lists/onward.tsx";
import { StandingCounts } from "../_ui/sources/standing-counts.tsx";
import { Rendered } from "../_ui/text/rendered.tsx";
import { Text } from "../_ui/text/translated.tsx";
import { toHtml } from "../_words/html.ts";
import { routes } from "../_words/routes.ts";

const listSpeakersOnce = cached(listSpeakers, {
  staleMs: (all) => staleMsAmong(all.reduce((sum, { standing }) => sum + standing.forecasts, 0)),
});

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.speakers.title };
}

const Entry = ({ speaker, language, m }: { speaker: SpeakerRecord; language: Language; m: Messages }) => (
  <li className="entry">
    <a className="claim" href={routes.speaker(speaker.slug)}>
      <Text of={speaker.name} language={language} />
    </a>
    <p className="small">
      <Text of={speaker.role} language={language} />
    </p>
    <StandingCounts standing={speaker.standing} by={{ speaker: speaker.slug }} m={m} />
  </li>
);

/** Who has forecasts on record. */
export default async function SpeakersPage({ searchParams }: PageProps<"/speakers">) {
  const { read, today, language, m } = await pageContext();
  const all = await listSpeakersOnce(read, today);
  const { shown, next, isFirst } = cutFrom(all, (await searchParams).after);
  const entries = renderedOnce(all, `${language} ${shown[0]?.slug}`, () =>
    toHtml(shown.map((one) => <Entry key={one.slug} speaker={one} language={language} m={m} />)),
  );
  return (
    <Page>
      <h1>{m.speakers.title}</h1>
      <p className="lead">{m.speakers.lead}</p>
      {shown.length === 0 && <p className="empty">{m.speakers.empty}</p>}
      <Rendered as="ul" className="plain" of={entries} />
      <Onward path="/speakers" next={next} isFirst={isFirst} m={m} />
    </Page>
  );
}
