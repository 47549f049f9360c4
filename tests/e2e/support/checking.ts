import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { environment, runtime, typescript } from "../../../scripts/setup/runtime.mjs";
import type { apiAt, Json } from "./api.ts";
import type { Served } from "./server.ts";
import type { Site } from "./site.ts";

type Api = ReturnType<typeof apiAt>;

/** How the link of an entry stands, once it stands so. */
export async function untilStanding(api: Api, id: string, standing: string): Promise<Json> {
  const linkNow = async () => (await api.get(`/evidence/${id}`)).body.link;
  await expect.poll(async () => (await linkNow())?.standing, { timeout: 30_000 }).toBe(standing);
  return linkNow();
}

/** Looks at every link again, as `npm run evidence:check` does; the server may take some of them. */
export async function checkLinks(served: Served, site: Site): Promise<void> {
  const env = environment({ ...site.env(), DATABASE_URL: served.database });
  await promisify(execFile)(runtime(), typescript("scripts/check-evidence.ts"), { env });
}
