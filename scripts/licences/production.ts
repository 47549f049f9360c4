/** An entry of package-lock.json, as far as it is read here. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
}
/** By the folder that each is installed in; "" is the project itself. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** A package of ours or of others that the server may run with. */
export interface UsedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package says it, in SPDX's words; "none" where it says nothing. */
  readonly licence: string;
}

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf("node_modules/") + 13);

/** Every package that is no tool of the build or the tests alone, each version once, by name. */
export function usedPackages(locked: LockedPackages): readonly UsedPackage[] {
  const used = Object.entries(locked)
    .filter(([folder, { dev, devOptional }]) => folder.includes("node_modules/") && !dev && !devOptional)
    .map(([folder, entry]): UsedPackage => {
      // What lies in the project itself is linked, and described where it lies.
      const { version = "none", license = "none" } =
        entry.link && entry.resolved ? (locked[entry.resolved] ?? {}) : entry;
      return { name: nameOf(folder), version, licence: license };
    });
  const byName = new Map(used.map((found) => [`${found.name} ${found.version}`, found]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

/** Licences that ask for nothing but to be named, or to be passed on with the package's own source. */
const ACCEPTED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "OFL-1.1",
]);
/** What else is accepted, of whom, and why. */
const EXCEPTIONS: readonly { readonly name: RegExp; readonly licences: readonly string[] }[] = [
  // Data on browsers, which the build reads.
  { name: /^caniuse-lite$/, licences: ["CC-BY-4.0"] },
  // Scales pictures for Next, in its library libvips: there are none here, and the image leaves it out.
  { name: /^@img\/sharp-/, licences: ["LGPL-3.0-or-later"] },
];

/** Those whose licence nobody has accepted: each of several that are joined by AND has to be. */
export function unaccepted(packages: readonly UsedPackage[]): readonly UsedPackage[] {
  return packages.filter(({ name, licence }) => {
    const also = EXCEPTIONS.find((exception) => exception.name.test(name))?.licences ?? [];
    return !licence.split(" AND ").every((each) => ACCEPTED.has(each) || also.includes(each));
  });
}

/** The list as it lies in docs/licences.md. */
export function licencesPage(packages: readonly UsedPackage[]): string {
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return [
    "# Licences of what Hindcast runs with",
    "",
    "Written by `npm run licences` from package-lock.json, in which these are all packages but the tools of the build and",
    "the tests. Their texts lie with the packages. Those named `@img/sharp-` and `sharp` are not in the container image.",
    "",
    "| package | version | licence |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
