import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { log } from '~/platform/log.server';
import { newId } from '~/platform/ids.server';
import type { ProblemKind } from '~/web/api/problem';
import { isWell, type HealthProbe } from './health';
import type { LoadContext } from './load-context';
import type { PageMemory } from './page-memory';
import { asWebRequest, sendWebResponse } from './page-exchange';
import { sendPlainPage } from './plain-page';
import { sendPlainProblem } from './plain-problem';
import { isForPrograms, PROGRAM_METHODS } from './program-refusal';
import { isReading, originOf, refusalOf, type Doors } from './refusal';
import type { Refusal } from './refused';
import { readBody } from './request-body';
import { securityHeaders } from './security-headers';
import type { StaticFiles } from './static-files';

export type WebServerParts = {
  doors: Doors;
  pages: (request: Request, context: LoadContext) => Promise<Response>;
  files: StaticFiles;
  health: HealthProbe;
  memory: PageMemory;
};

type Exchange = { request: IncomingMessage; response: ServerResponse; context: LoadContext };

export function createWebServer(parts: WebServerParts): Server {
  const options = { maxHeaderSize: 16_384, requireHostHeader: false, connectionsCheckingInterval: 1_000 };
  const server = createServer(options, (request, response) => {
    const exchange = { request, response, context: contextOf(request) };
    logWhenDone(exchange);
    answer(parts, exchange).catch((error: unknown) => fail(exchange, error));
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 10_000;
  server.on('clientError', refuseUnreadable);
  return server;
}

async function answer(parts: WebServerParts, exchange: Exchange): Promise<void> {
  const { request, response, context } = exchange;
  for (const [name, value] of Object.entries(securityHeaders(context.nonce, parts.doors.secure))) {
    response.setHeader(name, value);
  }
  const refused = refusalOf(request, parts.doors);
  if (refused) return refuse(exchange, refused);
  const path = request.url?.split('?')[0] ?? '/';
  if (path === '/health') return sendHealth(parts.health, exchange);
  if (isReading(request) && (await parts.files(request, response, path))) return;
  if (path.startsWith('/assets/') || isDataOfProgram(path))
    return refuse(exchange, { status: 404, reason: 'There is no such file.' });

  const body = isReading(request) ? undefined : await readBody(request);
  if (body && 'status' in body) return refuse(exchange, body);
  const origin = originOf(request.headers.host ?? '', parts.doors);
  const remembered = await parts.memory.recall(request, context);
  if (remembered) return sendWebResponse(remembered, request, response);
  const made = await parts.pages(asWebRequest(request, response, origin, body), context);
  const page = await parts.memory.keep(request, made, context);
  if (page.status >= 500 && (await parts.health.check()).database === 'away') {
    await page.body?.cancel();
    return sendAway(exchange);
  }
  await sendWebResponse(page, request, response);
}

/** The framework's own way to ask for data, which would mix its answer with that of the frame. */
const isDataOfProgram = (path: string): boolean => isForPrograms(path) && /\.data\/?$/.test(path);

function contextOf(request: IncomingMessage): LoadContext {
  return {
    nonce: randomBytes(18).toString('base64url'),
    reference: newReference(),
    address: request.socket.remoteAddress ?? 'unknown',
    formKey: newId(),
  };
}

/** Eight characters that cannot be mistaken for one another when read out over the telephone. */
function newReference(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
}

const PROBLEM_OF: Record<Refusal['status'] | 404, ProblemKind> = {
  400: 'unreadable',
  403: 'denied',
  404: 'absent',
  405: 'method',
  411: 'unreadable',
  413: 'tooLarge',
  415: 'notJson',
};

function refuse(
  { request, response, context }: Exchange,
  refusal: Refusal | { status: 404; reason: string },
): void {
  if (!isReading(request)) response.setHeader('Connection', 'close');
  const programs = isForPrograms(request.url);
  if (refusal.status === 405) response.setHeader('Allow', programs ? PROGRAM_METHODS : 'GET, HEAD, POST');
  const { reference } = context;
  if (programs)
    return sendPlainProblem(response, PROBLEM_OF[refusal.status], { text: refusal.reason, reference });
  const title = refusal.status === 404 ? 'Page not found' : 'This request was refused';
  sendPlainPage(response, refusal.status, { title, text: refusal.reason, reference: context.reference });
}

async function sendHealth(probe: HealthProbe, { request, response }: Exchange): Promise<void> {
  const health = await probe.check();
  const body = JSON.stringify({ status: isWell(health) ? 'ok' : 'unavailable', ...health });
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(isWell(health) ? 200 : 503, { 'Content-Type': 'application/json' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendAway({ request, response, context }: Exchange): void {
  if (isForPrograms(request.url))
    return sendPlainProblem(response, 'away', { text: 'Try again in a few seconds.', ...context });
  sendPlainPage(response, 503, {
    title: 'Soundings cannot answer at the moment',
    text: 'Try again in a few seconds. If you were sending a form, go back: what you typed is still there, and sending it twice does no harm.',
    reference: context.reference,
  });
}

function fail({ request, response, context }: Exchange, error: unknown): void {
  const left = request.destroyed || response.destroyed;
  if (!left) log.error('request-failed', { reference: context.reference, error });
  if (response.headersSent || left) {
    response.destroy();
    return;
  }
  const text = 'The fault was recorded. Quote the reference if you tell us about it.';
  if (isForPrograms(request.url)) return sendPlainProblem(response, 'fault', { text, ...context });
  sendPlainPage(response, 500, { title: 'Something went wrong', text, reference: context.reference });
}

function logWhenDone({ request, response, context }: Exchange): void {
  const started = performance.now();
  response.on('close', () => {
    log.info('request', {
      reference: context.reference,
      method: request.method,
      path: request.url?.split('?')[0],
      status: response.writableFinished ? response.statusCode : 'abandoned',
      ms: Math.round(performance.now() - started),
      address: context.address,
    });
  });
}

const UNREADABLE: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = UNREADABLE[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
