#!/usr/bin/env bash
# next 16.4.6: next.config.ts cannot import by the names that package.json gives ("imports"), which pages can.
#
# Seen: `import { name } from "#lib/name.js"` in next.config.ts ends every command with "Cannot find module
# '#lib/name.js'"; the same file is found by "./lib/name.js". The configuration is compiled and run as a module that has
# no file name, and Node looks "#..." up only for modules that have one.
# Expected: the configuration resolves what Node resolves in a file at its place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir lib
echo '{ "private": true, "imports": { "#lib/*": "./lib/*" } }' >package.json
npm install --silent --no-audit --no-fund next@16.4.6 react@19.3.1 react-dom@19.3.1 typescript@5.9.3 \
  @types/node@24.19.2 @types/react@19.3.0 >/dev/null
echo 'module.exports = { name: "x" };' >lib/name.js
export NEXT_TELEMETRY_DISABLED=1
# Commands read the configuration first; this one then says that there is no app.
attempt() {
  echo "import { name } from \"$1\"; export default { env: { NAME: name } };" >next.config.ts
  npx next build 2>&1 || true
}
by_place=$(attempt ./lib/name.js)
by_name=$(attempt '#lib/name.js')
found() { grep -qF "Cannot find module '$2'" <<<"$1" && echo "not found" || echo "found"; }
echo "next 16.4.6: ./lib/name.js is $(found "$by_place" ./lib/name.js), #lib/name.js is $(found "$by_name" '#lib/name.js')"
grep -qF "Couldn't find any" <<<"$by_place"
if [[ $(found "$by_name" '#lib/name.js') == found ]]; then
  echo "CHANGED: the configuration resolves subpath imports" >&2
  exit 1
fi
