import { serveVisits } from "./serve-visits.ts";

// A process that fetches and reads pages, one after the other: see visit.ts, which starts it.
serveVisits(async (page) => (await import("../reading/read-page.ts")).loadReaderFor(page));
