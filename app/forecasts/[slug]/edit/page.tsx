import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findForecastRow } from "#db/change/forecast-row.ts";
import { readStored } from "#db/forecasts/stored.ts";
import { currentName } from "../../../_request/actor.ts";
import { readForecastOptions } from "../../../_request/cache/forecast-options.ts";
import { formActions } from "../../../_request/forms/form-actions.ts";
import { pageContext } from "../../../_request/page-context.ts";
import { decodedPart } from "../../../_request/parse/params.ts";
import { WithdrawalForm } from "../../../_ui/evidence/evidence-form.tsx";
import { ForecastForm } from "../../../_ui/forecasts/editing/forecast-form.tsx";
import { FormPage } from "../../../_ui/frame/page.tsx";
import { routes } from "../../../_words/routes.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.editing.edit };
}

/** Changes a forecast, or takes it out of the lists. */
export default async function EditForecastPage({ params }: PageProps<"/forecasts/[slug]/edit">) {
  const slug = decodedPart((await params).slug);
  const { read, language, m } = await pageContext();
  const forms = await formActions();
  const row = (await findForecastRow(read, slug)) ?? notFound();
  const stored = await readStored(read, row);
  const name = await currentName();
  const e = m.editing;
  const isWithdrawn = row.withdrawnAt !== null;
  return (
    <FormPage m={m}>
      <p className="small">
        <a href={routes.forecast(slug)}>{e.back}</a>
      </p>
      <h1>{e.edit}</h1>
      <p className="lead">{isWithdrawn ? e.nothingAdded : e.editLead}</p>
      <ForecastForm
        action={forms("change-forecast", slug)}
        stored={stored}
        preset={{}}
        options={await readForecastOptions(read, stored.draft)}
        name={name}
        m={m}
        language={language}
        shown={!isWithdrawn}
      />
      <div className="withdrawal">
        <WithdrawalForm
          action={forms("withdraw-forecast", slug)}
          title={e.withdraw}
          note={e.withdrawNote}
          reason={e.withdrawReason}
          submit={e.withdraw}
          shown={!isWithdrawn}
          m={m}
          name={name}
        />
      </div>
    </FormPage>
  );
}
