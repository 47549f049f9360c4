import { err, ok, type Result } from "#domain/result.ts";
import { MOST_BYTES } from "../api/body.ts";

/** How much a form may send. */
export interface FormLimits {
  readonly bytes: number;
  readonly entries: number;
}

/** For a form that brings a text or a file. */
export const WITH_TEXT: FormLimits = { bytes: MOST_BYTES.withText, entries: 200 };

/** Why a form was not read: it is none, or it is too large; of such a one, what was read before it was. */
export type FormFault =
  | { readonly kind: "broken" }
  | { readonly kind: "too-large"; readonly read: FormData | null };

const BROKEN = { kind: "broken" } as const;

/** So much of what is too large is still taken in: a browser that is still sending hears no answer. */
const MOST_HEARD = 64 * 1024 * 1024;

/** So much of its end is read: the short fields behind a text or a file. */
const MOST_OF_END = 64 * 1024;

/** The bytes of a body, up to a limit; and the last ones of one that goes on behind it. */
async function readUpTo(body: Request["body"], most: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let end = Buffer.alloc(0);
  for await (const chunk of body ?? []) {
    const room = Math.max(0, most - size);
    if (room > 0) chunks.push(chunk.subarray(0, room));
    if (chunk.byteLength > room) end = Buffer.concat([end, chunk.subarray(room)]).subarray(-MOST_OF_END);
    size += chunk.byteLength;
    if (size > MOST_HEARD) break;
  }
  return { bytes: Buffer.concat(chunks), end, isWhole: size <= most };
}

const parsed = (bytes: Buffer, type: string): Promise<FormData> =>
  new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();

/**
 * The fields of a form that is too large: those at its beginning, the last of them as far as it goes, and those at its
 * end; null where that is to be read by nobody.
 */
async function readCut(bytes: Buffer, end: Buffer, type: string): Promise<FormData | null> {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain?.trim();
  if (boundary === undefined) return null;
  try {
    const form = await parsed(Buffer.concat([bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]), type);
    const next = end.indexOf(`\r\n--${boundary}\r\n`);
    const more = next < 0 ? null : await parsed(end.subarray(next + 2), type).catch(() => null);
    for (const [name, value] of more ?? []) form.append(name, value);
    return form;
  } catch {
    return null;
  }
}

/** Reads a posted form, and no more of it than is accepted. */
export async function readPostedForm(
  { headers, body }: Request,
  limits: FormLimits = WITH_TEXT,
): Promise<Result<FormData, FormFault>> {
  const type = headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) return err(BROKEN);
  try {
    const { bytes, end, isWhole } = await readUpTo(body, limits.bytes);
    if (!isWhole) return err({ kind: "too-large", read: await readCut(bytes, end, type) });
    const form = await parsed(bytes, type);
    return [...form.keys()].length > limits.entries ? err(BROKEN) : ok(form);
  } catch {
    return err(BROKEN);
  }
}
