import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as plain, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isInside, isLoopback, isOutsideBase } from './outside-addresses';

export type OutsideAnswer =
  | { kind: 'answered'; status: number; body: unknown }
  /** For the log alone: what a person reads is worded by whoever asked. */
  | { kind: 'unavailable'; why: string };

interface Asking {
  /** The host and path that a setting names; nothing that a person types can lead elsewhere. */
  base: string;
  path: string;
  /** Sent as a form when given. */
  form?: URLSearchParams;
  headers?: Record<string, string>;
}

const MOST_BYTES = 2_000_000;
const MOST_MILLISECONDS = 8000;

/** Resolves a name to addresses out in the internet only, whatever its records say. */
const outsideOnly: LookupFunction = (name, options, done) => {
  resolve(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found;
    if (error || !first) return done(error ?? new Error('no address'), '', 0);
    if (found.some(({ address }) => isInside(address))) return done(new Error('an inside address'), '', 0);
    if (options.all) return (done as unknown as (e: null, all: LookupAddress[]) => void)(null, found);
    return done(null, first.address, first.family);
  });
};

async function read(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error('more than allowed');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function send(address: URL, { form, headers }: Asking): Promise<IncomingMessage> {
  const local = isLoopback(address);
  return new Promise((done, fail) => {
    const started = (address.protocol === 'https:' ? secure : plain)(address, {
      method: form ? 'POST' : 'GET',
      signal: AbortSignal.timeout(MOST_MILLISECONDS),
      headers: {
        Accept: 'application/json',
        'User-Agent': 'Soundings',
        ...(form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(local ? {} : { lookup: outsideOnly }),
    });
    started.once('response', done).once('error', fail);
    started.end(form?.toString());
  });
}

/**
 * The one way out: JSON from a host that a setting names, within 8 seconds and 2 MB. Redirects are not followed, and
 * names that resolve to inside addresses are not called. Never throws.
 */
export async function askOutside(asking: Asking): Promise<OutsideAnswer> {
  try {
    if (!isOutsideBase(asking.base)) return { kind: 'unavailable', why: 'no allowed address' };
    const base = new URL(asking.base);
    const address = new URL(`${base.pathname.replace(/\/$/, '')}${asking.path}`, base);
    const isNumericInside =
      /^[\d.[]/.test(address.hostname) && isInside(address.hostname.replace(/[[\]]/g, ''));
    if (address.origin !== base.origin || (isNumericInside && !isLoopback(address)))
      return { kind: 'unavailable', why: 'another host' };
    const answer = await send(address, asking);
    const status = answer.statusCode ?? 0;
    if (status >= 300 && status < 400) {
      answer.destroy();
      return { kind: 'unavailable', why: `redirected (${status})` };
    }
    const text = await read(answer);
    if (status === 404) return { kind: 'answered', status, body: null };
    return { kind: 'answered', status, body: JSON.parse(text) as unknown };
  } catch (error) {
    return { kind: 'unavailable', why: error instanceof Error ? error.message : String(error) };
  }
}
