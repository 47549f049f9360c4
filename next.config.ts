import type { NextConfig } from "next";
import { READER_FILES } from "./web/visit/reader-files.ts";

// What the process that fetches and reads pages imports. It is started from its file, so the build does not see it.
const ofTheReader = READER_FILES.map((path) => `./node_modules/${path}${path.endsWith("/") ? "**/*" : ""}`);

// React's renderer, which is loaded past the build (see app/_words/html.ts).
const ofTheRenderer = [
  ...["react/package.json", "react/index.js", "react/cjs/react.production.js"],
  ...["react-dom/package.json", "react-dom/index.js", "react-dom/server.node.js"],
  "react-dom/cjs/react-dom*.production.js",
].map((path) => `./node_modules/${path}`);

// What the commands that run beside the server import to read their settings and to reach PostgreSQL. Of what the server itself imports the build
// takes what it sees there.
const ofTheCommands = [
  ...["pg", "pg-connection-string", "pg-int8", "pg-pool", "pg-protocol", "pg-types", "pgpass"],
  ...["postgres-array", "postgres-bytea", "postgres-date", "postgres-interval", "split2", "xtend", "zod"],
].map((name) => `./node_modules/${name}/**/*`);

// For the container image: the server with all that it needs in one folder (see Dockerfile). npm start needs none.
const standalone = {
  output: "standalone",
  outputFileTracingIncludes: {
    "/*": [
      ...["./drizzle/**/*", "./node_modules/better-sqlite3/**/*.node"],
      ...["./web/**/*", "./domain/**/*", ...ofTheReader, ...ofTheRenderer, ...ofTheCommands],
    ],
  },
} satisfies NextConfig;

const config: NextConfig = {
  ...(process.env.HINDCAST_STANDALONE === "1" ? standalone : {}),
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  images: { unoptimized: true },
  turbopack: {
    rules: { "**/app/_script/served.ts": { loaders: ["./scripts/setup/bundle-script.mjs"], as: "*.js" } },
  },
  // Each page is loaded when it is first asked for: all of them at once take 25 MB and longer to start, and the first
  // request for one is no slower.
  experimental: { preloadEntriesOnStart: false },
  // The front compresses what is sent, and says how browsers are to treat it.
  compress: false,
};

export default config;
