/**
 * What the process that fetches and reads pages loads of node_modules, whole packages (with a slash) or single files:
 * what it may read of them, and what a build brings along for it, which does not see what is started from a file.
 */
export const READER_FILES: readonly string[] = [
  ...[
    "@date-fns/utc/",
    "@mozilla/readability/",
    "date-fns/",
    "htmlparser2/",
    "ipaddr.js/",
    "linkedom/",
    "undici/",
  ],
  // The pdf.js that unpdf has within it is an old one.
  ...["unpdf/package.json", "unpdf/dist/index.mjs"],
  ...["pdfjs-dist/package.json", "pdfjs-dist/legacy/build/pdf.mjs", "pdfjs-dist/legacy/build/pdf.worker.mjs"],
  // What these bring along.
  ...[
    "boolbase/",
    "css-select/",
    "css-what/",
    "cssomnom/",
    "dom-serializer/",
    "domelementtype/",
    "domhandler/",
  ],
  ...["domutils/", "entities/", "html-escaper/", "nth-check/", "uhyphen/"],
];
