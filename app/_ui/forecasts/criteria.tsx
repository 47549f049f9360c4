import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import { CRITERIA, type Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { wordingOf } from "../../_words/wording.ts";
import { LongText } from "../text/translated.tsx";

/** What would settle it, fixed before judging. */
export function CriteriaList({
  forecast,
  language,
  m,
}: {
  forecast: ForecastDetail;
  language: Language;
  m: Messages;
}) {
  const stated = CRITERIA.filter((criterion) => wordingOf(forecast.criteria[criterion], language) !== null);
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{m.forecast.criteria}</h2>
      {stated.length === 0 ? (
        <p className="empty">{m.forecast.noCriteria}</p>
      ) : (
        <dl>
          {stated.map((criterion) => (
            <div className="pairwise" key={criterion}>
              <dt>{m.forecast.criterion[criterion]}</dt>
              <dd>
                <LongText of={forecast.criteria[criterion]} language={language} m={m} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
