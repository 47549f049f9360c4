import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { run } from "./child.mjs";
import { root, Stop, say } from "./project.mjs";
import { comesWithRuntime, findRuntime, runtime } from "./runtime.mjs";

const modules = join(root, "node_modules");
const stampFile = join(modules, ".hindcast-lock");
const lockFile = join(root, "package-lock.json");

/** Only what decides what gets installed: editing a script in package.json installs nothing anew. */
function stamp() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
  const wanted = JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]);
  const hash = createHash("sha256").update(readFileSync(lockFile)).update(wanted);
  return hash.update(`${process.platform} ${process.arch}`).digest("hex");
}

function changed(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

/** A person may run npm ci or npm install themselves; npm then writes its own list after the lock file. */
function installedByHand() {
  const list = changed(join(modules, ".package-lock.json"));
  return list >= changed(lockFile) && list > changed(stampFile);
}

function isFresh(wanted) {
  if (!existsSync(modules) || !findRuntime()) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return true;
  return installedByHand();
}

function npm() {
  const { npm_execpath: file, npm_node_execpath: node } = process.env;
  // The npm that called us, with the Node it runs on: not ours, which npm ci is about to replace.
  const called = file && basename(file) === "npm-cli.js";
  return called ? [node ?? process.execPath, [file]] : ["npm", []];
}

/** Runs npm ci when node_modules is missing or is not what the lock file says. */
export async function installDependencies() {
  // Where no Node comes with the dependencies, an old one is an error before anything is fetched.
  if (!comesWithRuntime) runtime();
  const wanted = stamp();
  if (!isFresh(wanted)) {
    say("Installing dependencies (npm ci) ...");
    rmSync(stampFile, { force: true });
    const [program, first] = npm();
    // NODE_ENV=production or a setting of the user's must not leave out the build tools.
    const { code, ok, output } = await run(
      program,
      [...first, "ci", "--include=dev", "--include=optional", "--loglevel=error"],
      // Told to stop, npm ci first undoes its work for half a minute; what it leaves behind is installed anew anyway.
      { quiet: true, patience: 1 },
    );
    if (!ok) {
      process.stderr.write(output);
      throw new Stop(`The dependencies could not be installed (npm ci, ${code ?? "not started"}).`);
    }
  }
  runtime();
  if (changed(stampFile) === 0 || readFileSync(stampFile, "utf8") !== wanted)
    writeFileSync(stampFile, wanted);
}
