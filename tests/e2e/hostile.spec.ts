import { apiAt } from "./support/api.ts";
import { forms, ids, RESOLVED } from "./support/hostile-forms.ts";
import { testHostile } from "./support/hostile-sending.ts";
import { AGENTIC, serve } from "./support/server.ts";
import { test } from "./support/test.ts";

// What no browser would send, to each form, byte for byte: it ends in an error that says which field, nothing is
// stored, and what was typed is still there.

const served = serve();
const api = apiAt(served);

test.beforeAll(async () => {
  ids.entry = (await api.logPage(AGENTIC)).id;
  ids.elsewhere = (await api.logPage("inference-10x-1y", { url: "https://example.org/elsewhere" })).id;
  ids.withdrawn = (await api.logPage(AGENTIC, { url: "https://example.org/withdrawn" })).id;
  await api.withdrawPage(ids.withdrawn, "For the test.");
  await api.giveVerdict(RESOLVED);
});

for (const form of forms) testHostile(served, form);
