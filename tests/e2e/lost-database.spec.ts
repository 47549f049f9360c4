import { renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { en } from "../../messages/en.ts";
import { type RunningServer, startServer } from "../../scripts/setup/server.mjs";
import { mountDisk, type OwnDisk, triedOn, whyNoDisk } from "../support/own-disk.ts";
import { fileOf, newFile, removeDatabase } from "./support/database.ts";
import { AGENTIC, forecastPage, PINNED } from "./support/server.ts";
import * as ui from "./support/typing.ts";

// A file that goes while it is served, and a disk that fills up: nothing is taken for saved, and no typing is lost.

let server: RunningServer | undefined;
let disk: OwnDisk | undefined;
let database: string;
test.afterEach(async () => {
  await server?.stop();
  await removeDatabase(database);
  disk?.remove();
  disk = undefined;
});

async function served(address: string): Promise<string> {
  database = address;
  server = await startServer({ env: { ...PINNED, DATABASE_URL: address } });
  return server.origin;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a form over a database that was moved away says so, keeps what was typed, and saves it once it is back", async ({
      page,
    }) => {
      const origin = await served(newFile());
      const file = fileOf(database);
      await page.goto(origin + forecastPage(AGENTIC));
      const form = ui.logForm(page);
      await ui.typeEvidence(form, ui.aPage());
      renameSync(file, `${file}.away`);
      await ui.press(form, en.evidence.submit);
      await expect(form.getByRole("alert")).toContainText(en.form.hindered.moved);
      await expect(form.getByLabel(en.evidence.summary)).toHaveValue(ui.aPage().summary);
      expect((await fetch(`${origin}/healthz`)).status).toBe(503);
      expect((await fetch(`${origin}${forecastPage(AGENTIC)}`)).status).toBe(200);
      renameSync(`${file}.away`, file);
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
      await ui.press(form, en.evidence.submit);
      await expect(ui.entryOf(page, ui.aPage().title)).toBeVisible();
    });

    test(`a form over a full disk says so, keeps what was typed, and saves it once there is room (${triedOn})`, async ({
      page,
    }) => {
      if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
      disk = mountDisk(16);
      const origin = await served(`file:${join(disk.folder, "data", "hindcast.db")}`);
      await page.goto(origin + forecastPage(AGENTIC));
      const form = ui.logForm(page);
      await ui.typeEvidence(form, ui.aPage());
      disk.fill();
      await ui.press(form, en.evidence.submit);
      await expect(form.getByRole("alert")).toContainText(en.form.hindered.full);
      await expect(form.getByLabel(en.evidence.summary)).toHaveValue(ui.aPage().summary);
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
      disk.makeRoom();
      await ui.press(form, en.evidence.submit);
      await expect(ui.entryOf(page, ui.aPage().title)).toBeVisible();
    });
  });
}
