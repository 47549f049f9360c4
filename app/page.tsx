import { outlineQueue, QUEUE_SECTIONS, readQueue } from "../db/queue.ts";
import { kept } from "./_edge/kept.ts";
import { pageContext } from "./_edge/page.ts";
import { QueueSectionView } from "./_ui/queue-section.tsx";

const MINUTE_MS = 60 * 1000;
const LATELY_MS = 30 * 24 * 60 * 60 * 1000;

const outlineOnce = kept(outlineQueue);

/** What is due: the one question of every morning, answered in a sentence and then in full. */
export default async function DuePage() {
  const { read, now, today, language, m } = await pageContext();
  // By the minute, so that what was found for one request serves the next.
  const since = new Date(Math.floor((now.getTime() - LATELY_MS) / MINUTE_MS) * MINUTE_MS);
  const { counts, totals, sections } = await readQueue(read, today, since, outlineOnce);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const view = { today, language, m };
  const undated = counts.review + counts.watching;
  return (
    <>
      <h1>{m.queue.headline(counts.overdue + counts.due)}</h1>
      {total === 0 ? (
        <p className="empty">
          {m.queue.empty} <a href="/forecasts/new">{m.editing.add}</a>
        </p>
      ) : (
        <p className="lead">{m.queue.lead(counts.open, counts.upcoming, undated)}</p>
      )}
      {QUEUE_SECTIONS.map((section) => (
        <QueueSectionView
          key={section}
          section={section}
          items={sections[section]}
          total={totals[section]}
          {...view}
        />
      ))}
      {counts.watching > 0 && (
        <p className="small">
          <a href={"/forecasts?status=watching"}>{m.queue.watching(counts.watching)}</a>
        </p>
      )}
    </>
  );
}
