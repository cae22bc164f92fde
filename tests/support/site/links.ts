import { matchRoutes } from '@remix-run/react';
import addresses from '~/routes';
import { visit, type Asking, type Page } from './index';

type Match = Parameters<typeof matchRoutes>[0];
const seen = new Map<string, string | null>();

/**
 * Links of the main part that do not lead where they say: to a page that is not there, that this person may
 * not open, or to a place on this page that does not exist. One link a kind of page is followed.
 */
export async function deadLinks(page: Page, asking: Asking = {}): Promise<string[]> {
  const kinds = new Map<string, string>();
  const dead: string[] = [];
  for (const { href } of page.links) {
    if (href.startsWith('#')) {
      if (page.$(`[id="${href.slice(1)}"]`).length === 0) dead.push(`${href} is not on the page`);
      continue;
    }
    const [path, query] = href.split('#')[0]?.split('?') ?? [];
    if (!path?.startsWith('/')) continue;
    const kind = matchRoutes(addresses as Match, path)?.at(-1)?.route.path ?? path;
    kinds.set(`${kind}?${query?.replaceAll(/=[^&]*/g, '') ?? ''}`, query ? `${path}?${query}` : path);
  }
  for (const address of kinds.values()) {
    const fault = await faultOf(address, asking);
    if (fault) dead.push(fault);
  }
  return dead;
}

async function faultOf(address: string, asking: Asking): Promise<string | null> {
  const key = `${asking.as ?? asking.cookie ?? ''} ${address}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const { status } = await visit(address, asking);
  const fault = status >= 400 ? `${address} answers ${status}` : null;
  seen.set(key, fault);
  return fault;
}
