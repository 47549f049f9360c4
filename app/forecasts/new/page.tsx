import type { Metadata } from "next";
import { currentName } from "../../_request/actor.ts";
import { readForecastOptions } from "../../_request/cache/forecast-options.ts";
import { formActions } from "../../_request/forms/form-actions.ts";
import { pageContext } from "../../_request/page-context.ts";
import { ForecastForm } from "../../_ui/forecasts/editing/forecast-form.tsx";
import { FormPage } from "../../_ui/frame/page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.editing.add };
}

const textOf = (parameter: string | string[] | undefined) =>
  typeof parameter === "string" ? parameter : undefined;

/** Puts a forecast on record. A source's or a speaker's page leads here with its own one chosen. */
export default async function NewForecastPage({ searchParams }: PageProps<"/forecasts/new">) {
  const { source, speaker } = await searchParams;
  const { read, language, m } = await pageContext();
  const forms = await formActions();
  const chosen = { source: textOf(source), speaker: textOf(speaker) };
  const options = await readForecastOptions(read, chosen);
  const saidOn = options.sources.find(({ slug }) => slug === chosen.source)?.publishedOn ?? undefined;
  return (
    <FormPage m={m}>
      <h1>{m.editing.add}</h1>
      <p className="lead">{m.editing.lead}</p>
      <p className="small">
        <a href="/sources/new">{m.reading.fromText}</a>
      </p>
      <ForecastForm
        action={forms("record-forecast")}
        stored={null}
        preset={{ ...chosen, saidOn }}
        options={options}
        name={await currentName()}
        m={m}
        language={language}
      />
    </FormPage>
  );
}
