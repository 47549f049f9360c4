import type { Metadata } from "next";
import { listSpeakers } from "../../db/speakers.ts";
import { kept } from "../_edge/kept.ts";
import { pageContext } from "../_edge/page.ts";
import { routes } from "../_ui/routes.ts";
import { StandingCounts } from "../_ui/standing-counts.tsx";
import { Text } from "../_ui/translated.tsx";

const listSpeakersOnce = kept(listSpeakers);

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.speakers.title };
}

/** Who has forecasts on record. */
export default async function SpeakersPage() {
  const { read, today, language, m } = await pageContext();
  const speakers = await listSpeakersOnce(read, today);
  return (
    <>
      <h1>{m.speakers.title}</h1>
      <p className="lead">{m.speakers.lead}</p>
      {speakers.length === 0 && <p className="empty">{m.speakers.empty}</p>}
      <ul className="plain">
        {speakers.map(({ slug, name, role, standing }) => (
          <li className="entry" key={slug}>
            <a className="claim" href={routes.speaker(slug)}>
              <Text of={name} language={language} />
            </a>
            <p className="small">
              <Text of={role} language={language} />
            </p>
            <StandingCounts standing={standing} by={{ speaker: slug }} m={m} />
          </li>
        ))}
      </ul>
    </>
  );
}
