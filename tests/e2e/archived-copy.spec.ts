import { apiAt } from "./support/api.ts";
import { AGENTIC, evidencePage, serve } from "./support/server.ts";
import { aReport, serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

const STAMP = "20200815101530";
const COPY = `https://web.archive.org/web/${STAMP}/https://example.org/survey`;
const closest = { available: true, status: "200", timestamp: STAMP, url: COPY };

// One site is the page that is logged and the archive that is asked for it.
const site = serveSite({
  "/survey": { html: aReport({ title: "A survey in an archive" }) },
  "/wayback/available": {
    html: JSON.stringify({ archived_snapshots: { closest } }),
    headers: { "content-type": "application/json" },
  },
});
const served = serve(() => ({ ...site.env(), HINDCAST_ARCHIVE: new URL(site.link("/")).origin }));
const api = apiAt(served);

test("an archive that the settings name is asked, and its copy is told of beside how the link stands", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const { id } = await api.logPage(AGENTIC, { url: site.link("/survey"), title: "A survey in an archive" });
  const link = page.getByRole("link", { name: "Copy of 15 Aug 2020 at web.archive.org" });
  await expect(async () => {
    await page.goto(evidencePage(id));
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(link).toHaveAttribute("href", COPY);
});
