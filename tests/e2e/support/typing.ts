import type { Locator, Page } from "@playwright/test";
import type { Outcome, Stance, Strength } from "#domain/vocabulary.ts";
import { en } from "#messages/en.ts";

export interface EvidenceTyped {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly stance: Stance;
  readonly strength: Strength;
  readonly summary: string;
  readonly by: string;
}

export interface VerdictTyped {
  readonly outcome: Outcome;
  readonly happenedOn: string;
  readonly knownOn: string;
  readonly rationale: string;
  readonly by: string;
}

/** A page that is on no forecast yet. */
export const aPage = (changes: Partial<EvidenceTyped> = {}): EvidenceTyped => ({
  url: "https://example.org/agents-in-2026",
  title: "Agents in 2026",
  publisher: "Example Review",
  publishedOn: "2026-08-01",
  stance: "supports",
  strength: "strong",
  summary: "A survey of how many firms run agents.",
  by: "Ada",
  ...changes,
});

/** A judgement that the agentic forecast takes, with its evidence still to be ticked. */
export const aJudgement = (changes: Partial<VerdictTyped> = {}): VerdictTyped => ({
  outcome: "partly",
  happenedOn: "2026-08-01",
  knownOn: "2026-11-01",
  rationale: "Some use is mainstream, not all that was named.",
  by: "Ada",
  ...changes,
});

export const logForm = (page: Page) => page.getByRole("region", { name: en.evidence.title });
export const verdictForm = (page: Page) => page.getByRole("region", { name: en.verdict.title });
export const reviewForm = (page: Page) => page.getByRole("region", { name: en.review.title });
export const answerOf = (page: Page) => page.getByRole("region", { name: en.forecast.question });

/** The entry with this title among the evidence. */
export const entryOf = (page: Page, title: string) =>
  page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: title, exact: true }) })
    .first();

/** Goes to the page of the entry with this title. */
export const openEntry = async (page: Page, title: string) => {
  await entryOf(page, title).getByRole("link", { name: en.evidence.open }).click();
  await page.waitForURL("**/evidence/*");
};

const choose = (form: Locator, group: string, choice: string) =>
  form.getByRole("group", { name: group }).getByRole("radio", { name: choice }).check();

export async function typeEvidence(form: Locator, typed: EvidenceTyped): Promise<void> {
  const { evidence } = en;
  await form.getByLabel(evidence.url, { exact: true }).fill(typed.url);
  await form.getByLabel(evidence.pageTitle).fill(typed.title);
  await form.getByLabel(evidence.publisher).fill(typed.publisher);
  await form.getByLabel(evidence.publishedOn).fill(typed.publishedOn);
  await choose(form, evidence.stance, en.stance[typed.stance]);
  await choose(form, evidence.strength, en.strength[typed.strength]);
  await form.getByLabel(evidence.summary).fill(typed.summary);
  await form.getByLabel(en.form.by).fill(typed.by);
}

export async function typeVerdict(form: Locator, typed: VerdictTyped): Promise<void> {
  const { verdict } = en;
  const name = new RegExp(`^${en.outcome[typed.outcome]}`);
  await form.getByRole("group", { name: verdict.outcome }).getByRole("radio", { name }).check();
  await form.getByLabel(verdict.happenedOn).fill(typed.happenedOn);
  await form.getByLabel(verdict.knownOn).fill(typed.knownOn);
  await form.getByLabel(verdict.rationale, { exact: true }).fill(typed.rationale);
  await form.getByLabel(en.form.by).fill(typed.by);
}

/** Types into the form of a new forecast, whose words for the time are in its quote. */
export async function typeForecast(page: Page, claim: string, words: string): Promise<void> {
  const field = (name: string) => page.locator(`main [name="${name}"]:not([type="hidden"])`);
  await field("quote").fill(`Robots will fold your laundry, give or take, ${words}.`);
  await field("source").selectOption("tri-dao-unsupervised-learning-2025");
  await field("speaker").selectOption("tri-dao");
  await field("saidOn").fill("2026-11-01");
  await field("horizon").fill(words);
  await field("claim.en").fill(claim);
  await field("criteria.trueIf.en").fill("Half of all homes have one.");
  await field("by").last().fill("Ada");
}

/**
 * Has a page come back after a form on it was saved as a browser shows one that it had kept: just as it was left. The
 * next page does not come, since the browser of the tests keeps none that is not to be stored.
 */
export async function stayOn(page: Page, save: () => Promise<void>): Promise<void> {
  await page.route(/[?&]saved=/, (route) => route.fulfill({ status: 204 }));
  const left = page.waitForResponse(/[?&]saved=/);
  await save();
  await left;
  await page.unroute(/[?&]saved=/);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
}

export const cite = (form: Locator, title: string) =>
  form.getByRole("group", { name: en.verdict.cite }).getByRole("checkbox", { name: title }).check();

/** The form with this button, folded away or not. */
export const formOf = (place: Page | Locator, button: string) =>
  place.locator("form").filter({ hasText: button });

/** Opens what is folded away under these words. */
export const unfold = (place: Page | Locator, words: string) =>
  place.getByText(words, { exact: true }).first().click();

export const press = (place: Page | Locator, button: string) =>
  place.getByRole("button", { name: button, exact: true }).click();
