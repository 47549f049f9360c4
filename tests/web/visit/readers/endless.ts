import { serveVisits } from "#web/visit/serve-visits.ts";

serveVisits(async () => async () => {
  for (;;);
});
