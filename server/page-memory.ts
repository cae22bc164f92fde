import type { IncomingMessage } from 'node:http';
import type { LoadContext } from './load-context';

/** What the database holds now, as a text that is another one once anything at all was committed. */
export type DataVersion = () => Promise<string>;

type Kept = { headers: Headers; version: string; madeAt: number; bytes: number; aroundKeys: string[] };

const LONGEST_MS = 5_000;
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Pages that say `Cache-Control: no-cache` (use again, but ask first) are kept for a few seconds, each for one
 * reader and one address, and used again only while nothing was committed to the database since they were begun.
 * So what is read is never older than the database; only what the clock alone changes may be seen seconds late.
 */
export class PageMemory {
  private readonly pages = new Map<string, Kept>();
  private readonly version: DataVersion;
  private bytes = 0;

  constructor(version: DataVersion) {
    this.version = sharedAmongWaiting(version);
  }

  /** The page as it was made, with the key of this visit in its forms. */
  async recall(request: IncomingMessage, { formKey }: LoadContext): Promise<Response | null> {
    const key = keyOf(request);
    const kept = this.pages.get(key ?? '');
    if (key === null || !kept) return null;
    if (isYoung(kept) && kept.version === (await this.version().catch(() => null)))
      return new Response(kept.aroundKeys.join(formKey), { headers: kept.headers });
    this.forget(key);
    return null;
  }

  /** What comes back is to be sent, whether it was kept or not. */
  async keep(request: IncomingMessage, page: Response, context: LoadContext): Promise<Response> {
    const key = keyOf(request);
    const { dataVersion: version, formKey } = context;
    if (key === null || version === undefined || !mayBeKept(page)) return page;
    const html = await page.text();
    const { headers } = page;
    this.forget(key);
    this.pages.set(key, {
      ...{ headers, version, madeAt: Date.now(), bytes: html.length },
      aroundKeys: html.split(formKey),
    });
    this.bytes += html.length;
    this.makeRoom();
    return new Response(html, { headers });
  }

  private makeRoom(): void {
    for (const [oldest, page] of this.pages) {
      if (isYoung(page) && this.bytes <= MOST_BYTES) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.bytes -= this.pages.get(key)?.bytes ?? 0;
    this.pages.delete(key);
  }
}

const isYoung = ({ madeAt }: Kept): boolean => Date.now() - madeAt < LONGEST_MS;

const mayBeKept = ({ status, headers }: Response): boolean =>
  status === 200 && headers.get('Cache-Control') === 'no-cache' && !headers.has('Set-Cookie');

/** Reader and address; null for a request whose answer must be made for it alone. A reload asks for such. */
function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' || headers.authorization || headers.range) return null;
  if (/no-cache|no-store|max-age=0/.test(`${headers['cache-control']}${headers.pragma}`)) return null;
  return `${headers.host}\n${url}\n${headers.cookie ?? ''}`;
}

/**
 * Those who ask while an answer is on its way share the next one: theirs must not be older than their question.
 */
function sharedAmongWaiting(version: DataVersion): DataVersion {
  let asking: Promise<unknown> = Promise.resolve();
  let next: Promise<string> | undefined;
  const ask = () => {
    next = undefined;
    return version();
  };
  return () => {
    if (next) return next;
    const mine = asking.then(ask, ask);
    next = mine;
    asking = mine;
    return mine;
  };
}
