import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActionForm } from "#app/_ui/forms/action-form.tsx";
import { labelOf } from "#app/_ui/forms/field-labels.ts";
import { GroupFault, TextField } from "#app/_ui/forms/fields.tsx";
import { FRESH } from "#app/_words/form-state.ts";

const LABELS = { names: { title: "Title", dueBy: "Due by" }, groups: { s12: "No. 3" } };

test.each([
  ["title", "Title"],
  ["s12.dueBy", "No. 3: Due by"],
  ["s12.other", "No. 3"],
  ["other", null],
  ["s13.dueBy", null],
])("%s is called %s", (field, label) => {
  expect(labelOf(field, LABELS, ": ")).toBe(label);
});

test("a refused form leads to each of its faults, by what the field is called and without script", () => {
  const errors = {
    title: "This is needed.",
    "s12.dueBy": "Too early.",
    take: "Choose one.",
    unknown: "What?",
  };
  const html = renderToStaticMarkup(
    <ActionForm
      action={{
        address: "/there",
        state: { ...FRESH, attempt: 1, errors: Object.entries(errors), message: "Not saved." },
      }}
      submit="Save"
      fields={["title", "s12.dueBy", "take"]}
      words={{ nothingLost: "Kept.", sending: "…", colon: ": " }}
      labels={LABELS}
    >
      <TextField name="title" label="Title" />
      <TextField name="s12.dueBy" label="Due by" />
      <GroupFault name="take" />
    </ActionForm>,
  );
  const links = [...html.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a>([^<]*)<\/li>/g)];
  expect(links.map(([, , label, rest]) => `${label}${rest}`)).toEqual([
    "Title: This is needed.",
    "No. 3: Due by: Too early.",
    "Choose one.",
  ]);
  for (const [, id] of links) expect(html).toContain(`id="${id}"`);
  expect(html).toContain("<code><bdi>unknown</bdi></code>: What?");
});
