import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, originOf } from "./address.mjs";
import { next } from "./build.mjs";
import { run } from "./child.mjs";
import { root, Stop } from "./project.mjs";
import { environment, runtime, typescript } from "./runtime.mjs";
import { endChild, onStop } from "./signals.mjs";

const READY_WITHIN = 60_000;
const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;
/** What stands before the framework: the app does not start without it. */
const front = new URL("../../front/stand.ts", import.meta.url).href;
const TYPESCRIPT = "--disable-warning=ExperimentalWarning";
/** What a request leaves behind is cleared away sooner: half the memory, for a tenth more work (docs/performance.md). */
const SMALL = ["--max-semi-space-size=4", "--heap-growing-percent=20"];
/** The same for what is not JavaScript's: memory for the threads in common, instead of some for each. */
const SMALL_ENV = { MALLOC_ARENA_MAX: "1" };
/** Where Node leaves what it compiled for the next start: a third of one was compiling. */
const COMPILED = join(root, "node_modules/.cache/hindcast-server");

/** The environment of a process that starts one of its own, as next dev does, which the front has to stand in. */
export const withFront = (env) => ({
  ...env,
  NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} ${TYPESCRIPT} --import=${front}`,
});

/** Creates, migrates and seeds the database of DATABASE_URL: the script does what is missing and says so. */
export async function prepareDatabase({ env = {}, quiet = false } = {}) {
  const options = { env: environment(env), quiet };
  const { code, ok, output } = await run(runtime(), typescript("scripts/prepare.ts"), options);
  // Not quiet, the script has said why itself.
  if (!ok) throw new Stop(output, code ?? 1);
}

async function isHealthy(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

async function untilHealthy(server, origin) {
  const url = `${origin.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")}/healthz`;
  const deadline = Date.now() + READY_WITHIN;
  while (!(await isHealthy(url))) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Stop(`The server stopped before it was ready (${server.exitCode ?? server.signalCode}).`);
    }
    if (Date.now() > deadline) {
      await endChild(server);
      throw new Stop(
        `The server was not ready within ${READY_WITHIN / 1000} seconds (${url} never answered 200).`,
      );
    }
    await sleep(100);
  }
}

/** Starts the production server and waits until it answers. The build must be there. See server.d.mts. */
export async function startServer({
  host = "127.0.0.1",
  port = 0,
  prepare = true,
  folder = root,
  preload = [],
  env = {},
} = {}) {
  const address = { host, port: port || (await freePort(host)) };
  const settings = {
    NODE_COMPILE_CACHE: COMPILED,
    ...SMALL_ENV,
    ...env,
    NODE_ENV: "production",
    HOST: host,
    PORT: String(address.port),
  };
  if (prepare) await prepareDatabase({ env: settings, quiet: true });

  // Next's banner goes nowhere; errors do not. A group of its own keeps the terminal's Ctrl-C away from it:
  // it gets the one signal that we pass on.
  const server = spawn(
    runtime(),
    [
      ...[TYPESCRIPT, ...SMALL],
      ...[endWithParent, front, ...preload].flatMap((module) => ["--import", module]),
      // Else the compiler is loaded to read next.config.ts, and stays: 13 MB.
      ...[next, "start", "--experimental-next-config-strip-types", "-H", host, "-p", String(address.port)],
    ],
    {
      cwd: folder,
      env: environment(settings),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      detached: true,
    },
  );
  // However we are told to stop, the server is told the same.
  const stop = () => endChild(server, "SIGTERM");
  const done = onStop(stop);
  const exited = new Promise((end) => server.once("exit", (code, signal) => end(code ?? signal))).finally(
    done,
  );

  const origin = originOf(address);
  await untilHealthy(server, origin);
  return {
    origin,
    pid: server.pid,
    process: server,
    exited,
    stop,
    kill: async () => {
      server.kill("SIGKILL");
      await exited;
    },
  };
}
