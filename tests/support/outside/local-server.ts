import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalServer {
  address: string;
  /** The paths that were asked for, in order. */
  asked: string[];
  stop: () => Promise<void>;
}

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine in place of one out there, so that a whole HTTP conversation is tested. */
export function startLocalServer(answer: Answering): Promise<LocalServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const stop = () =>
        new Promise<void>((stopped) => {
          server.closeAllConnections();
          server.close(() => stopped());
        });
      done({ address: `http://127.0.0.1:${port}`, asked, stop });
    });
  });
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
