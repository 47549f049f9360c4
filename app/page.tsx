import type { ForecastItem } from "#db/lists/forecast-item.ts";
import { countQueue, QUEUE_SECTIONS, readQueue } from "#db/lists/queue.ts";
import { isTroubleBehindDue } from "#db/pages/troubled-links.ts";
import { type Day, daysAfter } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import { cached, staleMsAmong } from "./_request/cache/cached.ts";
import { messagesIn, pageContext } from "./_request/page-context.ts";
import { Page } from "./_ui/frame/page.tsx";
import { ForecastRows } from "./_ui/lists/forecast-rows.tsx";
import { Acts, QueueSectionView } from "./_ui/lists/queue-section.tsx";
import { toHtml } from "./_words/html.ts";

/** How long a verdict is shown as lately given, in days. */
const LATELY = 30;

const sumOf = (counts: { readonly [status: string]: number }) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const since = (today: Day) => new Date(`${daysAfter(today, -LATELY)}T00:00:00Z`);

const countOnce = cached((read, today) => countQueue(read, today, since(today)), {
  staleMs: ({ counts }) => staleMsAmong(sumOf(counts)),
});

/** The queue as it is rendered in a language, until something changes or the day ends. */
const renderedQueue = cached(async (read, today, language: Language) => {
  const sections = await readQueue(read, today, since(today));
  const m = messagesIn(language);
  return QUEUE_SECTIONS.map((section) => {
    const items = sections[section];
    const acts = (forecast: ForecastItem) => <Acts forecast={forecast} m={m} />;
    const rows = toHtml(<ForecastRows items={items} acts={acts} today={today} language={language} m={m} />);
    return { section, rows, shown: items.length };
  });
});

/** What is due: the one question of every morning, answered in a sentence and then in full. */
export default async function DuePage() {
  const { read, today, language, m } = await pageContext();
  const { counts, totals } = await countOnce(read, today);
  const drawn = await renderedQueue(read, today, language);
  const isTroubled = counts.overdue + counts.due > 0 && (await isTroubleBehindDue(read, today));
  const undated = counts.review + counts.watching;
  return (
    <Page>
      <h1>{m.queue.headline(counts.overdue + counts.due)}</h1>
      {sumOf(counts) === 0 ? (
        <p className="empty">
          {m.queue.empty} <a href="/forecasts/new">{m.editing.add}</a>
        </p>
      ) : (
        <p className="lead">{m.queue.lead(counts.open, counts.upcoming, undated)}</p>
      )}
      {isTroubled && (
        <p>
          {m.links.behindDue} <a href="/links">{m.links.behindDueLink}</a>
        </p>
      )}
      {drawn.map((section) => (
        <QueueSectionView key={section.section} {...section} total={totals[section.section]} m={m} />
      ))}
      {counts.watching > 0 && (
        <p className="small">
          <a href={"/forecasts?status=watching"}>{m.queue.watching(counts.watching)}</a>
        </p>
      )}
    </Page>
  );
}
