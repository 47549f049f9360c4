import type { Messages } from "#messages/en.ts";
import type { Offer } from "#operations/page-offers.ts";
import { writeDay } from "#operations/words/day.ts";
import type { FormAction } from "../../../_words/form-state.ts";
import { faultText } from "../../../_words/link-words.ts";
import { ActionForm } from "../../forms/action-form.tsx";
import { formWords } from "../../forms/field-labels.ts";
import { TextField } from "../../forms/fields.tsx";
import { Said } from "../../text/isolated.tsx";
import { type FieldsAsked, OpenFields, Optional, WeightFields } from "../evidence-fields.tsx";
import { EVIDENCE_FIELDS, NameField } from "../evidence-form.tsx";
import { LinkField, SubmitOnEnter } from "./link-field.tsx";
import { OfferedField, type OfferShown } from "./offered-field.tsx";
import { READ_FIRST, type StartedPage } from "./offers.ts";

/**
 * Sends the form as it is, to look whether the page was read by now, or to have it read again. Nothing typed is lost.
 */
const Again = ({ text }: { text: string }) => (
  <button className="button" type="submit" name={READ_FIRST} value="yes">
    {text}
  </button>
);

/** Takes over all that is offered for fields which are empty. Script shows it while there is something to take. */
const TakeAll = ({ text }: { text: string }) => (
  <button className="button" type="button" data-take-all hidden>
    {text}
  </button>
);

/**
 * Says that a page is being read. With script (app/_script/watch.ts) it looks by itself whether it was, tells then what
 * is known by now, and says after a while that it takes long.
 */
const Waiting = ({ page, b }: { page: string; b: Messages["bareLink"] }) => (
  <div data-watch={`/api/v1/pages/${page}`}>
    {[b.waiting, b.late].map((words) => (
      <div key={words} hidden={words === b.late}>
        <p>{words}</p>
        <p>
          <Again text={b.lookAgain} />
        </p>
      </div>
    ))}
  </div>
);

interface StartedFormProps {
  readonly reads: boolean;
  readonly m: Messages;
}

function Told({ started, reads, m }: StartedFormProps & { readonly started: StartedPage }) {
  const b = m.bareLink;
  const { id, offers, fault } = started;
  switch (offers.reading) {
    case "waiting":
      return reads ? <Waiting page={id} b={b} /> : <p>{b.notRead}</p>;
    case "read":
      return (
        <>
          <p>{b.read}</p>
          <TakeAll text={b.takeAll} />
        </>
      );
    case "silent":
      return <p>{b.silent}</p>;
    case "failed":
      return (
        <>
          <p>{b.failed(faultText(fault, m))}</p>
          {reads && (
            <p>
              <Again text={b.tryAgain} />
            </p>
          )}
        </>
      );
    case "unread":
      return (
        <>
          {!reads && <p>{b.notRead}</p>}
          <TakeAll text={b.takeAll} />
        </>
      );
    default:
      return offers.reading satisfies never;
  }
}

/** How far the reading of the page has come, and what can be done about it. */
function ReadingNotice({ started, ...asked }: StartedFormProps & { readonly started: StartedPage | null }) {
  const { reads, m } = asked;
  if (started === null && reads) return null;
  return (
    <div className="notice reading-notice" role="status" data-renewed="notice">
      {started === null ? <p>{m.bareLink.notRead}</p> : <Told started={started} {...asked} />}
    </div>
  );
}

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
      <blockquote>
        <Said lang={lang} m={m} whole>
          {offer.value}
        </Said>
      </blockquote>
    </figure>
  );
}

/** Logs a page of which the link is known, with what it says of itself beside each field. */
export function StartedForm({
  action,
  name,
  started,
  reads,
  ...asked
}: FieldsAsked & {
  action: FormAction;
  name: string;
  started: StartedPage | null;
  reads: boolean;
}) {
  const { preset, language, m } = asked;
  const e = m.evidence;
  const { title, publisher, author, publishedOn, description, lang } = started?.offers ?? {};
  return (
    <ActionForm action={action} submit={e.submit} fields={EVIDENCE_FIELDS} words={formWords(m)} isLong>
      <SubmitOnEnter />
      <ReadingNotice started={started} reads={reads} m={m} />
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
        beside={
          <div data-renewed="description">
            <Description offer={description ?? null} lang={lang?.value} m={m} />
          </div>
        }
      />
      <OpenFields {...asked} />
      <NameField m={m} name={name} />
    </ActionForm>
  );
}
