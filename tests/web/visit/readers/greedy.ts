import { serveVisits } from "#web/visit/serve-visits.ts";

serveVisits(async () => async () => {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 100_000 }, (_none, at) => at + 0.5));
});
