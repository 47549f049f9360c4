import type { Metadata } from "next";
import { findPutAside } from "#db/forecasts/typed-texts.ts";
import { findSource } from "#db/lists/sources.ts";
import { currentName } from "../../_request/actor.ts";
import { pageAt } from "../../_request/forms/form-actions.ts";

import { findRefused } from "../../_request/forms/refused-forms.ts";
import { SOURCE_TEXT } from "../../_request/forms/source-text.ts";
import { typedForm } from "../../_request/forms/typed-form.ts";
import { pageContext } from "../../_request/page-context.ts";
import { TEXT_FILES } from "../../_request/parse/text-file.ts";
import { FormPage } from "../../_ui/frame/page.tsx";
import { SourceTextForm } from "../../_ui/sources/source-text-form.tsx";
import { Isolated, Sentence } from "../../_ui/text/isolated.tsx";
import { FROM } from "../../_words/form-state.ts";
import { routes } from "../../_words/routes.ts";
import { langUnless } from "../../_words/wording.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.reading.title };
}

const textOf = (parameter: string | string[] | undefined) => (typeof parameter === "string" ? parameter : "");

/** Takes a text that forecasts are to be found in. A source's own page leads here for its text. */
export default async function NewSourcePage({ searchParams }: PageProps<"/sources/new">) {
  const asked = await searchParams;
  const { read, today, now, language, m, address } = await pageContext();
  const known = await findSource(read, textOf(asked.source), today);
  const typed = await findPutAside(read, textOf(asked.typed), now);
  const refused = await findRefused(textOf(asked.refused));
  return (
    <FormPage m={m}>
      <h1>{m.reading.title}</h1>
      <p className="lead">{m.reading.lead}</p>
      {known !== undefined && (
        <p>
          <Sentence
            parts={m.reading.ofSource(
              <a href={routes.source(known.slug)} lang={langUnless(language, known.titleLang)}>
                <Isolated>{known.title}</Isolated>
              </a>,
            )}
          />
        </p>
      )}
      <SourceTextForm
        address={`/sources/new/read?${new URLSearchParams({ [FROM]: pageAt(address) })}`}
        state={
          refused?.form === SOURCE_TEXT
            ? refused.state
            : typedForm(typed, { id: textOf(asked.typed), source: known?.slug ?? "", m, language })
        }
        source={known ?? null}
        files={TEXT_FILES}
        name={await currentName()}
        m={m}
      />
    </FormPage>
  );
}
