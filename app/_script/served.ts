// The build puts the script here, which is all of this folder in one piece (scripts/setup/bundle-script.mjs). Where
// nothing was built, as in tests of single modules, there is none.

/** The script of the pages with forms. */
export const SCRIPT: string = "";

/** Its address, which is another one for another script. */
export const SCRIPT_ADDRESS: string = "/script/none.js";
