import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { untilStanding } from "./support/checking.ts";
import type { Form } from "./support/hostile-forms.ts";
import { testHostile } from "./support/hostile-sending.ts";
import { badOptionalTexts, badTexts } from "./support/hostile-values.ts";
import { AGENTIC, evidencePage, serve } from "./support/server.ts";
import { aReport, serveSite } from "./support/site.ts";
import { test } from "./support/test.ts";

// What no browser would send, to the forms around a kept copy, which there are only where pages are fetched.

const site = serveSite({ "/kept": { html: aReport() } });
const served = serve(site.env);
const api = apiAt(served);
const { copies: c } = en;
const by = () => badOptionalTexts(80);
let entry = "";
let copy = "";

test.beforeAll(async () => {
  entry = (await api.logPage(AGENTIC, { url: site.link("/kept") })).id;
  copy = String((await untilStanding(api, entry, "alive")).copyId);
  await api.put(`/evidence/${entry}/passage`, { copyId: copy, words: "Ten times cheaper", by: "Ada" });
});

const forms: readonly Form[] = [
  {
    what: "mark a passage",
    page: () => `/copies/${copy}?for=${entry}`,
    button: c.markSubmit,
    good: [
      ["words", "Ten times cheaper"],
      ["by", "Ada"],
    ],
    hostile: {
      words: () => ({ ...badTexts(5000), "words that are not in it": "Ten <b>times</b> dearer" }),
      by,
    },
  },
  {
    what: "let go of a passage",
    page: () => evidencePage(entry),
    button: c.unmarkSubmit,
    good: [["by", "Ada"]],
    hostile: { by },
    takesNothing: true,
  },
  {
    what: "look again",
    page: () => evidencePage(entry),
    button: c.look,
    good: [],
    hostile: {},
    takesNothing: true,
  },
];

for (const form of forms) testHostile(served, form);
