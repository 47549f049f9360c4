import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findEvidence } from "../../../db/evidence-record.ts";
import { findItem } from "../../../db/forecast-item.ts";
import { currentName } from "../../_edge/actor.ts";
import { pageContext } from "../../_edge/page.ts";
import { decodedPart } from "../../_edge/slug-param.ts";
import { EvidenceEntry } from "../../_ui/evidence-entry.tsx";
import { CorrectEvidenceForm, WithdrawalForm } from "../../_ui/forecast/evidence-form.tsx";
import { StanceMark } from "../../_ui/marks.tsx";
import { routes } from "../../_ui/routes.ts";
import { langUnless, Text } from "../../_ui/translated.tsx";
import { correctEvidenceAction, withdrawEvidenceAction } from "./actions.ts";

const load = cache(async (id: string) => findEvidence((await pageContext()).read, id));

export async function generateMetadata({ params }: PageProps<"/evidence/[id]">): Promise<Metadata> {
  const entry = await load(decodedPart((await params).id));
  return entry === undefined ? {} : { title: entry.title };
}

/** One entry of evidence: what it says of its forecast, and what can be done about it. */
export default async function EvidencePage({ params }: PageProps<"/evidence/[id]">) {
  const id = decodedPart((await params).id);
  const { read, today, language, m, timeZone } = await pageContext();
  const entry = (await load(id)) ?? notFound();
  const forecast = (await findItem(read, entry.forecast, today)) ?? notFound();
  const name = await currentName();
  const isOpen = entry.withdrawnAt === null && !forecast.isWithdrawn;
  return (
    <article>
      <p className="small">
        <a href={routes.forecast(forecast.slug)}>
          <Text of={forecast.claim} language={language} />
        </a>
      </p>
      <h1>
        {m.evidence.heading} <StanceMark stance={entry.stance}>{m.stance[entry.stance]}</StanceMark>
      </h1>
      <ul className="plain">
        <EvidenceEntry
          entry={entry}
          lang={entry.lang === null ? undefined : langUnless(language, entry.lang)}
          language={language}
          m={m}
          timeZone={timeZone}
        />
      </ul>
      <CorrectEvidenceForm
        action={correctEvidenceAction.bind(null, id)}
        entry={entry}
        m={m}
        name={name}
        shown={isOpen}
      />
      <WithdrawalForm
        action={withdrawEvidenceAction.bind(null, id)}
        title={m.evidence.withdrawTitle}
        note={m.evidence.withdrawNote}
        reason={m.evidence.withdrawReason}
        submit={m.evidence.withdrawSubmit}
        shown={isOpen}
        m={m}
        name={name}
      />
    </article>
  );
}
