# Serves the app and its API on port 8787. Untried: Docker was not available where it was written. Put it behind HTTPS.
FROM node:24-bookworm-slim AS build
WORKDIR /unknot
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /unknot
COPY --from=build /unknot/package.json /unknot/LICENSE /unknot/NOTICE /unknot/THIRD-PARTY.txt ./
COPY --from=build /unknot/knowledge/LICENSE.md knowledge/
COPY --from=build /unknot/dist dist
USER node
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/cli/main.js", "serve", "--host", "0.0.0.0"]
