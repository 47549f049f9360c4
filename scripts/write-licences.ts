import { readFileSync, writeFileSync } from "node:fs";
import { type LockedPackages, licencesPage, unaccepted, usedPackages } from "./licences/production.ts";

// npm run licences: writes docs/licences.md anew from package-lock.json, and names what nobody has accepted.

const lock: { readonly packages: LockedPackages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const packages = usedPackages(lock.packages);
writeFileSync("docs/licences.md", licencesPage(packages));
console.log(`docs/licences.md lists ${packages.length} packages`);
for (const { name, licence } of unaccepted(packages)) {
  console.error(`${name} is under ${licence}, which scripts/licences/production.ts does not accept`);
  process.exitCode = 1;
}
