import { NO_DETAILS } from "#web/reading/page-reading.ts";
import { serveVisits } from "#web/visit/serve-visits.ts";

serveVisits(async () => async ({ bytes }) => {
  for (let line = 0; line < 1_000; line += 1) console.log(bytes.length);
  return { details: NO_DETAILS, text: null, fault: "damaged" };
});
