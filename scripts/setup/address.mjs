import { createServer, isIP } from "node:net";
import { Stop } from "./project.mjs";

/** Where the server listens, from HOST and PORT. */
export function readAddress({ HOST, PORT }) {
  const port = Number(PORT || 3000);
  if (!/^\d+$/.test(PORT || "3000") || port < 1 || port > 65535) {
    throw new Stop(`PORT must be a whole number from 1 to 65535, not "${PORT}".`);
  }
  const host = HOST || "127.0.0.1";
  if (!isIP(host) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) {
    throw new Stop(
      `HOST must be a name or an address of this machine, such as 127.0.0.1, 0.0.0.0 or ::1, not "${HOST}".`,
    );
  }
  return { host, port };
}

export function originOf({ host, port }) {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

function listen(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ host, port }, () => {
      const chosen = server.address().port;
      server.close(() => resolve(chosen));
    });
  });
}

/** A port nobody listens on just now. */
export function freePort(host) {
  return listen(host, 0);
}

/** Says so in one line, while the database and the build are still untouched, if we could not listen there. */
export async function assertFree({ host, port }) {
  try {
    await listen(host, port);
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      throw new Stop(
        `PORT ${port} on ${host} is in use: stop what listens there, or set PORT to another one.`,
      );
    }
    if (error.code === "EACCES")
      throw new Stop(`PORT ${port} may not be used by this user: set PORT to 1024 or more.`);
    throw new Stop(`HOST "${host}" is not an address of this machine (${error.code}).`);
  }
}
