import { send, type Answer } from './http';

/** The address of a page's data, as the framework's scripts would ask for it. */
export function dataAddress(path: string): string {
  const [bare = '', query] = path.split('?');
  const name = bare === '/' ? '/_root.data' : `${bare.replace(/\/$/, '')}.data`;
  return query === undefined ? name : `${name}?${query}`;
}

const FOLLOW = /href="(\/[^"#]*)"/g;
const SKIP = /^\/(assets\/|favicon|sign-out)/;

/** Follows links from the given pages; every page is asked for as page and as data. */
export async function crawl(
  address: string,
  cookie: string | undefined,
  starts: string[],
  most: number,
  seen: (path: string, answer: Answer) => void,
): Promise<number> {
  const queue = [...starts];
  const known = new Set(queue);
  let asked = 0;
  for (let path = queue.shift(); path !== undefined && asked < most; path = queue.shift()) {
    asked += 1;
    const over = cookie === undefined ? {} : { cookie };
    const page = await send(address, path, over);
    seen(path, page);
    seen(dataAddress(path), await send(address, dataAddress(path), over));
    for (const [, found] of page.body.matchAll(FOLLOW)) {
      const next = found?.replaceAll('&amp;', '&');
      if (next === undefined || SKIP.test(next) || known.has(next)) continue;
      known.add(next);
      queue.push(next);
    }
  }
  return asked * 2;
}
