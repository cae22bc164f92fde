import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/server-runtime';
import { databaseUrl, dataVersion } from '~/platform/db.server';
import { env, httpAddress } from '~/platform/env.server';
import { log } from '~/platform/log.server';
import { healthProbe } from './health';
import { endOnUnhandledFaults, untilToldToStop } from './life-of-process';
import { pageHandler } from './page-handler';
import { PageMemory } from './page-memory';
import { staticFiles } from './static-files';
import { createWebServer } from './web-server';

endOnUnhandledFaults();
const root = process.cwd();
const build = (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as ServerBuild;
const health = healthProbe(databaseUrl());
const base = new URL(env.SOUNDINGS_BASE_URL);
const server = createWebServer({
  doors: { publicHost: base.host, secure: base.protocol === 'https:' },
  pages: pageHandler(build, env.NODE_ENV),
  files: staticFiles(join(root, 'build/client')),
  health,
  memory: new PageMemory(dataVersion),
});

server.listen(env.PORT, env.HOST, () =>
  log.info('web-started', { address: httpAddress(env.HOST, env.PORT) }),
);
server.on('error', (error) => {
  log.error('web-cannot-listen', { error });
  process.exit(1);
});

await untilToldToStop();
const patience = setTimeout(() => server.closeAllConnections(), 8_000);
await new Promise((closed) => {
  server.close(closed);
  server.closeIdleConnections();
});
clearTimeout(patience);
await health.close();
process.exit(0);
