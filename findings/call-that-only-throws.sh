#!/usr/bin/env bash
# rolldown 1.2.19: a call that is made because it may throw is taken out of its try block, and the answer changes.
#
# Seen: of `try { decodeURIComponent(text); return true; } catch { return false; }` only `return true` is left, so that the
# bundle answers true for "%", where the source answers false. Every tool that bundles by it does so without being
# asked (treeshaking is on); `treeshake: false` keeps the call. rollup 4 keeps it too: it leaves try blocks alone
# (tryCatchDeoptimization).
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
npx rolldown can.mjs --format esm -o bundled.mjs >/dev/null
source=$(node can.mjs)
bundled=$(node bundled.mjs)
echo "rolldown 1.2.19: the source says $source, its bundle $bundled"
if [[ $source != false || $bundled != true ]]; then
  echo "CHANGED: both say the same" >&2
  exit 1
fi
