# The pages, and the proxy before the api: TLS, HTTP/2 and HTTP/3.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contracts/package.json contracts/
COPY api/package.json api/
COPY worker/package.json worker/
COPY web/package.json web/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.base.json ./
COPY contracts contracts
COPY web web
RUN node node_modules/typescript7/bin/tsc -b contracts && npm run build -w @muheng/web

FROM caddy:2-alpine
COPY docker/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /app/web/dist /srv
