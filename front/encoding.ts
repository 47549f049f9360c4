import { promisify } from "node:util";
import { brotliCompress, constants, gzip, zstdCompress } from "node:zlib";

type Compress = (bytes: Uint8Array) => Promise<Uint8Array>;

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);
const zstded = promisify(zstdCompress);

/** How a body is made smaller, the way that costs least first; the levels are measured (docs/performance.md). */
const WAYS: { readonly [coding: string]: Compress } = {
  zstd: (bytes) => zstded(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  br: (bytes) =>
    brotlied(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
    }),
  gzip: (bytes) => gzipped(bytes, { level: 6 }),
};

/** Smaller than this, a body fits into the first packet anyway. */
const LEAST_BYTES = 1024;

/**
 * The coding of ours that is wanted most, null for none: by its `q`, of which 0 says no (RFC 9110, 12.5.3), then by ours.
 *
 * @param accepted `Accept-Encoding`
 * @example codingFor("gzip;q=0.5, br") // "br"
 */
export function codingFor(accepted: string | undefined): string | null {
  const asked = (accepted ?? "").split(",").map((part) => {
    const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
    return { name: name.trim(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const wantedOf = (coding: string) =>
    (asked.find(({ name }) => name === coding) ?? asked.find(({ name }) => name === "*"))?.quality ?? 0;
  const [best] = Object.keys(WAYS)
    .map((coding) => ({ coding, quality: wantedOf(coding) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return best?.coding ?? null;
}

/** What is text, so that it becomes much smaller. */
export const isCompressible = (type: string): boolean =>
  /^(?:text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml|javascript))/i.test(type);

/** The body in the coding that is wanted, and which that is; itself where none is, or where it is too small to matter. */
export async function encoded(
  body: Uint8Array,
  accepted: string | undefined,
): Promise<{ readonly body: Uint8Array; readonly coding: string | null }> {
  const coding = codingFor(accepted);
  const way = coding === null || body.byteLength < LEAST_BYTES ? undefined : WAYS[coding];
  return way === undefined ? { body, coding: null } : { body: await way(body), coding };
}
