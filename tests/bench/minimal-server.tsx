/** A Remix app of one page and one read, behind the product's own web server: what our pages are held against. */
import { Links, Meta, Outlet, RemixServer, useLoaderData } from '@remix-run/react';
import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import { renderToString } from 'react-dom/server';
import { database, databaseUrl, dataVersion } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { healthProbe } from '../../server/health';
import { PageMemory } from '../../server/page-memory';
import { createWebServer } from '../../server/web-server';

const bytes = Number(process.env['MINIMAL_BYTES'] ?? 10_000);
const paragraph = 'Take soundings from people who know. ';

function Root() {
  return (
    <html lang="en">
      <head>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}

function Page() {
  const { text } = useLoaderData<{ text: string }>();
  return <p>{text}</p>;
}

const text = paragraph.repeat(Math.ceil(bytes / paragraph.length)).slice(0, bytes);
const routes = {
  root: { id: 'root', path: '', module: { default: Root } },
  page: {
    id: 'page',
    parentId: 'root',
    index: true,
    module: {
      default: Page,
      loader: async () => {
        await database().$queryRaw`SELECT 1 AS one`;
        return { text };
      },
    },
  },
};

const asset = (id: string, parentId?: string) => ({
  id,
  ...(parentId ? { parentId, index: true } : { path: '' }),
  module: '',
  hasLoader: id === 'page',
  hasAction: false,
  hasClientLoader: false,
  hasClientAction: false,
  hasErrorBoundary: false,
});

const build = {
  entry: {
    module: {
      default: (
        request: Request,
        status: number,
        headers: Headers,
        context: { serverHandoffStream?: unknown },
      ) => {
        headers.set('Content-Type', 'text/html; charset=utf-8');
        const shown = { ...context, serverHandoffStream: undefined } as never;
        return new Response(
          `<!doctype html>${renderToString(<RemixServer context={shown} url={request.url} />)}`,
          {
            status,
            headers,
          },
        );
      },
    },
  },
  routes,
  assets: {
    entry: { imports: [], module: '' },
    routes: { root: asset('root'), page: asset('page', 'root') },
    url: '',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
  },
  isSpaMode: false,
} as unknown as ServerBuild;

const health = healthProbe(databaseUrl());
createWebServer({
  doors: { publicHost: new URL(env.SOUNDINGS_BASE_URL).host, secure: false },
  pages: createRequestHandler(build, 'production'),
  files: () => Promise.resolve(false),
  health,
  memory: new PageMemory(dataVersion),
}).listen(env.PORT, env.HOST);
