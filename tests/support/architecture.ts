import { posix } from "node:path";

/** One import of a file: what it names, and whether it is gone once the types are. */
export interface Import {
  readonly from: string;
  readonly isType: boolean;
}

const STRINGS_AND_COMMENTS =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*/g;
const withoutComments = (source: string) =>
  source.replace(STRINGS_AND_COMMENTS, (_found, text?: string) => text ?? " ");
/** What is left of `${...}` in a template is code too. */
const withoutTexts = (source: string) =>
  source.replace(STRINGS_AND_COMMENTS, (_found, text?: string) =>
    text?.startsWith("`") ? [...text.matchAll(/\$\{([^`]*?)\}/g)].map(([, code]) => code).join(";") : '""',
  );

const STATIC = /\b(?:import|export)(\s+type)?\b[^;"'`()=]*?\bfrom\s*["']([^"']+)["']/g;
const SIDE_EFFECT = /(?<=^|[;}\s])import\s*["']([^"']+)["']/g;
const CALL = /(?<![.\w])(?:import|require)\s*\(\s*([^)]*?)\s*[,)]/g;
const UNREADABLE = "(worked out while it runs)";

/** Every import of a source text: static, for its side effect, by re-export, dynamic, of types. */
export function importsOf(source: string): readonly Import[] {
  const code = withoutComments(source);
  const named = [...code.matchAll(STATIC)].map(([, type, from = ""]) => ({
    from,
    isType: type !== undefined,
  }));
  const bare = [...code.matchAll(SIDE_EFFECT)].map(([, from = ""]) => ({ from, isType: false }));
  const called = [...code.matchAll(CALL)].map(([, text = ""]) => ({
    from: /^["']([^"']+)["']$/.exec(text)?.[1] ?? UNREADABLE,
    isType: false,
  }));
  return [...named, ...bare, ...called];
}

/** Whether what is imported is a file of ours: by its place from here, or from the top, as `#db/...`. */
export const isOwn = (from: string): boolean => /^[.#]/.test(from);
/** The path of a file of ours that another one imports. */
export const targetOf = (path: string, from: string): string =>
  from.startsWith("#") ? from.slice(1) : posix.join(posix.dirname(path), from);

type Kind =
  | "app"
  | "ui"
  | "words"
  | "script"
  | "front"
  | "operations"
  | "web"
  | "dialer"
  | "db"
  | "domain"
  | "messages"
  | "seed"
  | "command"
  | "setup";

/** Which rules a file is under; `setup` is what runs before anything is installed. */
function kindOf(path: string): Kind | null {
  if (path.startsWith("app/_ui/")) return "ui";
  if (path.startsWith("app/_words/")) return "words";
  if (path.startsWith("app/_script/")) return "script";
  if (path.startsWith("web/fetch/")) return "dialer";
  if (path === "seed/run.ts" || /^scripts\/.*\.ts$/.test(path)) return "command";
  if (path.startsWith("scripts/")) return "setup";
  if (path === "instrumentation.ts" || path === "proxy.ts") return "app";
  const top = path.split("/")[0];
  return top === "app" ||
    top === "front" ||
    top === "operations" ||
    top === "web" ||
    top === "db" ||
    top === "domain" ||
    top === "messages" ||
    top === "seed"
    ? top
    : null;
}

/** What each may import. A trailing slash is a folder, "type:" only the types, all else a package. */
const ALLOWED: { readonly [K in Kind]: readonly string[] } = {
  app: [
    "app/",
    "front/",
    "operations/",
    "web/",
    "db/",
    "domain/",
    "messages/",
    "next",
    "react",
    "react-dom",
    "zod",
    "@fontsource-variable",
    "node:",
  ],
  ui: [
    "app/_ui/",
    "app/_words/",
    "app/_script/",
    "domain/",
    "messages/",
    "operations/words/",
    "type:operations/",
    "type:db/",
    "type:app/",
    "next",
    "react",
    "react-dom",
  ],
  words: [
    "app/_words/",
    "domain/",
    "messages/",
    "operations/words/",
    "type:db/",
    "next",
    "react",
    "react-dom",
  ],
  // What a browser loads: rules that are pure may go there, and types of the rest.
  script: ["app/_script/", "type:app/_words/", "domain/"],
  front: ["front/", "web/settings.ts", "domain/", "messages/", "ipaddr.js", "node:"],
  operations: ["operations/", "web/", "db/", "domain/", "messages/", "zod", "node:"],
  web: [
    "web/",
    "db/",
    "domain/",
    "@mozilla/readability",
    "diff",
    "htmlparser2",
    "linkedom",
    "pdfjs-dist",
    "unpdf",
    "zod",
    "node:",
  ],
  dialer: ["web/fetch/", "domain/", "ipaddr.js", "undici", "node:"],
  db: ["db/", "domain/", "drizzle-orm", "better-sqlite3", "pg", "node:"],
  domain: ["domain/", "date-fns", "@date-fns/utc"],
  messages: ["type:messages/"],
  seed: ["seed/", "db/", "domain/"],
  command: ["scripts/", "seed/", "operations/", "web/", "db/", "domain/", "node:"],
  setup: ["scripts/", "node:"],
};

/** Asks a server within the process what the migrations make; it is a tool of whoever changes them. */
const writesCatalog = (path: string, from: string) =>
  path === "scripts/write-catalog.ts" && from === "@electric-sql/pglite";

/** Is called by the build, so what builds is there. */
const bundles = (path: string, from: string) =>
  path === "scripts/setup/bundle-script.mjs" && from === "rolldown";

function isAllowed(path: string, kind: Kind, { from, isType }: Import): boolean {
  if (writesCatalog(path, from) || bundles(path, from)) return true;
  const isOurs = isOwn(from);
  const target = isOurs ? targetOf(path, from) : from;
  if (kind === "setup" && isOurs && !target.endsWith(".mjs")) return false;
  return ALLOWED[kind].some((rule) => {
    if (rule.startsWith("type:") && !isType) return false;
    const where = rule.replace("type:", "");
    if (where.endsWith("/")) return isOurs && target.startsWith(where);
    if (where.endsWith(".ts")) return isOurs && target === where;
    if (where.endsWith(":")) return from.startsWith(where);
    return from === where || from.startsWith(`${where}/`);
  });
}

/**
 * The rooms of a floor, each of which may import those before it, types too. A file beside them has its place in the
 * order like a room.
 */
const ROOMS: { readonly [floor: string]: readonly string[] } = {
  domain: [
    ...["result.ts", "day.ts", "vocabulary.ts", "unseen.ts", "slug.ts", "window.ts"],
    ...["horizon", "search", "sources", "pages", "forecasts", "evidence", "verdicts", "lists"],
  ],
  // store.ts is what all of them are given to work with.
  db: [
    ...["schema", "store.ts", "change", "search", "engine", "sources", "pages", "forecasts", "evidence"],
    ...["verdicts", "lists", "moving"],
  ],
  app: ["_words", "_script", "_ui", "_request"],
};
const placeOf = (path: string): readonly string[] => path.split("/").slice(0, 2);

/** What is wrong with the room of a file, or with one that it imports from. */
function roomFaults(path: string, imports: readonly Import[]): readonly string[] {
  const [floor = "", room = ""] = placeOf(path);
  const rooms = ROOMS[floor];
  if (rooms === undefined) return [];
  const rankOf = (name: string) => {
    const rank = rooms.indexOf(name);
    // Above the rooms of app/ stand the pages.
    return rank < 0 && floor === "app" && !name.startsWith("_") ? rooms.length : rank;
  };
  const rank = rankOf(room);
  if (rank < 0) return [`stands in no room of ${floor}/ (${rooms.join(", ")})`];
  return (
    imports
      // What a page shows may be named by what answers its forms.
      .filter(({ from, isType }) => isOwn(from) && !(isType && room === "_ui"))
      .map(({ from }) => targetOf(path, from))
      .filter((target) => placeOf(target)[0] === floor && rankOf(placeOf(target)[1] ?? room) > rank)
      .map((target) => `is below ${target}, and imports it`)
  );
}

const FLOORS = new Set(["app", "db", "domain", "front", "messages", "operations", "scripts", "seed", "web"]);

/** A file of another floor is imported by its place from the top, one of the same floor by its place from here. */
function nameOfImportFaults(path: string, imports: readonly Import[]): readonly string[] {
  const [floor = ""] = path.split("/");
  return imports
    .filter(({ from }) => isOwn(from) && !from.endsWith(".mjs"))
    .map(({ from }) => ({ from, target: targetOf(path, from) }))
    .flatMap(({ from, target }) => {
      const [its = ""] = target.split("/");
      if (!path.includes("/") || !FLOORS.has(its)) return [];
      if (its === floor) return from.startsWith("#") ? [`imports ${target} of its own floor by ${from}`] : [];
      return from.startsWith("#") ? [] : [`imports ${target} by another name than #${target}`];
    });
}

/** What can open a connection; a type of theirs cannot. */
const CONNECTING_MODULE =
  /^(?:(?:node:)?(?:http2?|https|net|tls|dns|dgram|inspector)|undici|ws|axios|got|node-fetch)(?:\/|$)/;
/** Names of the platform's own that can, used in any way: what is not called here may be called by another name. */
const CONNECTING_NAME =
  /(?<![\w$.#-])fetch(?![\w$-])|(?<![\w$])(?:WebSocket|WebSocketStream|WebTransport|EventSource|XMLHttpRequest|RTCPeerConnection|sendBeacon)(?![\w$])/;
const GLOBALLY = /\b(?:globalThis|global|window|self)\s*(?:\?\.\s*\[|\[|\??\.\s*fetch\b)/;

/** What stands before the framework takes part in the connections that come in, and has to know an address. */
const takesIn = (path: string, from: string) =>
  path.startsWith("front/") && (from === "node:http" || from === "node:net");
/**
 * Who opens connections: the fetching of pages, and what asks the app's own server: whether and how fast it answers, or
 * from a page in the browser.
 */
const CONNECTS =
  /^(?:web\/fetch\/|app\/_script\/ask\.ts$|scripts\/setup\/(?:address|server)\.mjs$|scripts\/bench\/|tests\/)/;

/** The ways in which a file that ought not to can open a connection. */
function connectionsOf(path: string, source: string, code: string): readonly string[] {
  if (CONNECTS.test(path)) return [];
  const modules = importsOf(source).filter(
    ({ from, isType }) => !isType && CONNECTING_MODULE.test(from) && !takesIn(path, from),
  );
  const names = [CONNECTING_NAME, GLOBALLY].flatMap((pattern) => pattern.exec(code)?.[0] ?? []);
  return [...modules.map(({ from }) => from), ...names];
}

const CLOCK =
  /\bnew Date(?!\w)(?:\s*\(\s*\))?(?!\s*\()|(?<!new )\bDate\s*\(\s*\)|\bDate\.now\b|\bnew UTCDate\s*\(\s*\)|\bTemporal\.Now\b/;
const ENVIRONMENT = /\bprocess\s*\??\.\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/;
/** What depends on the time zone that a process runs in. */
const LOCAL_TIME =
  /\bnew Date\s*\([^()]*,|\.[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\b|\btoLocale(?:Date|Time)?String\b|\bDateTimeFormat\b/;
/** The one file of the rules that works with the platform's dates, and is tested in five time zones for it. */
const WORKS_WITH_DATES = "domain/day.ts";
/** Tells drafts of their age, and writes when one was begun for who sits before the browser. */
const READERS_CLOCK = "app/_script/clock.ts";
/** Decides what of the environment a process that it starts is given. */
const HANDS_DOWN = "web/visit/readers.ts";
/** Sends another page in development, where the framework renders it anew after each change of the code. */
const KNOWS_DEVELOPMENT = "app/_ui/frame/page.tsx";
/**
 * Where the type checker is told what it cannot see, and how often: what a process shares by globalThis, what a driver or
 * a JSON file of ours gives, and words that go with their list.
 */
const CASTS: { readonly [path: string]: number } = {
  "app/_request/process/keeper.ts": 1,
  "app/_request/process/store.ts": 1,
  "app/_request/unavailable.ts": 1,
  "app/_request/forms/refused-forms.ts": 2,
  "app/_ui/frame/handed.ts": 1,
  "db/engine/migrations.ts": 1,
  "db/engine/postgres/schema.ts": 1,
  "db/engine/postgres/store.ts": 2,
  "db/engine/sqlite/connection.ts": 1,
  "db/engine/sqlite/store.ts": 2,
  "domain/horizon/en/counted.ts": 1,
  "domain/horizon/en/when.ts": 1,
  "domain/vocabulary.ts": 1,
  "operations/extracted.ts": 1,
  "scripts/bench/load.ts": 1,
};
/** Addresses that are put together are told to be routes. */
const CAST =
  /\bas\s+(?:(?!Route\b)[A-Z({[]|(?:unknown|never|typeof|keyof|readonly|string|number|boolean)\b)/g;
const RENAMED = /\b(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?\{[^}]*\}/g;
const castsIn = (code: string): number =>
  [...code.replace(RENAMED, "").matchAll(CAST)].filter(([cast]) => !/as\s+unknown$/.test(cast)).length;

const ANY = /:\s*any\b|<\s*any\b|,\s*any\s*>|\bas\s+any\b|(?<![|&])[|&]\s*any\b|\bany\[\]/;
const SILENCED = /@ts-(?:ignore|nocheck|expect-error)/;

/** The rooms of db/ in which the records are asked and changed; the others make stores, and move whole databases. */
const ASKED = /^db\/(?:change|search|sources|pages|forecasts|evidence|verdicts|lists)\//;
const EXPORTED = /\bexport\s+(?:(async\s+)?function\b\*?\s*(\w+)|const\s+(\w+)\s*=\s*(async\b)?\s*(?=[<(]))/g;
/** What stands first among the parameters of whatever waits for the records: it knows who asks. */
const KNOWS_WHO_ASKS = /^\(\s*(?:\w+|\{[^}]*\})\s*:\s*(?:Reader|Writer|Store)\s*[,)]/;

/** The text from the first bracket of a kind to the one that closes it. */
function bracketed(code: string, brackets: "()" | "<>"): string {
  const [open = "", close = ""] = brackets;
  const start = code.indexOf(open);
  let depth = 0;
  for (let end = start; end >= 0 && end < code.length; end++) {
    if (code[end] === open) depth += 1;
    // An arrow closes nothing.
    else if (code[end] === close && code[end - 1] !== "=") depth -= 1;
    if (depth === 0) return code.slice(start, end + 1);
  }
  return "";
}

/** What a file exports that waits for the records without being told who asks. */
function askedByNobody(code: string): readonly string[] {
  return [...code.matchAll(EXPORTED)].flatMap((match) => {
    const [found, isFunction, name, constant, isArrow] = match;
    const rest = code.slice(match.index + found.length).trimStart();
    const signed = rest.startsWith("<") ? rest.slice(bracketed(rest, "<>").length) : rest;
    const taken = bracketed(signed, "()");
    const isAsync = isFunction !== undefined || isArrow !== undefined;
    const waits = isAsync || /^\s*:\s*(?:Promise|Async)/.test(signed.slice(taken.length));
    return waits && !KNOWS_WHO_ASKS.test(taken) ? [`${name ?? constant} does not know who asks`] : [];
  });
}

const WORD = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const EMPTY_NAMES = /^(?:utils?|helpers?|misc|common)$/;
/** A language's own code, and what the framework gives a meaning: `[slug]`, `(group)`, `_private`. */
const isPlainName = (name: string) =>
  name === "zh-Hant" || WORD.test(name.replace(/^_|^\[{1,2}(?:\.{3})?|\]{1,2}$|^\(|\)$/g, ""));

function nameFaults(path: string): string[] {
  const names = path.split("/").map((name) => name.replace(/(?:\.test|\.spec|\.d|\.config)?\.[a-z]+$/, ""));
  const faults = names.filter((name) => !isPlainName(name)).map((name) => `"${name}" is not kebab-case`);
  const empty = names.filter((name) => name.split("-").some((word) => EMPTY_NAMES.test(word)));
  const barrel = names.at(-1) === "index" ? ["a barrel"] : [];
  return [...faults, ...empty.map((name) => `"${name}" says nothing`), ...barrel];
}

/**
 * What is wrong with a file, seen against the layout that docs and design promise.
 *
 * @param path from the top folder of the project, with forward slashes
 */
export function faultsOf(path: string, source: string): readonly string[] {
  const faults = nameFaults(path);
  const kind = kindOf(path);
  const code = withoutTexts(source);
  const ways = connectionsOf(path, source, code);
  if (kind !== null) {
    for (const found of importsOf(source)) {
      if (!found.isType && ways.includes(found.from)) continue;
      if (!isAllowed(path, kind, found)) faults.push(`imports ${found.isType ? "type " : ""}${found.from}`);
    }
    const mayAsk =
      kind === "app" || kind === "front" || kind === "command" || kind === "setup" || path === READERS_CLOCK;
    if (!mayAsk && CLOCK.test(code)) faults.push("asks what time it is");
    if (!mayAsk && path !== HANDS_DOWN && path !== KNOWS_DEVELOPMENT && ENVIRONMENT.test(code))
      faults.push("reads the environment");
  }
  if (kind === "domain" && path !== WORKS_WITH_DATES) {
    const isDated = importsOf(source).some(({ from }) => /date-fns/.test(from));
    if (isDated || LOCAL_TIME.test(code)) faults.push("works with the platform's dates");
  }
  faults.push(...roomFaults(path, importsOf(source)), ...nameOfImportFaults(path, importsOf(source)));
  faults.push(...ways.map((way) => `opens connections through ${way}`));
  const casts = kind === null ? 0 : castsIn(code);
  if (casts > (CASTS[path] ?? 0)) faults.push("casts a type where no seam is named");
  if (ASKED.test(path)) faults.push(...askedByNobody(code));
  if (ANY.test(code)) faults.push("says any");
  if (SILENCED.test(source)) faults.push("silences the type checker");
  return faults;
}
