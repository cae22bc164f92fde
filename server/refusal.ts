import type { IncomingMessage } from 'node:http';
import { isForPrograms, isJson, MAX_JSON_BYTES, refusedProgram } from './program-refusal';
import type { Refusal } from './refused';

/** Where this installation answers: its public address, and the loopback names for whoever runs it. */
export type Doors = { publicHost: string; secure: boolean };

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;
const MULTIPART = /^multipart\/form-data\s*;.*\bboundary="?([^";,]{1,70})"?/i;

export const MAX_FORM_BYTES = 1_000_000;
/** Of an upload, what is no file: it is read into fields and shown again, and the process waits for that. */
export const MAX_TEXT_LENGTH = 3_000_000;
/** Two files of ten megabytes and the text around them. */
export const MAX_UPLOAD_BYTES = 22_000_000;

/** What can be refused from the request line and the headers alone; the framework would answer 500. */
export function refusalOf(request: IncomingMessage, doors: Doors): Refusal | undefined {
  return (
    refusedHost(request, doors) ??
    refusedTarget(request.url ?? '') ??
    (isReading(request)
      ? undefined
      : isForPrograms(request.url)
        ? refusedProgram(request)
        : (refusedMethod(request) ?? refusedOrigin(request, doors) ?? refusedBody(request)))
  );
}

export function isReading({ method }: Pick<IncomingMessage, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}

export function originOf(host: string, { publicHost, secure }: Doors): string {
  return `${secure && host === publicHost ? 'https' : 'http'}://${host}`;
}

export function maxBytes(contentType: string): number {
  if (isJson(contentType)) return MAX_JSON_BYTES;
  return MULTIPART.test(contentType) ? MAX_UPLOAD_BYTES : MAX_FORM_BYTES;
}

export function boundaryOf(contentType: string): string | undefined {
  return MULTIPART.exec(contentType)?.[1];
}

function refusedHost(request: IncomingMessage, { publicHost }: Doors): Refusal | undefined {
  const host = request.headers.host ?? '';
  const given = request.rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name));
  if (given.length === 1 && (host === publicHost || LOOPBACK.test(host))) return undefined;
  return { status: 400, reason: 'This address is not one of ours.' };
}

/** Bytes that no address of ours holds, and that PostgreSQL would refuse as text. */
function refusedTarget(target: string): Refusal | undefined {
  const wellFormed = target.startsWith('/') && !target.startsWith('//') && !/[\\\s]|%00/.test(target);
  const [path = '', ...query] = target.split('?');
  if (!wellFormed || !isDecodable(path)) return { status: 400, reason: 'This address is not well formed.' };
  // The framework's former way to ask for the data of a page: it still answers, and logs a fault each time.
  if (new URLSearchParams(query.join('?')).has('_data'))
    return { status: 400, reason: 'This address has a parameter that Soundings does not know.' };
  return undefined;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function refusedMethod({ method }: IncomingMessage): Refusal | undefined {
  return method === 'POST'
    ? undefined
    : { status: 405, reason: 'Only GET, HEAD and POST are answered here.' };
}

function refusedOrigin({ headers }: IncomingMessage, doors: Doors): Refusal | undefined {
  const ours = headers.origin === originOf(headers.host ?? '', doors);
  const site = headers['sec-fetch-site'];
  if (ours && (site === undefined || site === 'same-origin')) return undefined;
  return { status: 403, reason: 'This form was not sent from a page of this site.' };
}

function refusedBody({ headers }: IncomingMessage): Refusal | undefined {
  const type = headers['content-type'] ?? '';
  if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') {
    return { status: 415, reason: 'Compressed requests are not read here.' };
  }
  if (/^multipart\/form-data/i.test(type) && !MULTIPART.test(type)) {
    return { status: 400, reason: 'The form names no boundary between its parts.' };
  }
  if (!FORM.test(type) && !MULTIPART.test(type)) {
    return { status: 415, reason: 'Only forms are read here.' };
  }
  if (Number(headers['content-length'] ?? 0) > maxBytes(type)) {
    return { status: 413, reason: 'This form is larger than what is read here.' };
  }
  return undefined;
}
