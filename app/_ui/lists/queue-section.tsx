import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { QueueSection } from "#db/lists/queue.ts";
import type { Status } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { type Markup, markup } from "../../_words/markup.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { Rows } from "./forecast-rows.tsx";

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
export const actsOf =
  (m: Messages) =>
  ({ slug, status }: ForecastItem): Markup => {
    const to = (place: string) => withQuery(routes.forecast(slug), null, place);
    const decide = status === "overdue" || status === "due";
    const button = (href: string, words: string, primary = false) =>
      markup`<a class='${primary ? "button primary" : "button"}' href='${href}'>${words}</a>`;
    if (status === "resolved") return button(routes.forecast(slug), m.queue.openPage);
    return markup`${[
      (decide || status === "open") && button(to("give-verdict"), m.queue.giveVerdict, decide),
      status === "review" && button(to("review"), m.queue.review, true),
      button(to("log-evidence"), m.queue.logEvidence),
    ]}`;
  };

/** One section of the queue; nothing where it is empty. */
export function QueueSectionView({
  section,
  rows,
  shown,
  total,
  m,
}: {
  section: QueueSection;
  rows: Markup;
  /** How many rows there are, of how many. */
  shown: number;
  total: number;
  m: Messages;
}) {
  if (shown === 0) return null;
  const all = new URLSearchParams([["status", STATUS_OF[section]]]);
  return (
    <section aria-labelledby={`queue-${section}`}>
      <h2 id={`queue-${section}`}>
        {m.queue.sections[section]}
        <span className="count">
          {total > shown ? <a href={withQuery("/forecasts", all)}>{m.queue.more(total)}</a> : shown}
        </span>
      </h2>
      <Rows of={rows} />
    </section>
  );
}
