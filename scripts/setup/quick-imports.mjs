import { registerHooks } from "node:module";

// Loaded before everything else (node --import). Node reads the whole list of what a package exports anew for each
// import within that package: 600 times 170 KB for drizzle-orm, 2 s of a start (findings/package-scope.sh). What a module
// imports by a whole relative name needs no list, no package and no guess: it is the file of that name.

const WHOLE_NAME = /^\.{1,2}\/.*\.m?js$/;
/** A package of which each such file is an ES module, so that nobody has to look that up either. */
const MODULES_ONLY = "/node_modules/drizzle-orm/";

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL, conditions } = context;
    if (!WHOLE_NAME.test(specifier) || !parentURL?.startsWith("file:") || !conditions.includes("import")) {
      return next(specifier, context);
    }
    const { href } = new URL(specifier, parentURL);
    return { url: href, shortCircuit: true, ...(href.includes(MODULES_ONLY) && { format: "module" }) };
  },
});
