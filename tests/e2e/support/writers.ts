import { A_PAGE, A_VERDICT, type Answer, apiAt } from "./api.ts";
import { UNDATED } from "./server.ts";

/** What a server said it had done: by then it has to be on disk. */
export interface Acknowledged {
  readonly action: string;
  /** The evidence, verdict or review. */
  readonly id: string;
  readonly table: "evidence" | "verdicts" | "reviews";
  /** What the row has to hold. */
  readonly row: { readonly [column: string]: unknown };
}

type Post = (path: string, body: unknown) => Promise<Answer>;
type Note = (done: Acknowledged) => void;

/** Counts over all rounds, so that no two pages have one link and no two reasons are the same. */
let made = 0;
const next = () => ++made;

async function logAndWithdraw(post: Post, note: Note): Promise<void> {
  const number = next();
  const title = `Report ${number}`;
  const logged = await post("/forecasts/agentic-mainstream-1y/evidence", {
    ...A_PAGE,
    url: `https://example.org/${number}`,
    title,
  });
  if (logged.status !== 201) return;
  const { id } = logged.body;
  note({ action: "evidence-logged", id, table: "evidence", row: { url: `https://example.org/${number}` } });
  if (number % 3 > 0) return;
  const reason = `Reason ${number}`;
  const { status } = await post(`/evidence/${id}/withdrawal`, { reason });
  if (status < 300)
    note({ action: "evidence-withdrawn", id, table: "evidence", row: { withdrawal_reason: reason } });
}

function judging(slug: string) {
  return async (post: Post, note: Note): Promise<void> => {
    const path = `/forecasts/${slug}/verdicts`;
    const rationale = `Rationale ${next()}`;
    const given = await post(path, { ...A_VERDICT, rationale });
    // A crash may have come between a verdict and its withdrawal.
    const id = given.status === 409 ? given.body.current?.id : given.body.id;
    if (given.status === 201) note({ action: "verdict-given", id, table: "verdicts", row: { rationale } });
    const reason = `Reason ${next()}`;
    const { status } = await post(`${path}/${id}/withdrawal`, { reason });
    const row = { ending: "withdrawn", end_reason: reason };
    if (status < 300) note({ action: "verdict-withdrawn", id, table: "verdicts", row });
  };
}

async function review(post: Post, note: Note): Promise<void> {
  const text = `Look ${next()}`;
  const { status, body } = await post(`/forecasts/${UNDATED}/reviews`, {
    reviewOn: "2027-05-01",
    note: text,
  });
  if (status === 201) note({ action: "review-set", id: body.id, table: "reviews", row: { note: text } });
}

const CLIENTS = [logAndWithdraw, judging("kernel-2x"), judging("inference-10x-1y"), review];

/** What Node says when the other end is gone. */
const isGone = (error: unknown) =>
  error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message);

/**
 * Four clients that write one change after another until the server is gone. What was under way then was not
 * acknowledged.
 *
 * @returns answers that the server must never give
 */
export async function writeUntilGone(origin: string, note: Note): Promise<readonly Answer[]> {
  const failures: Answer[] = [];
  const { post } = apiAt({ origin });
  const watched: Post = async (path, body) => {
    const answer = await post(path, body);
    if (answer.status >= 500) failures.push(answer);
    return answer;
  };
  const work = async (change: (typeof CLIENTS)[number]) => {
    for (;;) await change(watched, note);
  };
  const ends = await Promise.allSettled(CLIENTS.map(work));
  for (const end of ends) if (end.status === "rejected" && !isGone(end.reason)) throw end.reason;
  return failures;
}
