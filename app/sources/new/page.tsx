import type { Metadata } from "next";
import { findPutAside } from "../../../db/forecasts/typed-texts.ts";
import { findSource } from "../../../db/lists/sources.ts";
import { currentName } from "../../_edge/actor.ts";
import { pageContext } from "../../_edge/page.ts";
import { TEXT_FILES } from "../../_edge/parse/text-file.ts";
import { typedForm } from "../../_edge/typed-form.ts";
import { SourceTextForm } from "../../_ui/reading/source-text-form.tsx";
import { routes } from "../../_ui/routes.ts";
import { Sentence } from "../../_ui/sentence.tsx";
import { langUnless } from "../../_ui/translated.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.reading.title };
}

const textOf = (parameter: string | string[] | undefined) => (typeof parameter === "string" ? parameter : "");

/** Takes a text that forecasts are to be found in. A source's own page leads here for its text. */
export default async function NewSourcePage({ searchParams }: PageProps<"/sources/new">) {
  const asked = await searchParams;
  const { read, today, now, language, m } = await pageContext();
  const known = await findSource(read, textOf(asked.source), today);
  const typed = await findPutAside(read, textOf(asked.typed), now);
  return (
    <>
      <h1>{m.reading.title}</h1>
      <p className="lead">{m.reading.lead}</p>
      {known !== undefined && (
        <p>
          <Sentence
            parts={m.reading.ofSource(
              <a href={routes.source(known.slug)} lang={langUnless(language, known.titleLang)}>
                {known.title}
              </a>,
            )}
          />
        </p>
      )}
      <SourceTextForm
        address="/sources/new/read"
        state={typedForm(typed, { id: textOf(asked.typed), source: known?.slug ?? "", m, language })}
        source={known ?? null}
        files={TEXT_FILES}
        name={await currentName()}
        m={m}
      />
    </>
  );
}
