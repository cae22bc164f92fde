import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/server-runtime';
import { dataVersion } from '~/platform/db.server';
import { pageHandler } from '../../../server/page-handler';
import { PageMemory } from '../../../server/page-memory';
import { createWebServer } from '../../../server/web-server';
import { archiveText } from './archive-text';

export interface Asker {
  cookie: string | undefined;
  token: string | undefined;
}

/** Status, every header and the body of an answer, masked as `MASKS` says, in one text. */
export type Answered = string;

export interface Site {
  ask: (path: string, asker: Asker) => Promise<Answered>;
  /** A form as a browser would send it; once, whatever comes of it. */
  send: (path: string, asker: Asker, form: URLSearchParams) => Promise<Answered>;
  stop: () => Promise<void>;
}

/** What is the request's own and tells of no world: made anew for each answer, whoever asks. */
export const MASKS: [of: string, find: RegExp, put: string][] = [
  ['the time of the answer', /^date: .*\n/m, ''],
  ['what is left of a rate', /^ratelimit: .*\n/m, ''],
  ['the nonce of its policy', /'nonce-[\w-]+'/g, "'nonce'"],
  ['the name of a request that was refused', /Reference: [2-9A-Z]{8}/g, 'Reference'],
];

const GIVEN = {
  nonce: 'nonce',
  reference: 'REFERENC',
  formKey: '00000000-0000-7000-8000-000000000000',
};

/** The product behind its own web server, in this process: headers, page memory and all. */
export async function serveHere(build: ServerBuild): Promise<Site> {
  const pages = pageHandler(build, 'production');
  const server = createWebServer({
    doors: { publicHost: '127.0.0.1', secure: false },
    // What an answer is marked with stays the same, so that answers can be compared to the byte.
    pages: (asked, context) => pages(asked, Object.assign(context, GIVEN)),
    files: () => Promise.resolve(false),
    health: {
      check: () => Promise.resolve({ database: 'up', migrations: 'applied' }),
      close: () => Promise.resolve(),
    },
    memory: new PageMemory(dataVersion),
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    ask: (path, { cookie, token }) => {
      const programs = path.startsWith('/api/');
      const headers = {
        Host: '127.0.0.1',
        ...(cookie && !programs ? { Cookie: cookie } : {}),
        ...(token && programs ? { Authorization: `Bearer ${token}` } : {}),
      };
      const to = { port, agent, path, headers };
      // A connection that was kept may be closed just as it is used again.
      return answerTo(to).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET') throw error;
        return answerTo(to);
      });
    },
    send: (path, { cookie }, form) => {
      const body = form.toString();
      const headers = {
        ...{ Host: '127.0.0.1', Origin: 'http://127.0.0.1', ...(cookie ? { Cookie: cookie } : {}) },
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(body)),
      };
      return answerTo({ port, agent, path, headers, method: 'POST' }, body);
    },
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answerTo(to: object, body?: string): Promise<Answered> {
  return new Promise((settle, fail) => {
    const sent = request({ host: '127.0.0.1', ...to }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', fail);
      response.once('end', () => {
        const head = Object.entries(response.headers).sort(([a], [b]) => (a < b ? -1 : 1));
        const lines = head.map(([name, value]) => `${name}: ${String(value)}\n`).join('');
        const bytes = Buffer.concat(chunks);
        const isArchive = /zip/.test(response.headers['content-type'] ?? '');
        const text = isArchive ? archiveText(bytes) : bytes.toString('utf8');
        if (response.statusCode === 429)
          fail(new Error(`too many requests for ${JSON.stringify((to as { path: string }).path)}`));
        settle(masked(`${response.statusCode}\n${lines}\n${text}`));
      });
    });
    sent.once('error', fail);
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer in a minute')));
    sent.end(body);
  });
}

const masked = (text: string): Answered =>
  MASKS.reduce((rest, [, find, put]) => rest.replace(find, put), text);
