import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { citations, evidence, history, pages, type Snapshot } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** What an entry of evidence said when it was cited. */
export interface CitedText {
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly publishedOn: string | null;
  readonly stance: string | null;
  readonly strength: string | null;
  readonly summary: string | null;
  readonly kind: string | null;
  readonly criterion: string | null;
  readonly archiveUrl: string | null;
}

/** What a verdict rests on: an entry of evidence as the judge saw it. */
export interface Citation {
  readonly evidence: string;
  /** The revision that was cited. */
  readonly revision: number;
  /** Whether the entry, or its page, was corrected since. */
  readonly changedSince: boolean;
  /** Whether the entry was withdrawn since. */
  readonly withdrawnSince: boolean;
  /** As it was, where either has happened; null where it still says the same. */
  readonly asCited: CitedText | null;
}

function textOf(snapshot: Snapshot): CitedText {
  const of = (field: string) => {
    const value = snapshot[field];
    return typeof value === "string" ? value : null;
  };
  return {
    url: of("url"),
    title: of("title"),
    publisher: of("publisher"),
    author: of("author"),
    publishedOn: of("publishedOn"),
    stance: of("stance"),
    strength: of("strength"),
    summary: of("summary"),
    kind: of("kind"),
    criterion: of("criterion"),
    archiveUrl: of("archiveUrl"),
  };
}

const select = (read: Reader, verdictIds: readonly string[]) =>
  read
    .select({
      verdictId: citations.verdictId,
      evidenceId: citations.evidenceId,
      forecastId: citations.forecastId,
      revision: citations.revision,
      newest: evidence.revision,
      withdrawnAt: evidence.withdrawnAt,
    })
    .from(citations)
    .innerJoin(evidence, eq(evidence.id, citations.evidenceId))
    .where(inArray(citations.verdictId, [...verdictIds]))
    .orderBy(asc(citations.evidenceId));

type Row = Awaited<ReturnType<typeof select>>[number];

const isAsCited = ({ revision, newest, withdrawnAt }: Row) => revision === newest && withdrawnAt === null;

/** What some entries say now, and what their history says that they said before, the newest first. */
async function readPast(read: Reader, rows: readonly Row[]) {
  const ids = [...new Set(rows.map(({ evidenceId }) => evidenceId))];
  const now = await read
    .select({
      id: evidence.id,
      url: evidence.url,
      title: pages.title,
      publisher: pages.publisher,
      author: pages.author,
      publishedOn: pages.publishedOn,
      stance: evidence.stance,
      strength: evidence.strength,
      summary: evidence.summary,
      kind: evidence.kind,
      criterion: evidence.criterion,
      archiveUrl: evidence.archiveUrl,
    })
    .from(evidence)
    .innerJoin(pages, eq(pages.id, evidence.pageId))
    .where(inArray(evidence.id, ids));
  const told = await read
    .select({ subjectId: history.subjectId, action: history.action, before: history.before })
    .from(history)
    .where(
      and(
        inArray(history.forecastId, [...new Set(rows.map(({ forecastId }) => forecastId))]),
        inArray(history.subjectId, ids),
        inArray(history.action, ["evidence-corrected", "page-corrected", "evidence-withdrawn"]),
      ),
    )
    .orderBy(desc(history.seq));
  return {
    now: new Map(now.map(({ id, ...entry }): [string, Snapshot] => [id, entry])),
    told: Map.groupBy(told, ({ subjectId }) => subjectId),
  };
}

/**
 * Goes back from what an entry says now. Each correction is one revision and one entry of the history. A withdrawn one
 * is no longer told of its page's corrections, so it starts from what its withdrawal has kept, where what was not said
 * is left out.
 */
function wentBack(
  { evidenceId, revision, newest }: Row,
  past: Awaited<ReturnType<typeof readPast>>,
): CitedText {
  const told = past.told.get(evidenceId) ?? [];
  const withdrawn = told.find(({ action }) => action === "evidence-withdrawn")?.before ?? null;
  const corrected = told.filter(({ action }) => action !== "evidence-withdrawn").slice(0, newest - revision);
  const base = withdrawn ?? past.now.get(evidenceId) ?? {};
  const backwards = [base, ...corrected.map(({ before }) => before ?? {})];
  return textOf(Object.fromEntries(backwards.flatMap((said) => Object.entries(said))));
}

/** What some verdicts rest on, by the verdict. */
export async function readCitations(
  read: Reader,
  verdictIds: readonly string[],
): Promise<Map<string, readonly Citation[]>> {
  if (verdictIds.length === 0) return new Map();
  const rows = await select(read, verdictIds);
  const others = rows.filter((row) => !isAsCited(row));
  const past = others.length === 0 ? null : await readPast(read, others);
  const cited = (row: Row): Citation => ({
    evidence: row.evidenceId,
    revision: row.revision,
    changedSince: row.revision !== row.newest,
    withdrawnSince: row.withdrawnAt !== null,
    asCited: past === null || isAsCited(row) ? null : wentBack(row, past),
  });
  return new Map([...Map.groupBy(rows, ({ verdictId }) => verdictId)].map(([id, of]) => [id, of.map(cited)]));
}
