import { outlineQueue, QUEUE_SECTIONS, readQueue } from "../db/queue.ts";
import { daysAfter } from "../domain/day.ts";
import type { Language } from "../domain/vocabulary.ts";
import { kept } from "./_edge/kept.ts";
import { messagesIn } from "./_edge/language.ts";
import { pageContext } from "./_edge/page.ts";
import { drawRows } from "./_ui/forecast-rows.tsx";
import { actsOf, QueueSectionView } from "./_ui/queue-section.tsx";

/** How long a verdict is shown as lately given, in days. */
const LATELY = 30;

const outlineOnce = kept(outlineQueue, { mayLag: true });

/** The queue as it is drawn in a language, until something changes or the day ends. */
const drawnQueue = kept(async (read, today, language: Language) => {
  const since = new Date(`${daysAfter(today, -LATELY)}T00:00:00Z`);
  const { counts, totals, sections } = await readQueue(read, today, since, outlineOnce);
  const m = messagesIn(language);
  const drawn = QUEUE_SECTIONS.map((section) => {
    const items = sections[section];
    const rows = drawRows(items, { today, language, m }, { acts: actsOf(m) });
    return { section, rows, shown: items.length, total: totals[section] };
  });
  return { counts, drawn };
});

/** What is due: the one question of every morning, answered in a sentence and then in full. */
export default async function DuePage() {
  const { read, today, language, m } = await pageContext();
  const { counts, drawn } = await drawnQueue(read, today, language);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
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
      {drawn.map((section) => (
        <QueueSectionView key={section.section} {...section} m={m} />
      ))}
      {counts.watching > 0 && (
        <p className="small">
          <a href={"/forecasts?status=watching"}>{m.queue.watching(counts.watching)}</a>
        </p>
      )}
    </>
  );
}
