import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  location: string | null;
  body: string;
  /** When the last byte of the request was handed to the network, by the machine's clock. */
  sentAt: number;
}

const agents = new Map<string, Agent>();

function agentFor(address: string): Agent {
  const known = agents.get(address) ?? new Agent({ keepAlive: true, maxSockets: 256 });
  agents.set(address, known);
  return known;
}

/** Lets the process end: connections kept alive would hold it. */
export function closeConnections(): void {
  for (const agent of agents.values()) agent.destroy();
  agents.clear();
}

/** One request as a browser would send it, redirects not followed. */
export function send(
  address: string,
  path: string,
  over: { cookie?: string; form?: Record<string, string> } = {},
): Promise<Answer> {
  const body = over.form ? new URLSearchParams(over.form).toString() : null;
  const headers = {
    ...(over.cookie ? { Cookie: over.cookie } : {}),
    ...(body === null
      ? {}
      : {
          Origin: address,
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': String(Buffer.byteLength(body)),
        }),
  };
  return new Promise((settle, fail) => {
    let sentAt = 0;
    const method = body === null ? 'GET' : 'POST';
    const sent = request(`${address}${path}`, { method, headers, agent: agentFor(address) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', fail);
      response.once('end', () =>
        settle({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? null,
          body: Buffer.concat(chunks).toString('utf8'),
          sentAt,
        }),
      );
    });
    sent.once('finish', () => (sentAt = Date.now()));
    sent.once('error', fail);
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer in a minute')));
    sent.end(body ?? undefined);
  });
}

/** Runs `work` over all items, so many at a time, and keeps the order. */
export async function inParallel<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) values[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return values;
}
