import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import { cookieFor } from '../../support/journey/session';

export interface Answer {
  status: number;
  body: string;
  ms: number;
}

/** Asks the search page, as a browser would: with the session of a person, or as a visitor. */
export type AskSearch = (query: string, personId: string | null) => Promise<Answer>;

/** The search page, and the feed of a saved search by its key. */
export interface AskAbout {
  page: AskSearch;
  feed: (key: string) => Promise<string>;
}

const ORIGIN = 'http://localhost';
export const addressOf = (query: string): string =>
  `${ORIGIN}/search?${new URLSearchParams({ q: query }).toString()}`;

/** Cookies are made once a person. */
export function askingWith(handle: (request: Request) => Promise<Response>): AskAbout {
  const cookies = new Map<string, string>();
  const page: AskSearch = async (query, personId) => {
    const headers = new Headers({ Origin: ORIGIN, Host: 'localhost' });
    if (personId && !cookies.has(personId)) cookies.set(personId, await cookieFor(personId));
    const cookie = personId && cookies.get(personId);
    if (cookie) headers.set('Cookie', cookie);
    const started = performance.now();
    const response = await handle(new Request(addressOf(query), { headers }));
    const body = await response.text();
    return { status: response.status, body, ms: performance.now() - started };
  };
  const feed = async (key: string) => (await handle(new Request(`${ORIGIN}/feeds/searches/${key}`))).text();
  return { page, feed };
}

/** What surrounds a request stays the same, so that answers can be compared to the byte. */
export const surroundings = () => ({
  nonce: 'nonce',
  reference: 'reference',
  address: '127.0.0.1',
  formKey: '00000000-0000-7000-8000-000000000000',
});

/** The built product in this process, a copy of its own, on this database. */
export async function builtSearch(databaseUrl: string): Promise<AskAbout> {
  const before = process.env['DATABASE_URL'];
  process.env['DATABASE_URL'] = databaseUrl;
  const file = pathToFileURL(resolve('build/server/index.js')).href;
  const build = (await import(`${file}?suite=search`)) as ServerBuild;
  if (before === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = before;
  const handle = createRequestHandler(build, 'production');
  return askingWith((request) => handle(request, surroundings()));
}
