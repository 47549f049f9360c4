import { readQueue } from "../db/queue.ts";
import { pageContext } from "./_edge/page.ts";
import { QueueSectionView } from "./_ui/queue-section.tsx";

const LATELY_MS = 30 * 24 * 60 * 60 * 1000;

/** What is due: the one question of every morning, answered in a sentence and then in full. */
export default async function DuePage() {
  const { read, now, today, language, m } = await pageContext();
  const { counts, sections } = await readQueue(read, today, new Date(now.getTime() - LATELY_MS));
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const view = { today, language, m };
  const undated = counts.review + counts.watching;
  return (
    <>
      <h1>{m.queue.headline(counts.overdue + counts.due)}</h1>
      {total === 0 ? (
        <p className="empty">{m.queue.empty}</p>
      ) : (
        <p className="lead">{m.queue.lead(counts.open, counts.upcoming, undated)}</p>
      )}
      <QueueSectionView {...view} section="overdue" items={sections.overdue} total={counts.overdue} />
      <QueueSectionView {...view} section="due" items={sections.due} total={counts.due} />
      <QueueSectionView {...view} section="open" items={sections.open} total={counts.open} />
      <QueueSectionView {...view} section="comingUp" items={sections.comingUp} />
      <QueueSectionView {...view} section="later" items={sections.later} />
      <QueueSectionView {...view} section="review" items={sections.review} total={counts.review} />
      <QueueSectionView {...view} section="resolved" items={sections.resolved} />
      {counts.watching > 0 && (
        <p className="small">
          <a href={"/forecasts?status=watching"}>{m.queue.watching(counts.watching)}</a>
        </p>
      )}
    </>
  );
}
