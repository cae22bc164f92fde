import { connect, createServer, type Socket } from 'node:net';

export interface CountingProxy {
  url: string;
  /** Statements executed since the last call. */
  take: () => number;
  close: () => void;
}

/** Frontend messages of the PostgreSQL protocol that execute something: Query and Execute. */
const EXECUTES = new Set(['Q', 'E']);

/** Counts the messages of one connection. The first message has no type byte: it is the startup packet. */
export class MessageCounter {
  count = 0;
  private buffer = Buffer.alloc(0);
  private started = false;

  read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const header = this.started ? 5 : 4;
      if (this.buffer.length < header) return;
      const length = this.buffer.readInt32BE(header - 4) + header - 4;
      if (this.buffer.length < length) return;
      if (this.started && EXECUTES.has(String.fromCharCode(this.buffer[0] ?? 0))) this.count += 1;
      this.started = true;
      this.buffer = this.buffer.subarray(length);
    }
  }
}

/** Stands between an app and its database on loopback and counts, so that the count needs no word of the app. */
export function countingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  let total = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const counter = new MessageCounter();
    const upstream = connect(Number(target.port), target.hostname);
    sockets.add(client).add(upstream);
    client.on('data', (chunk: Buffer) => {
      const before = counter.count;
      counter.read(chunk);
      total += counter.count - before;
      upstream.write(chunk);
    });
    upstream.pipe(client);
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      const url = new URL(databaseUrl);
      url.hostname = '127.0.0.1';
      url.search = ''; // A socket that it names would lead past the proxy.
      url.port = String(typeof bound === 'object' && bound ? bound.port : 0);
      const take = () => {
        const taken = total;
        total = 0;
        return taken;
      };
      const close = () => {
        for (const socket of sockets) socket.destroy();
        server.close();
      };
      ready({ url: url.href, take, close });
    });
  });
}
