import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import type { FormAction } from "../../_words/form-state.ts";
import { Instant } from "../../_words/instant.tsx";
import { routes } from "../../_words/routes.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";
import { NameField } from "../evidence/evidence-form.tsx";
import { ActionForm } from "../forms/action-form.tsx";
import { formWords } from "../forms/field-labels.ts";
import { TextField } from "../forms/fields.tsx";
import { Isolated, Name, Said, Sentence } from "../text/isolated.tsx";
import { OutcomeMark } from "../text/marks.tsx";
import { VerdictText } from "../verdicts/verdict-text.tsx";
import { WindowText } from "./due-text.tsx";

/** Sets the next review date of an undated forecast, with what this look showed. */
export function ReviewForm({
  action,
  m,
  name,
  open,
  shown,
}: {
  action: FormAction;
  m: Messages;
  name: string;
  open: boolean;
  /** Whether no verdict stands. */
  shown: boolean;
}) {
  return (
    <ActionForm
      action={action}
      title={m.review.title}
      submit={m.review.submit}
      fields={["reviewOn", "note", "by"]}
      words={formWords(m)}
      open={open}
      shown={shown}
    >
      <p className="hint">{m.review.note}</p>
      <TextField name="reviewOn" type="date" label={m.review.reviewOn} />
      <TextField name="note" label={m.review.what} rows={3} />
      <NameField m={m} name={name} />
    </ActionForm>
  );
}

interface RecordListProps {
  readonly forecast: ForecastDetail;
  readonly language: Language;
  readonly m: Messages;
  readonly timeZone: string;
}

/** Every verdict that no longer stands, with how it ended: nothing that was decided is lost. */
export function EarlierVerdicts({ forecast, language, m, timeZone }: RecordListProps) {
  const ended = forecast.verdicts.filter(({ ending }) => ending !== null);
  if (ended.length === 0) return null;
  return (
    <section aria-labelledby="earlier-verdicts">
      <h2 id="earlier-verdicts">{m.forecast.earlierVerdicts}</h2>
      <ol className="plain">
        {ended.toReversed().map((verdict) => (
          <li className="entry ended" key={verdict.id} id={`verdict-${verdict.id}`}>
            <OutcomeMark outcome={verdict.outcome} m={m} />
            <VerdictText
              verdict={verdict}
              forecast={forecast}
              language={language}
              m={m}
              timeZone={timeZone}
            />
            {verdict.ending !== null && (
              <p className="typed">
                <b>
                  <Sentence
                    parts={m.verdict.ended[verdict.ending.kind](
                      <Name by={verdict.ending.by} m={m} />,
                      <Instant at={verdict.ending.at} language={language} timeZone={timeZone} />,
                    )}
                  />
                </b>
                {": "}
                <Said m={m}>{verdict.ending.reason}</Said>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The looks taken at an undated forecast. */
export function ReviewList({ forecast, language, m, timeZone }: RecordListProps) {
  if (forecast.reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">{m.forecast.reviews}</h2>
      <ol className="plain">
        {forecast.reviews.map(({ id, note, reviewOn, recordedAt, by }) => (
          <li className="log" key={id}>
            <div className="small">
              <Instant at={recordedAt} language={language} timeZone={timeZone} />
            </div>
            <div>
              <span className="typed">
                <Said m={m}>{note}</Said>
              </span>
              <p className="small">
                <Sentence parts={m.forecast.nextReview(<Day on={reviewOn} language={language} />)} /> ·{" "}
                <Sentence parts={m.history.by(<Name by={by} m={m} />)} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Parts of a sum, restatements and neighbours, with how each stands. */
export function RelatedForecasts({ forecast, language, m }: RecordListProps) {
  if (forecast.relations.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{m.forecast.related}</h2>
      <ul className="plain">
        {forecast.relations.map(({ kind, direction, slug, claim, window, status, verdict, isWithdrawn }) => {
          const wording = wordingOf(claim, language);
          return (
            <li className="entry" key={`${kind} ${direction} ${slug}`}>
              <span className="small">{m.relation[direction][kind]}</span>
              <br />
              <a href={routes.forecast(slug)} lang={langUnless(language, wording?.lang ?? language)}>
                <Isolated>{wording?.text ?? slug}</Isolated>
              </a>
              <div className="meta">
                <WindowText window={window} language={language} m={m} />
                {isWithdrawn && m.editing.withdrawnMark}
                {!isWithdrawn && verdict === null && m.status[status]}
                {!isWithdrawn && verdict !== null && <OutcomeMark outcome={verdict.outcome} m={m} />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
