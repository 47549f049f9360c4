import type { ForkOptions } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { READER_FILES } from "./reader-files.ts";

/** What of our own it reads: its code, and what says that this code is made of modules. */
const OWN = ["web", "domain", "package.json"];

/** Whose certificates it trusts, as whoever runs the server decided. Nothing else is handed down. */
const INHERITED = ["NODE_EXTRA_CA_CERTS", "NODE_USE_SYSTEM_CA", "SSL_CERT_DIR", "SSL_CERT_FILE"];
const TRUSTING = ["--use-bundled-ca", "--use-openssl-ca", "--use-system-ca"];

/** What a process is started with. */
interface Start extends Required<Pick<ForkOptions, "env" | "execArgv">> {
  readonly file: string;
}

/** A path once its links are followed, which Node would have to be permitted to do; as it is where nothing is there. */
function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Where its packages lie, one by one; where their folder is a link, the link has to be readable to be followed. */
function packagesOf(root: string): readonly string[] {
  const folder = join(root, "node_modules");
  const packages = READER_FILES.map((name) => followed(join(folder, name)));
  return followed(folder) === folder ? packages : [`${folder}*`, ...packages];
}

/**
 * With what the process is started that reads strangers' pages: an environment without anybody's secrets, and Node's
 * permissions, which keep it from writing files, from reading any but its own code, and from starting programs, native
 * code and an inspector. Its network is whatever `web/fetch` opens, since Node has no say in that before version 25. It
 * may start one thread, its guard, and gives that up before it reads anything (see serve-visits.ts).
 *
 * @param file that is run
 * @param root the project's folder
 * @param environment the server's own
 */
export function confinement(
  file: string,
  root: string,
  environment: { readonly [name: string]: string | undefined },
): Start {
  const [ownFile, ownRoot] = [followed(file), followed(root)];
  const readable = [ownFile, ...OWN.map((name) => followed(join(ownRoot, name))), ...packagesOf(ownRoot)];
  const asked = (environment.NODE_OPTIONS ?? "").split(/\s+/);
  const execArgv = [
    "--permission",
    "--allow-worker",
    ...readable.map((path) => `--allow-fs-read=${path}`),
    // Its database functions open any file, whatever is permitted.
    "--no-experimental-sqlite",
    "--disallow-code-generation-from-strings",
    ...TRUSTING.filter((flag) => asked.includes(flag)),
    // Where Node would refuse the network, it has to be allowed by name.
    ...["--allow-net"].filter((flag) => process.allowedNodeEnvironmentFlags.has(flag)),
  ];
  const inherited = INHERITED.flatMap((name) => (environment[name] ? [[name, environment[name]]] : []));
  return { file: ownFile, env: { NODE_ENV: "production", ...Object.fromEntries(inherited) }, execArgv };
}
