import { parseArgs } from "node:util";
import { err, ok, type Result } from "#domain/result.ts";

export const USAGE = `npm run bench -- [--sizes 1000,10000,100000] [--rounds 3] [--seconds 4] [--engine sqlite|postgres]
                 [--json FILE] [--compare FILE] [--soak] [--mixed] [--beside FOLDER]

Builds the app with one empty page more, makes data sets of these sizes, and measures every page side by side: what a
request costs the server's processor, how many are answered, how long they take, what is sent, what is asked of the
database. Three sizes take less than twenty minutes. The numbers are told against the empty page: those hold from one
machine to another, the rest does not.

  --sizes     how many forecasts, one data set each
  --rounds    how often everything is measured, in turn; the medians are shown
  --seconds   how long one measurement lasts
  --engine    sqlite, the default, in a temporary file; or postgres: TEST_POSTGRES_URL names an empty database,
              which is filled and not emptied again, so give one size
  --json      keeps the numbers in a file
  --compare   prints how they differ from those in such a file
  --mixed     fifty connections, nine reads to one write, for --seconds each round over the first size
  --beside    with --mixed, another checkout that is built, measured in turn; may come several times
  --soak      200,000 mixed requests over the first size: memory, and how /healthz answers under the heaviest writing`;

export interface Options {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  readonly engine: "sqlite" | "postgres";
  readonly json: string | null;
  readonly compare: string | null;
  readonly soak: boolean;
  readonly mixed: boolean;
  /** Folders of other checkouts. */
  readonly beside: readonly string[];
  readonly help: boolean;
}

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** What the command line asks for, or a sentence that says what it takes. */
export function readOptions(args: readonly string[]): Result<Options, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sizes: { type: "string", default: "1000,10000,100000" },
        rounds: { type: "string", default: "3" },
        seconds: { type: "string", default: "4" },
        engine: { type: "string", default: "sqlite" },
        json: { type: "string" },
        compare: { type: "string" },
        soak: { type: "boolean", default: false },
        mixed: { type: "boolean", default: false },
        beside: { type: "string", multiple: true, default: [] },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { engine } = values;
    const sizes = values.sizes.split(",").map(Number);
    const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
    if (!sizes.every((size) => within(size, 10, 1_000_000)))
      return err("--sizes takes whole numbers from 10 to 1000000, with commas between them.");
    if (!within(rounds, 1, 99)) return err("--rounds takes a whole number from 1 to 99.");
    if (!within(seconds, 1, 600)) return err("--seconds takes a whole number from 1 to 600.");
    if (engine !== "sqlite" && engine !== "postgres") return err("--engine takes sqlite or postgres.");
    if (engine === "postgres" && sizes.length > 1)
      return err("--engine postgres fills the one database it is given: give one size, like --sizes 10000.");
    const { json = null, compare = null, soak, mixed, beside, help } = values;
    return ok({ sizes, rounds, seconds, engine, json, compare, soak, mixed, beside, help });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
