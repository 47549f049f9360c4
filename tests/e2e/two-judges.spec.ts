import { setTimeout as after } from "node:timers/promises";
import { en } from "#messages/en.ts";
import { A_VERDICT, apiAt } from "./support/api.ts";
import { ask } from "./support/database.ts";
import { type Fields, getPage, postForm } from "./support/post-form.ts";
import { formIn } from "./support/served-form.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// Two people cannot both give the verdict: one wins, the other is told what was decided.

const served = serve();
const api = apiAt(served);
const ROUNDS = 100;
// A few rounds each: a page with a hundred earlier verdicts would take longer to draw than to decide.
const FORECASTS = [AGENTIC, "hardware-2-3x-1y", "inference-10x-1y", "kernel-2x", "model-level-2-3x"];
const ROUNDS_EACH = ROUNDS / FORECASTS.length;

interface Stored {
  readonly id: string;
  readonly rationale: string;
  readonly ended_at: number | null;
}

const storedVerdicts = (slug: string) =>
  ask<Stored>(
    served.database,
    `select v.id, rationale, ended_at from verdicts v join forecasts f on f.id = v.forecast_id
     where f.slug = ? order by v.recorded_at, v.id`,
    slug,
  );

test("of two verdicts at the same moment exactly one is stored, and the other is told, 100 times", async () => {
  test.setTimeout(120_000);
  const wins = { form: 0, api: 0 };
  /** How many milliseconds the API waits: moved after each round so that the two arrive ever closer together. */
  let head = 0;
  let standing: string | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const slug = FORECASTS[Math.floor(round / ROUNDS_EACH)] ?? AGENTIC;
    const url = served.origin + forecastPage(slug);
    const before = await storedVerdicts(slug);
    const { html } = await getPage(url);
    const form = formIn(html, standing === null ? en.verdict.submit : en.verdict.replaceSubmit);
    expect(form.hidden, "the form carries the verdict it was drawn with").toContainEqual([
      "replaces",
      standing ?? "",
    ]);
    const byForm = `By form in round ${round}`;
    const byApi = `By API in round ${round}`;
    const replacesReason = standing === null ? null : "A closer look.";
    const typed: Fields = [
      ["outcome", "partly"],
      ["happenedOn", "2026-08-01"],
      ["knownOn", "2026-11-01"],
      ["rationale", byForm],
      ["withoutEvidenceReason", "It is widely known."],
      ["by", "Ada"],
      ...(replacesReason === null ? [] : [["replacesReason", replacesReason] as const]),
    ];
    const judged = { ...A_VERDICT, rationale: byApi, by: "Ben", replaces: standing, replacesReason };
    const [posted, sent] = await Promise.all([
      after(Math.max(0, -head)).then(() => postForm(url, form, typed)),
      after(Math.max(0, head)).then(() => api.post(`/forecasts/${slug}/verdicts`, judged)),
    ]);

    const now = await storedVerdicts(slug);
    expect(now).toHaveLength(before.length + 1);
    const stands = now.filter(({ ended_at }) => ended_at === null);
    expect(stands).toHaveLength(1);
    const winner = stands[0]?.rationale === byForm ? "form" : "api";
    wins[winner] += 1;
    if (winner === "form") {
      expect([posted.status, sent.status]).toEqual([303, 409]);
      expect(sent.body.current).toMatchObject({ id: stands[0]?.id, rationale: byForm, by: "Ada" });
    } else {
      expect([posted.status, sent.status]).toEqual([200, 201]);
      const refused = formIn(posted.html, en.verdict.replaceSubmit);
      expect(refused.summary).toContain(en.form.decidedMeanwhile(en.outcome.unclear, "Ben"));
      expect(refused.values.rationale).toEqual([byForm]);
      expect(refused.values.outcome).toEqual(["partly"]);
    }
    head += winner === "form" ? -1 : 1;
    // Every other round starts from no verdict, the rest replace the one that stands.
    standing = stands[0]?.id ?? null;
    if (standing !== null && round % 2 === 1) {
      await api.withdrawVerdict(slug, standing, "For the next round.");
      standing = null;
    }
  }
  console.log(`Two judges: ${wins.form} rounds to the form, ${wins.api} to the API`);
  expect(Math.min(wins.form, wins.api), "both doors win now and then").toBeGreaterThan(0);
});
