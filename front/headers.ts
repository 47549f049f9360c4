import { createHash } from "node:crypto";
import { isOfStranger } from "./routes.ts";

interface Headers {
  readonly [name: string]: string;
}

/** What a browser could be asked for by a page and is not by ours; of names that it does not know one complains. */
const UNUSED = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"],
  ...["encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts"],
  ...["magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get"],
  ...["screen-wake-lock", "serial", "storage-access", "usb", "xr-spatial-tracking"],
];

const ALWAYS: Headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": UNUSED.map((feature) => `${feature}=()`).join(", "),
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** By which pages an address may be framed: none yet. */
const framedBy = (_target: string): string => "'none'";

const policy = (directives: readonly (readonly [name: string, value: string])[]): string =>
  directives.map(([name, value]) => `${name} ${value}`).join("; ");

/** A whole element of text, its attributes and what stands in it. */
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

const hashOf = (bytes: string): string =>
  `'sha256-${createHash("sha256").update(bytes, "latin1").digest("base64")}'`;

/** The hashes of what stands in a page's own elements of a kind; what they lead to is ours by its address. */
function hashesIn(html: string, kind: "script" | "style"): readonly string[] {
  const found = [...html.matchAll(INLINE)].filter(([, name, attributes]) => {
    return name === kind && !/\ssrc=/.test(attributes ?? "");
  });
  return [...new Set(found.map(([, , , text = ""]) => hashOf(text)))];
}

/** The one page that needs scripts that stand in it: the framework's, when rendering failed. None of ours has one. */
const ERROR_PAGE = /^<!DOCTYPE html><html id="__next_error__">/;

/**
 * What a page may do in a browser. What stands in it itself is named by hashes, made of the page as it is sent (a
 * number that is used once would keep it from being kept), and only where something of ours stands: styles in its head,
 * scripts in an error page. A script that got into a page by a fault of ours would be named as well.
 *
 * @param html the page, a byte a character; null in development, where the framework puts in scripts that change with the code
 */
function pagePolicy(target: string, html: string | null): string {
  const own = html !== null && ERROR_PAGE.test(html) ? html : "";
  const inline = html === null ? ["'unsafe-inline'", "'unsafe-eval'"] : hashesIn(own, "script");
  const [head = ""] = html?.split("</head>", 1) ?? [];
  const styles = html === null ? ["'unsafe-inline'"] : hashesIn(head, "style");
  return policy([
    ["default-src", "'self'"],
    ["script-src", ["'self'", ...inline].join(" ")],
    ["style-src", ["'self'", ...styles].join(" ")],
    // Where a bar of the timeline begins and ends.
    ["style-src-attr", "'unsafe-inline'"],
    ["img-src", "'self' data:"],
    ["connect-src", html === null ? "'self' ws:" : "'self'"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'"],
    ["frame-ancestors", framedBy(target)],
  ]);
}

/** What is no page may do nothing, if a browser shows it after all; what a stranger made is sent to a corner of its own. */
const otherPolicy = (target: string): string =>
  policy([
    ...(isOfStranger(target) ? [["sandbox", ""] as const] : []),
    ["default-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
    ["frame-ancestors", framedBy(target)],
  ]).replace("sandbox ;", "sandbox;");

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** An answer, as far as browsers are told how to treat it. */
interface Answer {
  readonly target: string;
  /** Its type; null of one without a body. */
  readonly type: string | null;
  /** A page as it is sent, a byte a character (latin1); null where it is not known, as in development. */
  readonly html: string | null;
  /** Whether people come by https. */
  readonly isSecure: boolean;
}

/** The headers that tell a browser how to treat an answer: every one has them, whatever its status. */
export function protectionOf({ target, type, html, isSecure }: Answer): Headers {
  const isPage = type !== null && /^text\/html\b/i.test(type) && !isOfStranger(target);
  return {
    ...ALWAYS,
    "Content-Security-Policy": isPage ? pagePolicy(target, html) : otherPolicy(target),
    ...(isSecure && { "Strict-Transport-Security": `max-age=${YEAR_SECONDS}` }),
  };
}
