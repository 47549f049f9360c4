import type { Locator, Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { countRows } from "./support/rows.ts";
import { AGENTIC, forecastPage, serve, UNDATED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// What each form does when something in it cannot be accepted, with script and without.

const served = serve();
const api = apiAt(served);
const { errors } = en;
const RESOLVED = "kernel-2x";
const TITLE = "The entry to change";

test.beforeAll(async () => {
  await api.giveVerdict(RESOLVED);
  await api.logPage(AGENTIC, { title: TITLE });
});

type Field = (form: Locator) => Locator;
const labelled =
  (label: string): Field =>
  (form) =>
    form
      .getByLabel(label, { exact: true })
      .or(form.getByLabel(`${label} (${en.form.optional})`, { exact: true }));
const group =
  (name: string): Field =>
  (form) =>
    form.getByRole("group", { name });
const choice =
  (name: string, kind: "radio" | "checkbox" = "radio"): Field =>
  (form) =>
    form.getByRole(kind, { name });

interface Refused {
  readonly what: string;
  readonly slug: string;
  readonly open: (page: Page) => Promise<Locator>;
  readonly button: string;
  readonly typed: readonly (readonly [Field, string])[];
  readonly ticked?: readonly Field[];
  readonly faults: readonly (readonly [Field, string])[];
}

const entryForm = (summary: string, button: string) => async (page: Page) => {
  await ui.openEntry(page, TITLE);
  await ui.unfold(page, summary);
  return ui.formOf(page, button);
};
const by = [labelled(en.form.by), "Zoë"] as const;

const { evidence: e, verdict: v, review: r } = en;
const refusals: readonly Refused[] = [
  {
    what: "evidence",
    slug: AGENTIC,
    open: async (page) => ui.formOf(page, e.submit),
    button: e.submit,
    typed: [
      [labelled(e.url), "javascript:alert(1)"],
      [labelled(e.pageTitle), 'A "title" with <b>marks</b> & 字'],
      [labelled(e.publishedOn), "2026-08-31"],
      [labelled(e.summary), "First line\nSecond line"],
      by,
    ],
    ticked: [choice(en.stance.contradicts)],
    faults: [
      [labelled(e.url), errors["not-http"]()],
      [labelled(e.publisher), errors.required()],
      [group(e.strength), errors.required()],
    ],
  },
  {
    what: "a correction",
    slug: AGENTIC,
    open: entryForm(e.correctTitle, e.correctSubmit),
    button: e.correctSubmit,
    typed: [
      [labelled(e.url), "https://ada:secret@example.org/"],
      [labelled(e.pageTitle), "x".repeat(301)],
      [labelled(e.publishedOn), "2026-07-01"],
      [labelled(e.correctReason), "Because"],
      by,
    ],
    ticked: [choice(en.stance.context), choice(en.strength.weak)],
    faults: [
      [labelled(e.url), errors["has-credentials"]()],
      [labelled(e.pageTitle), errors["too-long"]({ limit: 300 })],
    ],
  },
  {
    what: "evidence published tomorrow",
    slug: AGENTIC,
    open: entryForm(e.correctTitle, e.correctSubmit),
    button: e.correctSubmit,
    typed: [[labelled(e.publishedOn), "2026-11-24"], by],
    faults: [[labelled(e.publishedOn), errors["published-in-future"]({ day: "23 Nov 2026" })]],
  },
  {
    what: "a withdrawal of evidence",
    slug: AGENTIC,
    open: entryForm(e.withdrawTitle, e.withdrawSubmit),
    button: e.withdrawSubmit,
    typed: [[labelled(e.withdrawReason), " \n "], by],
    faults: [[labelled(e.withdrawReason), errors.required()]],
  },
  {
    what: "a verdict",
    slug: AGENTIC,
    open: async (page) => ui.formOf(page, v.submit),
    button: v.submit,
    typed: [
      [labelled(v.happenedOn), "2026-08-01"],
      [labelled(v.knownOn), "2026-11-01"],
      [labelled(v.withoutEvidence), "It is widely known."],
      by,
    ],
    ticked: [choice(en.outcome.partly), choice(TITLE, "checkbox"), choice(v.alreadyJudgeable, "checkbox")],
    faults: [
      [labelled(v.rationale), errors.required()],
      [labelled(v.withoutEvidence), errors["reason-beside-evidence"]()],
    ],
  },
  {
    what: "a verdict on days that do not fit",
    slug: AGENTIC,
    open: async (page) => ui.formOf(page, v.submit),
    button: v.submit,
    typed: [
      [labelled(v.happenedOn), "2025-09-09"],
      [labelled(v.knownOn), "2026-11-24"],
      [labelled(v.rationale), "It came early."],
      by,
    ],
    ticked: [choice(en.outcomeMeans.true), choice(TITLE, "checkbox")],
    faults: [
      [labelled(v.happenedOn), errors["happened-before-said"]({ day: "10 Sep 2025" })],
      [labelled(v.knownOn), errors["known-in-future"]({ day: "23 Nov 2026" })],
    ],
  },
  {
    what: "a withdrawal of a verdict",
    slug: RESOLVED,
    open: async (page) => {
      await ui.unfold(ui.answerOf(page), v.withdraw);
      return ui.formOf(ui.answerOf(page), v.withdrawSubmit);
    },
    button: v.withdrawSubmit,
    typed: [[labelled(v.withdrawReason), "x".repeat(2001)], by],
    faults: [[labelled(v.withdrawReason), errors["too-long"]({ limit: 2000 })]],
  },
  {
    what: "a review",
    slug: UNDATED,
    open: async (page) => ui.formOf(page, r.submit),
    button: r.submit,
    typed: [[labelled(r.reviewOn), "2026-11-23"], [labelled(r.what), "Nothing new."], by],
    faults: [[labelled(r.reviewOn), errors["review-not-ahead"]({ day: "23 Nov 2026" })]],
  },
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });
    for (const { what, slug, open, button, typed, ticked = [], faults } of refusals) {
      test(`${what} that is refused keeps what was typed and says beside each field what is wrong`, async ({
        page,
      }) => {
        await page.goto(forecastPage(slug));
        const form = await open(page);
        for (const [field, text] of typed) await field(form).fill(text);
        for (const field of ticked) await field(form).check();
        const before = await countRows(served.database);
        await ui.press(form, button);

        const summary = form.getByRole("alert");
        await expect(summary).toContainText(en.form.faults(faults.length));
        await expect(summary).toBeFocused();
        for (const [field, fault] of faults) {
          await expect(field(form)).toHaveAccessibleDescription(new RegExp(fault.replace(/[^\w ]/g, ".")));
        }
        for (const [field, text] of typed) await expect(field(form)).toHaveValue(text);
        for (const field of ticked) await expect(field(form)).toBeChecked();
        expect(await countRows(served.database)).toEqual(before);
      });
    }
  });
}
