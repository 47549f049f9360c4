import { definePDFJSModule, getResolvedPDFJS } from "unpdf";

export type PdfReader = Awaited<ReturnType<typeof getResolvedPDFJS>>;

let reader: Promise<PdfReader> | undefined;

async function loadReader(): Promise<PdfReader> {
  await definePDFJSModule(() => import("pdfjs-dist/legacy/build/pdf.mjs"));
  return getResolvedPDFJS();
}

/**
 * Mozilla's pdf.js of the version in package.json, loaded once: the one that unpdf has within it is older. Of the two
 * builds it is the one for Node, which brings along what Node has not yet; what it needs of a browser unpdf provides.
 */
export function pdfReader(): Promise<PdfReader> {
  reader ??= loadReader();
  return reader;
}
