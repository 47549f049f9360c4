#!/bin/sh
# Makes or upgrades the database, then becomes the server, so that a signal reaches it.
set -eu
node scripts/prepare.ts
# Less memory for a little more work, as npm start has it.
export MALLOC_ARENA_MAX=1
exec node --max-semi-space-size=4 --heap-growing-percent=20 --import ./front/stand.ts server.js
