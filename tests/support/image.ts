import { existsSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { importsOf, isOwn, targetOf } from "./architecture.ts";

// What the container image holds, read from Dockerfile and from what the build is told to put beside the server.

const joined = readFileSync("Dockerfile", "utf8")
  .replaceAll(/^#.*\n/gm, "")
  .replaceAll("\\\n", " ");
/** The stages of Dockerfile: the one that builds, the one that is the image. */
export const [building = "", running = ""] = joined
  .split(/^(?=FROM )/m)
  .filter((stage) => stage.startsWith("FROM "));

interface Copied {
  /** A file or a folder of ours; may hold `*`. */
  readonly from: string;
  readonly to: string;
}

/** What is copied to its own place: from the clone, or from the stage that has the clone in /app. */
function copiesOf(stage: string): readonly Copied[] {
  return [...stage.matchAll(/^COPY (--from=build )?(.+)$/gm)].flatMap(([, built, words = ""]) => {
    const paths = words.trim().split(/\s+/);
    const to = posix.normalize(paths.at(-1) ?? "");
    return paths.slice(0, -1).map((path) => {
      const from = built === undefined ? path : path.replace(/^\/app\//, "");
      return { from, to: to.endsWith("/") ? to + posix.basename(from) : to };
    });
  });
}

/** Whether a path is what a pattern names, or in it; a `*` stands for a part of a name, `**` for all below. */
const isIn = (path: string, pattern: string) =>
  new RegExp(`^${pattern.replace("/**/*", "").replaceAll(".", "\\.").replaceAll("*", "[^/]*")}(?:/|$)`).test(
    path,
  );

/**
 * Whether a file or a folder of ours is in the image, in the same place as here. A package is there with all of it, or
 * with its package.json and what else of it is named: whether that is enough the tests of who reads it show.
 *
 * @param traced the patterns of what the build puts beside the server
 */
export const isInImage = (path: string, traced: readonly string[]): boolean =>
  isThere(path, traced) ||
  (/node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) && isThere(`${path}/package.json`, traced));

const isThere = (path: string, traced: readonly string[]): boolean =>
  copiesOf(running).some(({ from, to }) => from === to && isIn(path, from)) ||
  traced.map((pattern) => posix.normalize(pattern)).some((pattern) => isIn(path, pattern));

/** Files that are started by their place, not imported. */
const STARTED = /\bjoin\((process\.cwd\(\)|import\.meta\.dirname), "([^"]+\.ts)"\)/g;

/** What a file needs: files of ours by their paths, packages by their names. */
function needsOf(file: string): readonly string[] {
  const source = readFileSync(file, "utf8");
  const folder = posix.dirname(file);
  const imported = importsOf(source)
    .filter(({ from, isType }) => !isType && !from.startsWith("node:"))
    .map(({ from }) => (isOwn(from) ? targetOf(file, from) : from));
  const started = [...source.matchAll(STARTED)].map(([, base, path = ""]) =>
    base === "process.cwd()" ? path : posix.join(folder, path),
  );
  return [...imported, ...started];
}

const packageName = (from: string) => from.split("/", from.startsWith("@") ? 2 : 1).join("/");

/** What a package names as needed, and needs only while it is compiled. */
const FOR_COMPILING = new Set(["node-addon-api"]);

/** The folders of a package and of all that it depends on, as they are installed here. */
function foldersOf(name: string, from = ""): readonly string[] {
  const nested = `${from}node_modules/${name}`;
  const folder = from !== "" && existsSync(nested) ? nested : `node_modules/${name}`;
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(`${folder}/package.json`, "utf8"),
  );
  const needed = Object.keys(dependencies).filter((each) => !FOR_COMPILING.has(each));
  return [folder, ...needed.flatMap((each) => foldersOf(each, `${folder}/`))];
}

/** All files and all folders of packages that a file cannot run without. */
export function closureOf(...roots: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    const isFile = existsSync(next) && statSync(next).isFile();
    if (!isFile) for (const folder of foldersOf(packageName(next))) seen.add(folder);
    else {
      seen.add(next);
      waiting.push(...needsOf(next));
    }
  }
  return [...seen].sort();
}
