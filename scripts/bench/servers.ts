import { spawn } from "node:child_process";
import { once } from "node:events";
import { runtime } from "../setup/runtime.mjs";
import { type RunningServer, startServer } from "../setup/server.mjs";
import { onStop } from "../setup/signals.mjs";

export interface Measurable {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<unknown>;
}

const file = (name: string) => new URL(name, import.meta.url);

/** A server that does nothing but answer. */
export async function bareServer(): Promise<Measurable> {
  const child = spawn(runtime(), [file("bare.mjs").pathname], { stdio: ["pipe", "pipe", "inherit"] });
  const done = onStop(() => void child.kill());
  const [port] = await once(child.stdout, "data");
  const stop = async () => {
    done();
    const exited = once(child, "exit");
    child.kill();
    await exited;
  };
  return { origin: `http://127.0.0.1:${String(port).trim()}`, pid: child.pid ?? 0, stop };
}

interface Served {
  readonly folder: string;
  readonly databaseUrl: string;
}

/** The app as people run it: today is asked of the clock too, as with them, and is the day the data set was made for. */
export const appServer = ({ folder, databaseUrl }: Served, preload: readonly string[] = []) =>
  startServer({
    folder,
    preload,
    prepare: false,
    env: {
      DATABASE_URL: databaseUrl,
      HINDCAST_TIMEZONE: "UTC",
      HINDCAST_ORIGIN: "",
      // What is logged here leads nowhere.
      HINDCAST_FETCHING: "off",
    },
  });

export interface Asked {
  readonly statements: number;
  readonly rows: number;
}

/** The app once more, with every statement counted; not to be measured. */
export async function countingServer(served: Served) {
  const server: RunningServer = await appServer(served, [file("count-statements.mjs").href]);
  const counted = async (): Promise<Asked> => {
    const told = once(server.process, "message");
    server.process.send("statements");
    const [asked] = await told;
    return asked;
  };
  return { origin: server.origin, counted, stop: () => server.stop() };
}
