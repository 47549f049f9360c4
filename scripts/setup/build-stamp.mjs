import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything `next build` reads; what is not there is passed over. */
export const inputs = [
  ...["app", "front", "operations", "web", "db", "domain", "messages", "drizzle", "public"],
  ...["next.config.ts", "instrumentation.ts", "instrumentation-client.ts", "proxy.ts", "tsconfig.json"],
  "scripts/setup/bundle-script.mjs",
  ...["package.json", "package-lock.json"],
  // Next reads these itself.
  ...[".env", ".env.local", ".env.production", ".env.production.local"],
];

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name !== ".DS_Store");
  return names.sort().flatMap((name) => filesUnder(join(path, name)));
}

/** A hash that changes when a build of the tree under `root` would: by content, since a checkout renews every date. */
export function buildStamp(root, nodeMajor) {
  const hash = createHash("sha256").update(`node ${nodeMajor}`);
  for (const input of inputs) {
    if (!existsSync(join(root, input))) continue;
    for (const file of filesUnder(join(root, input))) {
      const content = readFileSync(file);
      hash.update(`\0${file.slice(root.length)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}
