import { randomUUID } from "node:crypto";
import type { ServedForm } from "./served-form.ts";

/** What is sent in a field: text, bytes that are no text, or a file. */
export type Sent = string | Buffer | { readonly file: string; readonly content: string | Buffer };
export type Fields = readonly (readonly [string, Sent])[];

const quoted = (text: string) => text.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

function part(boundary: string, name: string, sent: Sent): Buffer {
  const isFile = typeof sent === "object" && "file" in sent;
  const file = isFile ? `; filename="${quoted(sent.file)}"\r\nContent-Type: application/octet-stream` : "";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(isFile ? sent.content : sent), Buffer.from("\r\n")]);
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

async function read(response: Response): Promise<Answered> {
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** A page as a browser without script gets it. */
export const getPage = async (url: string, headers: HeadersInit = {}) =>
  read(await fetch(url, { headers, redirect: "manual" }));

/** Posts fields to a page byte for byte as a browser without script would, whatever they hold. */
export async function postFields(
  url: string,
  fields: Fields,
  headers: Record<string, string> = { origin: new URL(url).origin },
): Promise<Answered> {
  const boundary = `----${randomUUID()}`;
  const parts = fields.map(([name, sent]) => part(boundary, name, sent));
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  const type = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return read(
    await fetch(url, { method: "POST", body, redirect: "manual", headers: { ...type, ...headers } }),
  );
}

/** What a form sends: its hidden fields, and these instead of the same among them. */
export function filled(form: ServedForm, fields: Fields): Fields {
  const typed = new Set(fields.map(([name]) => name));
  return [...form.hidden.filter(([name]) => !typed.has(name)), ...fields];
}

/** Posts a served form with these fields to where it is sent. Refused, it is answered with the page that shows it again. */
export async function postForm(
  page: string,
  form: ServedForm,
  fields: Fields,
  headers: Record<string, string> = { origin: new URL(page).origin },
): Promise<Answered> {
  const answered = await postFields(new URL(form.action, page).href, filled(form, fields), headers);
  const to = answered.headers.get("location") ?? "";
  return /[?&]refused=/.test(to) ? getPage(new URL(to, page).href) : answered;
}
