import { countingQueries } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { readBanner } from '~/web/banner.server';
import { cookieFor } from '../journey/session';
import { handlerFor, takeFault } from './handler';
import { flawsOf, pageOf, type Page } from './page';

export type { Page } from './page';

/** Who asks: a person by id, in a session with the second factor passed; nobody for a visitor. */
export interface Asking {
  as?: string | undefined;
  /** A cookie of the test's own, instead of a session of `as`. */
  cookie?: string;
}

type Sent = string | string[] | File | undefined;
const ORIGIN = 'http://localhost';
const cookies = new Map<string, Promise<string>>();

/** Opens a page through the framework's request handler, loaders and rendering included. */
export async function visit(path: string, asking: Asking = {}): Promise<Page> {
  return answer(path, { method: 'GET' }, asking);
}

/** As `visit`, with how many statements it took to answer; the session is there already. */
export async function visitCounting(
  path: string,
  asking: Asking,
): Promise<{ page: Page; statements: number }> {
  if (asking.as !== undefined) await sessionOf(asking.as);
  const { result, queries } = await countingQueries(() => visit(path, asking));
  return { page: result, statements: queries };
}

/** Sends a form to a page as a browser without JavaScript would. */
export async function send(path: string, fields: Record<string, Sent>, asking: Asking = {}): Promise<Page> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) body.append(name, one);
  return answer(path, { method: 'POST', body }, asking);
}

/** What a page with JavaScript is sent for the same address. */
export async function visitData(
  path: string,
  asking: Asking = {},
): Promise<{ status: number; body: string }> {
  const [place, query] = path.split('?');
  const address = `${place === '/' ? '/_root' : place}.data${query ? `?${query}` : ''}`;
  const response = await ask(address, place ?? '/', { method: 'GET' }, asking);
  return { status: response.status, body: await response.text() };
}

async function answer(path: string, init: RequestInit, asking: Asking): Promise<Page> {
  const response = await ask(path, path.split('?')[0] ?? path, init, asking);
  const fault = takeFault();
  if (response.status >= 500) throw new Error(`${path} answered ${response.status}`, { cause: fault });
  const html = await response.text();
  const page = pageOf(html);
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  const flaws = isPage && html !== '' ? flawsOf(page.$) : [];
  if (flaws.length > 0) throw new Error(`${path}: ${flaws.join('; ')}`);
  return {
    ...page,
    status: response.status,
    headers: response.headers,
    location: response.headers.get('Location'),
    banner: await bannerOf(response),
  };
}

async function ask(address: string, path: string, init: RequestInit, asking: Asking): Promise<Response> {
  const headers = new Headers({ Origin: ORIGIN, Host: 'localhost' });
  const cookie = asking.cookie ?? (asking.as ? await sessionOf(asking.as) : null);
  if (cookie) headers.set('Cookie', cookie);
  const handle = await handlerFor(path);
  const context = { nonce: 'nonce', reference: 'reference', address: '127.0.0.1', formKey: newId() };
  return handle(new Request(new URL(address, ORIGIN), { ...init, headers }), context);
}

function sessionOf(personId: string): Promise<string> {
  const known = cookies.get(personId);
  if (known) return known;
  const made = cookieFor(personId);
  cookies.set(personId, made);
  return made;
}

async function bannerOf(response: Response): Promise<string | null> {
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('soundings_banner='));
  if (!cookie) return null;
  const request = new Request(ORIGIN, { headers: { Cookie: cookie.split(';')[0] ?? '' } });
  return (await readBanner(request)).text;
}
