import type { Route } from "next";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { QueueSection } from "#db/lists/queue.ts";
import type { Status } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { Html } from "../../_words/html.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { Rendered } from "../text/rendered.tsx";

const STATUS_OF: { readonly [S in QueueSection]: Status } = {
  overdue: "overdue",
  due: "due",
  open: "open",
  comingUp: "upcoming",
  later: "upcoming",
  review: "review",
  resolved: "resolved",
};

const Button = ({ href, words, isPrimary = false }: { href: Route; words: string; isPrimary?: boolean }) => (
  <a className={isPrimary ? "button primary" : "button"} href={href}>
    {words}
  </a>
);

/** What can be done about a forecast where it stands, the likeliest first. */
export function Acts({ forecast: { slug, status }, m }: { forecast: ForecastItem; m: Messages }) {
  const to = (place: string) => withQuery(routes.forecast(slug), null, place);
  const isToDecide = status === "overdue" || status === "due";
  if (status === "resolved") return <Button href={routes.forecast(slug)} words={m.queue.openPage} />;
  return (
    <>
      {(isToDecide || status === "open") && (
        <Button href={to("give-verdict")} words={m.queue.giveVerdict} isPrimary={isToDecide} />
      )}
      {status === "review" && <Button href={to("review")} words={m.queue.review} isPrimary />}
      <Button href={to("log-evidence")} words={m.queue.logEvidence} />
    </>
  );
}

/** One section of the queue; nothing where it is empty. */
export function QueueSectionView({
  section,
  rows,
  shown,
  total,
  m,
}: {
  section: QueueSection;
  rows: Html;
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
      <Rendered as="ul" className="plain" of={rows} />
    </section>
  );
}
