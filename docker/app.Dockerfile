# api, worker, migrations, and in a demo the gateway: one image, several commands.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contracts/package.json contracts/
COPY api/package.json api/
COPY worker/package.json worker/
COPY web/package.json web/
# No install script is needed to build; the embedded PostgreSQL's is for development machines.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.base.json ./
COPY scripts scripts
COPY contracts contracts
COPY api api
COPY worker worker
RUN node node_modules/typescript7/bin/tsc -b contracts api worker
RUN rm -rf node_modules */node_modules \
  && npm ci --omit=dev --ignore-scripts --no-audit --no-fund -w @muheng/contracts -w @muheng/api -w @muheng/worker

FROM node:24-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/contracts contracts
COPY --from=build /app/api api
COPY --from=build /app/worker worker
# What volumes are mounted over belongs to whoever writes there.
RUN mkdir /checkpoints /keys && chown node /checkpoints /keys
USER node
EXPOSE 8080
CMD ["node", "api/dist/src/main.js"]
