import { definePDFJSModule, getResolvedPDFJS } from "unpdf";

export type PdfReader = Awaited<ReturnType<typeof getResolvedPDFJS>>;

let reader: Promise<PdfReader> | undefined;

async function loadReader(): Promise<PdfReader> {
  await definePDFJSModule(() => import("pdfjs-dist/legacy/build/pdf.mjs"));
  const pdfjs = await getResolvedPDFJS();
  // The half of it that takes files apart is a second file, which the first PDF would load.
  const worker = new pdfjs.PDFWorker({});
  await worker.promise;
  worker.destroy();
  return pdfjs;
}

/**
 * Mozilla's pdf.js of the version in package.json, loaded once and as a whole: the one that unpdf has within it is
 * older. Of the two builds it is the one for Node, which brings along what Node has not yet; what it needs of a browser
 * unpdf provides.
 */
export function pdfReader(): Promise<PdfReader> {
  reader ??= loadReader();
  return reader;
}
