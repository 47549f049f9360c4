import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";

/** What a browser loads for a page, in bytes. */
export interface Weight {
  /** As they are sent to whoever takes gzip: what the server does not squeeze counts whole. */
  readonly html: number;
  /** The scripts that its HTML names, after gzip; 0 for what is no page. */
  readonly scripts: number;
}

const BEST = { level: 9 };

interface Sent {
  readonly bytes: Buffer;
  readonly isGzip: boolean;
}

/** An answer byte for byte as it comes, which fetch would have opened. */
const sentFor = (address: string) =>
  new Promise<Sent>((resolve, reject) => {
    const asked = get(address, { agent: false, headers: { "accept-encoding": "gzip" } }, async (answer) => {
      const bytes = await buffer(answer);
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
      resolve({ bytes, isGzip: answer.headers["content-encoding"] === "gzip" });
    });
    asked.once("error", reject);
  });

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
  const { bytes, isGzip } = await sentFor(origin + path);
  const body = isGzip ? gunzipSync(bytes) : bytes;
  const loaded = await Promise.all(
    scriptsOf(body.toString()).map((address) => scriptSize(new URL(address, origin).href)),
  );
  return { html: bytes.length, scripts: loaded.reduce((sum, size) => sum + size, 0) };
}
