#!/bin/sh
# Makes or upgrades the database, then becomes the server, so that a signal reaches it.
set -eu
node scripts/prepare.ts
exec node --max-semi-space-size=4 --import ./front/stand.ts server.js
