import { resolve } from 'node:path';
import { matchRoutes } from '@remix-run/react';
import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import * as entry from '~/entry.server';
import * as root from '~/root';
import addresses from '~/routes';

interface Address {
  file: string;
  path?: string;
  index?: boolean;
}
type RouteModule = ServerBuild['routes'][string] extends infer Route
  ? Route extends { module: infer Module }
    ? Module
    : never
  : never;

const PAGES = (addresses as Address[]).map((address) => ({ ...address, id: address.file }));
const handlers = new Map<string, RequestHandler>();
const faults: unknown[] = [];

/** The framework's own request handler over the root and the one route that answers this path. */
export async function handlerFor(path: string): Promise<RequestHandler> {
  const page = matchRoutes(PAGES as Parameters<typeof matchRoutes>[0], path)?.at(-1)?.route as
    (Address & { id: string }) | undefined;
  if (!page) throw new Error(`No route answers ${path}.`);
  const known = handlers.get(page.id);
  if (known) return known;
  const module = (await import(/* @vite-ignore */ resolve('app', page.file))) as RouteModule;
  const made = createRequestHandler(buildOf(page, module), 'test');
  handlers.set(page.id, made);
  return made;
}

/** The first fault since the last call: what a person would only see as a reference. */
export function takeFault(): unknown {
  const [first] = faults.splice(0);
  return first;
}

function buildOf(page: Address & { id: string }, module: RouteModule): ServerBuild {
  const place = {
    id: page.id,
    parentId: 'root',
    ...(page.path ? { path: page.path } : {}),
    ...(page.index ? { index: true } : {}),
  };
  const manifest = (of: object, id: string) => ({
    module: `/${id}.js`,
    hasLoader: 'loader' in of,
    hasAction: 'action' in of,
    hasClientLoader: false,
    hasClientAction: false,
    hasErrorBoundary: 'ErrorBoundary' in of,
  });
  return {
    mode: 'test',
    entry: { module: { default: entry.default, handleError: (error) => void faults.push(error) } },
    routes: {
      root: { id: 'root', path: '', module: root },
      [page.id]: { ...place, module },
    },
    assets: {
      entry: { imports: [], module: '/entry.js' },
      routes: {
        root: { id: 'root', path: '', ...manifest(root, 'root') },
        [page.id]: { ...place, ...manifest(module, page.id) },
      },
      url: '/manifest.js',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: true,
    },
    isSpaMode: false,
  };
}
