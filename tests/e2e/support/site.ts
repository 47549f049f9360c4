import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "./test.ts";

/** A page of a site: what it answers, at once or once somebody lets it. */
export interface SitePage {
  readonly html: string;
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
  readonly after?: Promise<void>;
}

/** The settings with which a server of ours may go to a port of this machine. */
export const allowing = (port: number) => ({
  HINDCAST_FETCHING: "on",
  HINDCAST_FETCH_ALLOWED: "127.0.0.0/8",
  HINDCAST_FETCH_PORTS: String(port),
});

/** A site of this machine that stands in for the web; it is there from the first hook to the last. */
export interface Site {
  readonly pages: { [path: string]: SitePage };
  /** The paths that were asked for, by whomever. */
  readonly asked: string[];
  /** The address of a page of it. */
  readonly link: (path: string) => string;
  /** The settings with which a server of ours may go there. */
  readonly env: () => Record<string, string>;
}

export function serveSite(pages: { [path: string]: SitePage }): Site {
  let server: Server | undefined;
  let port = 0;
  const asked: string[] = [];
  test.beforeAll(async () => {
    server = createServer(async ({ url = "" }, response) => {
      asked.push(url);
      const page = pages[new URL(url, "http://site").pathname];
      await page?.after;
      response.writeHead(page === undefined ? 404 : (page.status ?? 200), {
        "content-type": "text/html",
        ...page?.headers,
      });
      response.end(page?.html ?? "<!doctype html><p>There is no such page.");
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  test.afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return {
    pages,
    asked,
    link: (path) => `http://127.0.0.1:${port}${path}`,
    env: () => allowing(port),
  };
}

/** A page that says of itself what it is. */
export const aReport = ({ title = "Ten times cheaper", site = "Example Review", on = "2026-08-01" } = {}) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${site}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}">
<meta property="og:site_name" content="${site}"><meta property="article:published_time" content="${on}">
<meta property="og:description" content="What a year did to the price of inference, counted at six makers.">
</head><body><article><h1>${title}</h1>${"<p>The price of a million tokens fell at every one of the six makers that were counted, and at two of them it fell tenfold within the year.</p>".repeat(6)}</article></body></html>`;
