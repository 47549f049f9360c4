import { en } from "#messages/en.ts";
import type { Form } from "./hostile-forms.ts";
import { HALF, instead, UNKNOWN } from "./hostile-values.ts";
import { type Answered, type Fields, getPage, postForm } from "./post-form.ts";
import { countRows } from "./rows.ts";
import { formIn, type ServedForm } from "./served-form.ts";
import type { Served } from "./server.ts";
import { expect, test } from "./test.ts";

const CHOICES = ["stance", "strength", "kind", "criterion", "outcome", "evidenceIds"];

/** Posts these fields with the hidden ones that the form was served with. */
async function send({ origin }: Served, { page, button }: Form, fields: Fields): Promise<Answered> {
  const url = origin + page();
  const form = formIn((await getPage(url)).html, button);
  return postForm(url, form, fields);
}

/** Each text that was sent, once, is in the form again; so is a choice that the form has. */
function expectKept({ values }: ServedForm, sent: Fields) {
  const names = sent.map(([name]) => name);
  for (const [field, value] of sent) {
    const isOnce = names.indexOf(field) === names.lastIndexOf(field);
    if (typeof value !== "string" || !isOnce || !Object.hasOwn(values, field)) continue;
    const shown = values[field]?.[0];
    if (CHOICES.includes(field) && shown === undefined) continue;
    // Compared first: nobody wants to read a difference of a million characters.
    expect(shown === value, `${field} is still there`).toBe(true);
  }
}

/** It is refused in words, and nothing is stored. */
async function refusalOf(served: Served, form: Form, sent: Fields): Promise<ServedForm> {
  const before = await countRows(served.database);
  const { status, html } = await send(served, form, sent);
  expect(status).toBe(200);
  const refused = formIn(html, form.button);
  expect(refused.summary).not.toBe("");
  expectKept(refused, sent);
  expect(await countRows(served.database)).toEqual(before);
  return refused;
}

/** The tests of one form, sent to the server of their file. */
export function testHostile(served: Served, form: Form): void {
  test.describe(`to ${form.what}`, () => {
    for (const [field, values] of Object.entries(form.hostile)) {
      test(`what ${field} cannot hold is refused beside it`, async () => {
        const good = form.good.filter(
          ([name]) => field !== "evidenceIds" || name !== "withoutEvidenceReason",
        );
        for (const [name, value] of Object.entries(values())) {
          await test.step(name, async () => {
            const { errors, summary } = await refusalOf(served, form, instead(good, field, value));
            // A field that nobody sees has its error above the others.
            const [, above] = summary.split(`${field}: `);
            expect(errors[field] ?? above, name).toMatch(/^[A-Z“t].{10,}\.$/);
          });
        }
      });
    }

    test("fields that it does not have are named", async () => {
      for (const unknown of UNKNOWN) {
        const { summary } = await refusalOf(served, form, [...form.good, [unknown, "x"]]);
        expect(summary).toContain(`${unknown}: ${en.errors["unknown-field"]()}`);
      }
    });

    if (!form.takesNothing) {
      test("nothing at all is refused", async () => {
        await refusalOf(served, form, []);
      });
    }

    // A button alone has no field for a name.
    if (form.good.length === 0) return;
    test("bytes that are half of a character are refused", async () => {
      const { errors } = await refusalOf(served, form, instead(form.good, "by", HALF));
      expect(errors.by).toBe(en.errors["bad-characters"]());
    });
  });
}
