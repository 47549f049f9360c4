import type { Messages } from "../../../../messages/en.ts";
import { writeDay } from "../../../_words/day.tsx";
import type { FormAction } from "../../../_words/form-state.ts";
import { ActionForm } from "../../forms/action-form.tsx";
import { TextField } from "../../forms/fields.tsx";
import { formWords } from "../../forms/form-words.ts";
import { type FieldsAsked, OpenFields, Optional, WeightFields } from "../evidence-fields.tsx";
import { EVIDENCE_FIELDS, NameField } from "../evidence-form.tsx";
import { LinkField, SubmitOnEnter } from "./link-field.tsx";
import { OfferedField, type OfferShown } from "./offered-field.tsx";
import type { Offer } from "./offers.ts";
import { ReadingNotice } from "./reading-notice.tsx";
import type { Started } from "./started.ts";

function shown(offer: Offer | null | undefined, text: string | undefined, m: Messages): OfferShown | null {
  if (!offer) return null;
  const { from, taken, take } = m.bareLink;
  const { value } = offer;
  return { value, text: text ?? value, from: from[offer.from], taken: taken[offer.from], take };
}

/** What the page says it is about, in its own words: something to start from, and no summary of ours. */
function Description({ offer, lang, m }: { offer: Offer | null; lang: string | undefined; m: Messages }) {
  if (offer === null) return null;
  return (
    <figure className="offer">
      <figcaption>{m.bareLink.describes}</figcaption>
      <blockquote lang={lang}>{offer.value}</blockquote>
    </figure>
  );
}

/** Logs a page of which the link is known, with what it says of itself beside each field. */
export function StartedForm({
  action,
  name,
  started,
  reads,
  hasEnded,
  ...asked
}: FieldsAsked & {
  action: FormAction;
  name: string;
  started: Started | null;
  reads: boolean;
  /** Asks whether the reading of a page has ended. */
  hasEnded: (page: string) => Promise<boolean>;
}) {
  const { preset, language, m } = asked;
  const e = m.evidence;
  const { title, publisher, author, publishedOn, description, lang } = started?.offers ?? {};
  return (
    <ActionForm action={action} submit={e.submit} fields={EVIDENCE_FIELDS} words={formWords(m)}>
      <SubmitOnEnter />
      <ReadingNotice started={started} reads={reads} hasEnded={hasEnded} m={m} />
      <LinkField m={m} reads={reads} value={preset.url} />
      <OfferedField
        name="title"
        label={e.pageTitle}
        value={preset.title}
        offer={shown(title, undefined, m)}
      />
      <OfferedField
        name="publisher"
        label={e.publisher}
        value={preset.publisher}
        offer={shown(publisher, undefined, m)}
      />
      <OfferedField
        name="author"
        label={<Optional name={e.author} m={m} />}
        value={preset.author ?? ""}
        offer={shown(author, undefined, m)}
      />
      <OfferedField
        name="publishedOn"
        type="date"
        label={<Optional name={e.publishedOn} m={m} />}
        hint={e.publishedHint}
        value={preset.publishedOn ?? ""}
        offer={shown(publishedOn, publishedOn ? writeDay(publishedOn.value, language) : undefined, m)}
      />
      <WeightFields {...asked} />
      <TextField
        name="summary"
        label={e.summary}
        rows={4}
        value={preset.summary}
        beside={<Description offer={description ?? null} lang={lang?.value} m={m} />}
      />
      <OpenFields {...asked} />
      <NameField m={m} name={name} />
    </ActionForm>
  );
}
