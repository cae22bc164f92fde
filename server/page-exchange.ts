import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, createGzip, gzip } from 'node:zlib';

/** Node's request as the framework wants it; leaving the page aborts it. */
export function asWebRequest(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  body: Buffer<ArrayBuffer> | undefined,
): Request {
  const abandoned = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) abandoned.abort();
  });
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return new Request(`${origin}${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    signal: abandoned.signal,
    ...(body && { body }),
  });
}

const zipped = promisify(gzip);

const COMPRESSIBLE =
  /^(text\/(html|csv|plain|xml|calendar|markdown|x-script)|application\/(json|ld\+json|atom\+xml|xml))/;

/** Pages are sent whole, with a length; files stream as they are made. A reader that went away ends the work, and is no fault of ours. */
export async function sendWebResponse(answer: Response, request: IncomingMessage, response: ServerResponse) {
  const compress = mayCompress(answer, request);
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') continue;
    response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  if (cookies.length > 0 || /(^|[;\s])(__Host-)?soundings=/.test(request.headers.cookie ?? '')) {
    response.setHeader('Cache-Control', 'no-store');
  }
  if (compress) {
    response.removeHeader('Content-Length');
    response.setHeader('Content-Encoding', 'gzip');
    response.appendHeader('Vary', 'Accept-Encoding');
  }
  if (!answer.body || request.method === 'HEAD') {
    response.writeHead(answer.status);
    await answer.body?.cancel();
    response.end();
    return;
  }
  if (/^text\/html/.test(answer.headers.get('content-type') ?? '')) {
    const html = Buffer.from(await answer.arrayBuffer());
    const sent = compress ? await zipped(html, { level: 5 }) : html;
    response.setHeader('Content-Length', sent.length);
    response.writeHead(answer.status).end(sent);
    return;
  }
  response.writeHead(answer.status);
  const source = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  if (compress) await pipeline(source, createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH }), response);
  else await pipeline(source, response);
}

function mayCompress(answer: Response, request: IncomingMessage): boolean {
  if (!answer.body || request.method === 'HEAD' || answer.headers.has('content-encoding')) return false;
  const accepts = /(^|[\s,])gzip(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers['accept-encoding'] ?? '');
  return accepts && COMPRESSIBLE.test(answer.headers.get('content-type') ?? '');
}
