import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import { newId } from '~/platform/ids.server';
import { dataPath, outcomeOf } from './answer';
import type { Form } from './cells';

const BUILT = resolve('build/server/index.js');
const ORIGIN = 'http://localhost';
const PATIENCE_MS = 30_000;

/** The built product, asked in this process through the framework's own request handler. */
export interface Product {
  routes: string[];
  /** As a page is opened, or, below /api, as a program asks: the cookie is sent there too, and must not count. */
  open: (path: string, form: Form, cookie: string | undefined, token?: string) => Promise<string>;
  send: (path: string, fields: URLSearchParams, cookie: string | undefined) => Promise<string>;
}

export const builtText = (): string => readFileSync(BUILT, 'utf8');

/** The build as it is. */
export const loadProduct = async (databaseUrl: string): Promise<Product> =>
  productOf(await importBuild(BUILT, databaseUrl));

export const loadBuild = (databaseUrl: string): Promise<ServerBuild> => importBuild(BUILT, databaseUrl);

/** Each copy keeps connections of its own, and one database server has to bear them all. */
const FEWER_CONNECTIONS = [
  [/max: 10,(\s*connectionTimeoutMillis:)/, 'max: 3,$1'],
  [/(idleTimeoutMillis: )3e4/, '$11e3'],
] as const;

export const loadChanged = async (text: string, name: string, databaseUrl: string): Promise<Product> =>
  productOf(await loadChangedBuild(text, name, databaseUrl));

/** A changed copy of the build, as a module of its own, gone from the disk once it is loaded. */
export async function loadChangedBuild(
  text: string,
  name: string,
  databaseUrl: string,
): Promise<ServerBuild> {
  // Inside the project, so that its packages are found.
  const folder = resolve('.cache/trust-access', String(process.pid));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.mjs`);
  const frugal = FEWER_CONNECTIONS.reduce((all, [from, to]) => all.replace(from, to), text);
  writeFileSync(file, frugal);
  try {
    return await importBuild(file, databaseUrl);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Its modules read the environment when they are loaded: the database is named there. */
async function importBuild(file: string, databaseUrl: string): Promise<ServerBuild> {
  const before = process.env['DATABASE_URL'];
  process.env['DATABASE_URL'] = databaseUrl;
  const build = (await import(pathToFileURL(file).href)) as ServerBuild;
  if (before === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = before;
  return build;
}

async function productOf(build: ServerBuild): Promise<Product> {
  const handle = createRequestHandler(build, 'production');
  const ask = async (path: string, init: RequestInit, cookie: string | undefined, isData: boolean) => {
    const headers = new Headers(init.headers);
    headers.set('Origin', ORIGIN);
    headers.set('Host', 'localhost');
    if (cookie) headers.set('Cookie', cookie);
    const context = { nonce: 'nonce', reference: 'reference', address: '127.0.0.1', formKey: newId() };
    const response = await handle(new Request(new URL(path, ORIGIN), { ...init, headers }), context);
    const body = await response.text();
    return outcomeOf(response.status, response.headers.get('Location'), isData ? body : undefined);
  };
  return {
    routes: [...routesOf(build), ...(await programRoutes(handle))],
    open: (path, form, cookie, token) => {
      const isData = form === 'data';
      const headers = new Headers();
      if (token && path.startsWith('/api/')) headers.set('Authorization', `Bearer ${token}`);
      return inTime(ask(isData ? dataPath(path) : path, { method: 'GET', headers }, cookie, isData));
    },
    send: (path, fields, cookie) => inTime(ask(path, { method: 'POST', body: fields }, cookie, false)),
  };
}

/** A request that hangs is an answer that no row expects. */
async function inTime(answer: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((settle) => {
    timer = setTimeout(() => settle('no answer in time'), PATIENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** What programs can read, by the description that the product gives of itself. */
async function programRoutes(handle: ReturnType<typeof createRequestHandler>): Promise<string[]> {
  const context = { nonce: 'nonce', reference: 'reference', address: '127.0.0.1', formKey: newId() };
  const response = await handle(new Request(`${ORIGIN}/api/v1/openapi.json`), context);
  const { paths } = (await response.json()) as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) => `api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
}

/** The addresses as the table of the product writes them. */
export const routesOf = ({ routes }: ServerBuild): string[] =>
  Object.values(routes)
    .filter((route) => route.id !== 'root')
    .map((route) => (route.index ? '/' : (route.path ?? '')));
