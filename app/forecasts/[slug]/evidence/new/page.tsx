import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findPutAside } from "#db/forecasts/typed-texts.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { currentName } from "../../../../_request/actor.ts";
import { formActions } from "../../../../_request/forms/form-actions.ts";
import { readStarted } from "../../../../_request/forms/started-page.ts";
import { pageContext } from "../../../../_request/page-context.ts";
import { decodedPart } from "../../../../_request/parse/params.ts";
import { StartedForm } from "../../../../_ui/evidence/bare-link/started-form.tsx";
import { FormPage } from "../../../../_ui/frame/page.tsx";
import { PageEntries } from "../../../../_ui/pages/page-entries.tsx";
import { Text } from "../../../../_ui/text/translated.tsx";
import { routes } from "../../../../_words/routes.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.evidence.title };
}

const textOf = (parameter: string | string[] | undefined) => (typeof parameter === "string" ? parameter : "");

/** Logs a page on a forecast, from its link: what the page says of itself is offered, once it was read. */
export default async function NewEvidencePage({
  params,
  searchParams,
}: PageProps<"/forecasts/[slug]/evidence/new">) {
  const slug = decodedPart((await params).slug);
  const { page, typed } = await searchParams;
  const { read, today, now, language, m, fetches } = await pageContext();
  const forms = await formActions();
  const forecast = (await findForecast(read, slug, today)) ?? notFound();
  const started = await readStarted(read, textOf(page), today);
  const aside = await findPutAside(read, textOf(typed), now);
  return (
    <FormPage m={m}>
      <p className="small">
        <a href={routes.forecast(slug)}>
          <Text of={forecast.claim} language={language} />
        </a>
      </p>
      <h1>{m.evidence.title}</h1>
      {forecast.withdrawal !== null ? (
        <p className="lead">{m.editing.nothingAdded}</p>
      ) : (
        <>
          {started !== undefined && started.entries.length > 0 && (
            <section aria-labelledby="logged-on">
              <h2 id="logged-on">
                {started.entries.some((entry) => entry.slug === slug)
                  ? m.bareLink.loggedHere
                  : m.bareLink.logged}
              </h2>
              <PageEntries entries={started.entries} language={language} m={m} />
            </section>
          )}
          <StartedForm
            action={forms("log-evidence", slug)}
            started={started ?? null}
            preset={aside?.values ?? { url: started?.url }}
            criteria={forecast.criteria}
            reads={fetches}
            name={aside?.values.by || (await currentName())}
            language={language}
            m={m}
          />
        </>
      )}
    </FormPage>
  );
}
