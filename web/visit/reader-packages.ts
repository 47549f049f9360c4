/**
 * The packages that are loaded by the process that fetches and reads pages: what it may read of node_modules, and what
 * a build has to bring along for it, which does not see what a process started from a file imports.
 */
export const READER_PACKAGES: readonly string[] = [
  ...["@date-fns/utc", "@mozilla/readability", "date-fns", "htmlparser2", "ipaddr.js", "linkedom", "undici"],
  "unpdf",
  // What these bring along.
  ...["boolbase", "css-select", "css-what", "cssomnom", "dom-serializer", "domelementtype", "domhandler"],
  ...["domutils", "entities", "html-escaper", "nth-check", "uhyphen"],
];
