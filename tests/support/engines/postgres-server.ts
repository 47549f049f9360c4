import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

/** The folder of PostgreSQL's programs on this machine, the newest where there are several; null where it has none. */
export function findPostgres(path = process.env.PATH ?? ""): string | null {
  const newestFirst = globSync("/usr/lib/postgresql/*/bin").toSorted(
    (a, b) => Number.parseInt(b.slice(20), 10) - Number.parseInt(a.slice(20), 10),
  );
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...newestFirst];
  return (
    folders.find((folder) => existsSync(join(folder, "postgres")) && existsSync(join(folder, "initdb"))) ??
    null
  );
}

/** What `TEST_POSTGRES_URL` says to have PGlite where there is a server, too. */
export const WITHOUT_SERVER = "pglite";

/** The server refuses to run as root: another user of this machine, without a right to anything. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}

// Ends the server when whoever started it is gone, however that came about: then nobody holds the other end of stdin.
const WATCHED =
  '"$@" & server=$!; { cat > /dev/null; kill -INT $server; } <&3 2>/dev/null & wait $server; kill $! 2>/dev/null';

// A crash of the machine may cost a test's records.
const SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** A PostgreSQL server of a test's own. */
export interface PostgresServer {
  /** The address of a database on it. */
  readonly url: (database: string) => string;
  start(): Promise<void>;
  /** Ends it and every connection to it, so that `start` finds the same records again. */
  stop(): Promise<void>;
  /** Ends it for good. */
  remove(): Promise<void>;
}

/** Starts a new server of this machine's PostgreSQL, on a port of its own, in a folder that goes with it. */
export async function newPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "hindcast-postgres-"));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C.UTF-8" } };
  const init = spawn(
    join(programs, "initdb"),
    ["-D", data, "-U", "hindcast", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    { ...options, stdio: ["ignore", "ignore", "pipe"] },
  );
  const closed = once(init, "close");
  const complaint = await text(init.stderr);
  await closed;
  if (init.exitCode !== 0) throw new Error(`initdb failed: ${complaint}`);

  const port = await freePort();
  const url = (database: string) => `postgres://hindcast@127.0.0.1:${port}/${database}`;
  const server = [
    join(programs, "postgres"),
    "-D",
    data,
    "-p",
    String(port),
    "-h",
    "127.0.0.1",
    "-k",
    folder,
  ];
  let running: ReturnType<typeof spawn> | undefined;

  async function start() {
    running = spawn(
      "sh",
      ["-c", `exec 3<&0; ${WATCHED}`, "sh", ...server, ...SETTINGS.flatMap((set) => ["-c", set])],
      {
        ...options,
        stdio: ["pipe", "ignore", "ignore"],
      },
    );
    await untilAnswering(url("postgres"));
  }
  async function stop() {
    if (running === undefined) return;
    const ended = once(running, "exit");
    running.stdin?.end();
    await ended;
    running = undefined;
  }
  await start();
  return {
    url,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(url: string): Promise<void> {
  const patience = performance.now() + 30_000;
  for (;;) {
    const client = new Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > patience) throw error;
      await wait(50);
    }
  }
}
