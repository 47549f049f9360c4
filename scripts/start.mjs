import { assertFree, readAddress } from "./setup/address.mjs";
import { buildApp, next } from "./setup/build.mjs";
import { run } from "./setup/child.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { setupLock } from "./setup/lock.mjs";
import { command, Stop, say } from "./setup/project.mjs";
import { environment, runtime } from "./setup/runtime.mjs";
import { prepareDatabase, startServer, withFront } from "./setup/server.mjs";
import { stopOnSignals, unlessStopping } from "./setup/signals.mjs";

// npm start: from a fresh clone to a running server. With --dev: the same with next dev in place of the build.
const isDev = process.argv.includes("--dev");
let isUp = false;

command(async () => {
  const address = readAddress(process.env);
  // Stopping a server that runs is what the signal is for, so that is a success.
  stopOnSignals((isClean) => (isUp ? Number(!isClean) : undefined));

  const release = await setupLock();
  // Before anything is touched: a build would pull the ground from under a server that already runs here.
  await assertFree(address);
  await installDependencies();
  if (isDev) return develop(address, release);
  await buildApp();
  await prepareDatabase();

  await assertFree(address);
  const server = await startServer({ ...address, prepare: false });
  isUp = true;
  release();
  say(`Hindcast is running at ${server.origin}`);

  const reason = await server.exited;
  await unlessStopping();
  throw new Stop(`The server stopped by itself (${reason}).`);
});

async function develop({ host, port }, release) {
  const env = withFront(environment({ HOST: host, PORT: String(port) }));
  delete env.NODE_ENV;
  await prepareDatabase();
  release();
  isUp = true;
  const { code } = await run(runtime(), [next, "dev", "-H", host, "-p", String(port)], { env });
  throw new Stop("", code ?? 1);
}
