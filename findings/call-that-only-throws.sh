#!/usr/bin/env bash
# rolldown 1.2.19: a call that is made because it may throw is taken out of its try block, and the answer changes.
#
# Seen: of `try { decodeURIComponent(text); return true; } catch { return false; }` only `return true` is left, so that the
# bundle answers true for "%", where the source answers false. Nobody has to ask for it, and `treeshake: false` does not
# keep the call: removing dead code is part of what is written by default ("dce-only"), so that `minify: false` is needed
# as well. rollup 4 keeps the call: it leaves try blocks alone (tryCatchDeoptimization).
# Expected: a function that throws for some texts is not free of side effects, in a try block least of all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rolldown@1.2.19 >/dev/null
cat >can.mjs <<'JS'
function canBeDecoded(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
console.log(canBeDecoded("%"));
JS
cat >bundle.mjs <<'JS'
import { rolldown } from "rolldown";
const bundle = await rolldown({ input: "can.mjs", treeshake: false });
await bundle.write({ file: "bundled.mjs" });
JS
node bundle.mjs
source=$(node can.mjs)
bundled=$(node bundled.mjs)
echo "rolldown 1.2.19, treeshake: false: the source says $source, its bundle $bundled"
if [[ $source != false || $bundled != true ]]; then
  echo "CHANGED: both say the same" >&2
  exit 1
fi
