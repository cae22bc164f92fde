import { connect, createServer, type Socket } from 'node:net';

export interface CountingProxy {
  url: string;
  /** Statements executed since the last call. */
  take: () => number;
  /** Milliseconds since the last call in which the database worked on at least one statement. */
  takeBusy: () => number;
  close: () => void;
}

/** Frontend messages of the PostgreSQL protocol that execute something: Query and Execute. */
const EXECUTES = new Set(['Q', 'E']);
/** Frontend messages that are answered by one ReadyForQuery each: Query and Sync. */
const ASKS = new Set(['Q', 'S']);
const READY = 'Z';

/** Counts the messages of one direction of a connection. A frontend's first has no type byte: its startup packet. */
export class MessageCounter {
  count = 0;
  private buffer = Buffer.alloc(0);

  constructor(
    private readonly counted: (type: string) => boolean = (type) => EXECUTES.has(type),
    private started = false,
  ) {}

  read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const header = this.started ? 5 : 4;
      if (this.buffer.length < header) return;
      const length = this.buffer.readInt32BE(header - 4) + header - 4;
      if (this.buffer.length < length) return;
      if (this.started && this.counted(String.fromCharCode(this.buffer[0] ?? 0))) this.count += 1;
      this.started = true;
      this.buffer = this.buffer.subarray(length);
    }
  }
}

/** How long at least one of several is at work: what they do at once counts once. */
class BusyTime {
  private readonly working = new Set<Socket>();
  private since = 0;
  private total = 0;

  mark(one: Socket, works: boolean): void {
    const before = this.working.size;
    if (works) this.working.add(one);
    else this.working.delete(one);
    if (before === 0 && this.working.size > 0) this.since = performance.now();
    if (before > 0 && this.working.size === 0) this.total += performance.now() - this.since;
  }

  take(): number {
    const taken = this.total;
    this.total = 0;
    return taken;
  }
}

/** Stands between an app and its database on loopback and counts, so that the count needs no word of the app. */
export function countingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  let total = 0;
  const sockets = new Set<Socket>();
  const busy = new BusyTime();
  const server = createServer((client) => {
    const counter = new MessageCounter();
    const asked = new MessageCounter((type) => ASKS.has(type));
    const ready = new MessageCounter((type) => type === READY, true);
    const upstream = connect(Number(target.port), target.hostname);
    sockets.add(client).add(upstream);
    // Else what goes through in small pieces waits 40 ms for an acknowledgement, which no database asks for.
    for (const socket of [client, upstream]) socket.setNoDelay(true);
    client.on('data', (chunk: Buffer) => {
      const before = counter.count;
      counter.read(chunk);
      total += counter.count - before;
      asked.read(chunk);
      busy.mark(client, asked.count > 0);
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      ready.read(chunk);
      // One ReadyForQuery ends the connection's start, before anything is asked.
      busy.mark(client, asked.count >= ready.count);
      client.write(chunk);
    });
    const end = () => {
      busy.mark(client, false);
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
      ready({ url: url.href, take, takeBusy: () => busy.take(), close });
    });
  });
}
