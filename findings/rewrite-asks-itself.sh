#!/usr/bin/env bash
# next 16.4.6: a rewrite in proxy.js to the app's own origin is sent over HTTP to the very same server, if that was
# started with -H 127.0.0.1.
#
# Seen: `NextResponse.rewrite(new URL("/to", request.url))` makes one request of /from two: the server opens a connection
# to itself and asks for /to, with X-Forwarded-* headers, and pipes the answer through. Started with -H localhost, the same
# rewrite stays inside. request.url says "localhost" where the server knows itself as "127.0.0.1", so the two origins
# are held to be different servers. Whoever counts requests, limits how many are answered at once (it can wait for itself), or
# goes by forwarding headers sees a second request that nobody sent.
# Expected: a rewrite built from request.url, as the documentation shows it, is one of the same server.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null && npm pkg set type=module
npm install --silent --no-audit --no-fund next@16.4.6 react@19.3.1 react-dom@19.3.1 >/dev/null
mkdir -p app/to
echo 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;' >app/layout.jsx
echo 'export const dynamic = "force-dynamic"; export default () => <p>arrived</p>;' >app/to/page.jsx
cat >proxy.js <<'JS'
import { NextResponse } from "next/server";
export const proxy = (request) => NextResponse.rewrite(new URL("/to", request.url));
export const config = { matcher: "/from" };
JS
cat >count.cjs <<'JS'
const { Server } = require("node:http");
const { appendFileSync } = require("node:fs");
const { emit } = Server.prototype;
Server.prototype.emit = function (event, request, ...rest) {
  if (event === "request") appendFileSync("seen.txt", `${request.url}\n`);
  return emit.call(this, event, request, ...rest);
};
JS
NEXT_TELEMETRY_DISABLED=1 npx next build >/dev/null 2>&1
ask() {
  local port=$((20000 + RANDOM % 20000))
  rm -f seen.txt
  NODE_OPTIONS="--require $folder/count.cjs" npx next start -H "$1" -p "$port" >/dev/null 2>&1 &
  server=$!
  for _ in $(seq 100); do
    if curl -sf "http://$1:$port/from" 2>/dev/null | grep -q arrived; then break; fi
    sleep 0.3
  done
  rm -f seen.txt
  curl -sf "http://$1:$port/from" >/dev/null
  wc -l <seen.txt
  pkill -P "$server" 2>/dev/null || true
  kill "$server" 2>/dev/null || true
  server=
}
by_address=$(ask 127.0.0.1)
by_name=$(ask localhost)
echo "requests seen for one of /from: $by_address with -H 127.0.0.1, $by_name with -H localhost"
if [ "$by_address" -ne 2 ] || [ "$by_name" -ne 1 ]; then
  echo "CHANGED: a rewrite is answered inside either way, or neither" >&2
  exit 1
fi
