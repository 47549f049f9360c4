import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findSpeaker } from "#db/lists/speakers.ts";
import { isolatedText } from "#domain/unseen.ts";
import { readForecastsOf } from "../../_request/cache/forecast-options.ts";
import { pageContext } from "../../_request/page-context.ts";
import { decodedPart } from "../../_request/parse/params.ts";
import { Page } from "../../_ui/frame/page.tsx";
import { ForecastsOf } from "../../_ui/lists/forecasts-of.tsx";
import { StandingCounts } from "../../_ui/sources/standing-counts.tsx";
import { Isolated } from "../../_ui/text/isolated.tsx";
import { Text } from "../../_ui/text/translated.tsx";
import { withQuery } from "../../_words/routes.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";

const load = cache(async (slug: string) => {
  const { read, today } = await pageContext();
  return findSpeaker(read, slug, today);
});

export async function generateMetadata({ params }: PageProps<"/speakers/[slug]">): Promise<Metadata> {
  const { language } = await pageContext();
  const speaker = await load(decodedPart((await params).slug));
  return speaker === undefined
    ? {}
    : { title: isolatedText(wordingOf(speaker.name, language)?.text ?? speaker.slug) };
}

/** One speaker: how what they said stands, and what they said. */
export default async function SpeakerPage({ params }: PageProps<"/speakers/[slug]">) {
  const { today, language, m } = await pageContext();
  const { slug, name, role, standing } = (await load(decodedPart((await params).slug))) ?? notFound();
  const forecasts = await readForecastsOf({ speaker: slug });
  const wording = wordingOf(name, language);
  return (
    <Page>
      <h1 lang={langUnless(language, wording?.lang ?? language)}>
        <Isolated>{wording?.text ?? slug}</Isolated>
      </h1>
      <p className="lead">
        <Text of={role} language={language} />
      </p>
      <h2>{m.standing.title}</h2>
      <StandingCounts standing={standing} by={{ speaker: slug }} m={m} />
      <p>
        <a className="button" href={withQuery("/forecasts/new", new URLSearchParams({ speaker: slug }))}>
          {m.editing.addBy}
        </a>
      </p>
      <ForecastsOf
        title={m.speakers.said}
        by={{ speaker: slug }}
        page={forecasts}
        total={standing.forecasts}
        today={today}
        language={language}
        m={m}
        none={m.speakers.noForecast}
      />
    </Page>
  );
}
