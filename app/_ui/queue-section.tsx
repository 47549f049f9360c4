import type { ForecastItem } from "../../db/forecast-item.ts";
import type { QueueSection } from "../../db/queue.ts";
import type { Day as CalendarDay } from "../../domain/day.ts";
import type { Language, Status } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { ForecastRow } from "./forecast-row.tsx";
import { routes, withQuery } from "./routes.ts";

const STATUS_OF: { readonly [S in QueueSection]: Status } = {
  overdue: "overdue",
  due: "due",
  open: "open",
  comingUp: "upcoming",
  later: "upcoming",
  review: "review",
  resolved: "resolved",
};

/** What can be done about a forecast where it stands, the likeliest first. */
function Actions({ forecast, m }: { forecast: ForecastItem; m: Messages }) {
  const { slug, status } = forecast;
  const to = (place: string) => withQuery(routes.forecast(slug), null, place);
  const decide = status === "overdue" || status === "due";
  return (
    <>
      {(decide || status === "open") && (
        <a className={decide ? "button primary" : "button"} href={to("give-verdict")}>
          {m.queue.giveVerdict}
        </a>
      )}
      {status === "review" && (
        <a className="button primary" href={to("review")}>
          {m.queue.review}
        </a>
      )}
      {status !== "resolved" && (
        <a className="button" href={to("log-evidence")}>
          {m.queue.logEvidence}
        </a>
      )}
      {status === "resolved" && (
        <a className="button" href={routes.forecast(slug)}>
          {m.queue.openPage}
        </a>
      )}
    </>
  );
}

/** One section of the queue; nothing where it is empty. */
export function QueueSectionView({
  section,
  items,
  total,
  today,
  language,
  m,
}: {
  section: QueueSection;
  items: readonly ForecastItem[];
  total: number;
  today: CalendarDay;
  language: Language;
  m: Messages;
}) {
  if (items.length === 0) return null;
  const all = new URLSearchParams([["status", STATUS_OF[section]]]);
  return (
    <section aria-labelledby={`queue-${section}`}>
      <h2 id={`queue-${section}`}>
        {m.queue.sections[section]}
        <span className="count">
          {total > items.length ? <a href={withQuery("/forecasts", all)}>{m.queue.more(total)}</a> : total}
        </span>
      </h2>
      <ul className="plain">
        {items.map((forecast) => (
          <ForecastRow key={forecast.slug} forecast={forecast} today={today} language={language} m={m}>
            <Actions forecast={forecast} m={m} />
          </ForecastRow>
        ))}
      </ul>
    </section>
  );
}
