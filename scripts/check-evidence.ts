import { DEFAULT_DATABASE_URL } from "#db/engine/location.ts";
import { openStore } from "#db/engine/open.ts";
import { askForEveryVisit, countDue } from "#db/pages/watches.ts";
import { isUnavailable, sentenceOf } from "#db/store.ts";
import { archiveAt } from "#web/keeping/archive.ts";
import { keepNext, type VisitMade } from "#web/keeping/keep-next.ts";
import { readSettings } from "#web/settings.ts";

const USAGE = `npm run evidence:check

Looks at every link that evidence rests on, once: keeps a copy where there is none, and says which have changed, moved
or gone. The app may run meanwhile: they share the work. What does not answer is tried again by the app, later, or by
the next check; what did not answer four times could not be reached.

  DATABASE_URL   the database (default ${DEFAULT_DATABASE_URL})
  and the settings of the app: HINDCAST_ARCHIVE, and what begins with HINDCAST_FETCH and HINDCAST_COPIES`;

const AT_ONCE = 4;

/** What became of a visit, in a word or few. A visit in vain says nothing of how its link stands. */
function howOf(end: VisitMade["end"]): string {
  switch (end.kind) {
    case "lease-lost":
      return "looked at by another process";
    case "given-back":
      return "stopped, to be looked at again";
    case "put-off":
      return ["unreachable", "refused"].includes(end.standing) ? end.standing : "in vain, to be tried again";
    case "stored":
    case "no-space":
      return end.standing;
    default:
      return end satisfies never;
  }
}

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

if (process.argv.length > 2) {
  console.log(USAGE);
  process.exit(["--help", "-h"].includes(process.argv[2] ?? "") ? 0 : 1);
}
const settings = readSettings(process.env, process.cwd());
if (!settings.ok) stop(settings.error);
else if (!settings.value.keeping.fetches) stop("HINDCAST_FETCHING is off, so no link is looked at.");
else {
  try {
    const store = await openStore(settings.value.database, {
      isPatient: true,
      told: (sentence) => console.log(sentence),
    });
    const { policy, cap, everyDays, archiveOrigin } = settings.value.keeping;
    const archive = archiveOrigin === null ? null : archiveAt(archiveOrigin);
    const keeping = { store, policy, cap, everyDays, archive, now: () => new Date() };
    await askForEveryVisit(store, new Date());
    const all = await countDue(store.read, new Date());
    const found = new Map<string, number>();
    let done = 0;
    const work = async () => {
      for (;;) {
        const made = await keepNext(keeping);
        if (made === null) return;
        done += 1;
        const { end, url, fault } = made;
        const how = howOf(end);
        found.set(how, (found.get(how) ?? 0) + 1);
        console.log(`${done} of ${all}: ${how}${fault === null ? "" : ` (${fault})`}  ${url}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const told = [...found].map(([how, links]) => `${links} ${how}`).join(", ");
    console.log(`Checked: ${done} links${told === "" ? "" : ` (${told})`}.`);
    const left = await countDue(store.read, new Date());
    if (left > 0) console.log(`${left} more are being looked at elsewhere, or wait for their site.`);
    await store.close();
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence !== null) stop(sentence);
    if (isUnavailable(error)) stop("The database does not answer. What was checked until now is kept.");
    throw error;
  }
}
