import { createHash } from 'node:crypto';
import type { ProblemDetails } from './problem';

/** Weak, because what is sent may be packed on the way. */
const tagOf = (text: string): string =>
  `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
const hasAlready = (request: Request, tag: string): boolean =>
  (request.headers.get('If-None-Match') ?? '')
    .split(',')
    .some((known) => known.trim() === '*' || opaque(known) === opaque(tag));

interface About {
  request: Request;
  url: URL;
  headers: Headers;
  status?: number;
}

const isPage = (body: unknown): body is { next: string } =>
  typeof body === 'object' && body !== null && 'next' in body && typeof body.next === 'string';

/** Where the list goes on: this address, from the last of what was shown. */
function nextLink({ pathname, searchParams }: URL, cursor: string): string {
  const params = new URLSearchParams(searchParams);
  params.set('cursor', cursor);
  return `<${pathname}?${params.toString()}>; rel="next"`;
}

export function jsonResponse(body: unknown, { request, url, headers, status = 200 }: About): Response {
  const text = JSON.stringify(body);
  headers.set('Content-Type', 'application/json; charset=utf-8');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    headers.set('Cache-Control', 'no-store');
    return new Response(text, { status, headers });
  }
  const tag = tagOf(text);
  headers.set('Cache-Control', 'private, no-cache');
  headers.set('ETag', tag);
  if (isPage(body)) headers.set('Link', nextLink(url, body.next));
  return hasAlready(request, tag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}

export function fileResponse(
  { text, mediaType }: { text: string; mediaType: string },
  headers: Headers,
): Response {
  headers.set('Content-Type', `${mediaType}; charset=utf-8`);
  headers.set('Cache-Control', 'private, no-cache');
  return new Response(text, { headers });
}

export function problemResponse(details: ProblemDetails, headers: Headers): Response {
  headers.set('Content-Type', 'application/problem+json; charset=utf-8');
  headers.set('Cache-Control', 'no-store');
  return new Response(JSON.stringify(details), { status: details.status, headers });
}
