import { gzipSync } from "node:zlib";

/** What a browser loads for a page, in bytes after gzip. */
export interface Weight {
  readonly html: number;
  /** The scripts that its HTML names; 0 for what is no page. */
  readonly scripts: number;
}

const BEST = { level: 9 };

async function bytesOf(address: string): Promise<Buffer> {
  const answer = await fetch(address, { headers: { "accept-encoding": "identity" } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The addresses of the scripts that an HTML text has the browser load at once. */
export const scriptsOf = (html: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
      // For browsers that know no modules, which none of ours are.
      .filter(([tag]) => !/\bnomodule\b/i.test(tag))
      .map(([, address = ""]) => address.replaceAll("&amp;", "&")),
  ),
];

const sizes = new Map<string, Promise<number>>();

function scriptSize(address: string): Promise<number> {
  const known = sizes.get(address) ?? bytesOf(address).then((bytes) => gzipSync(bytes, BEST).length);
  sizes.set(address, known);
  return known;
}

export async function weigh(origin: string, path: string): Promise<Weight> {
  const body = await bytesOf(origin + path);
  const loaded = await Promise.all(
    scriptsOf(body.toString()).map((address) => scriptSize(new URL(address, origin).href)),
  );
  // The page itself is sent as the server squeezes it: at the usual level.
  return { html: gzipSync(body).length, scripts: loaded.reduce((sum, size) => sum + size, 0) };
}
