import { serveVisits } from "#web/visit/serve-visits.ts";

serveVisits(async () => async () => {
  const kept: Uint8Array[] = [];
  for (;;) kept.push(new Uint8Array(1024 * 1024).fill(1));
});
