import { newId } from '~/platform/ids.server';
import { handlerFor, takeFault } from './handler';

export interface Program {
  token?: string | undefined;
  headers?: Record<string, string>;
  method?: string;
  /** Sent as JSON; a text as it stands. */
  body?: unknown;
}

export interface Answered {
  status: number;
  headers: Headers;
  type: string | null;
  text: string;
  /** The JSON of the answer; null where there is none. */
  json: Record<string, unknown> | null;
}

/** Asks as a program does: with a token, without an origin and without cookies. */
export async function program(path: string, asking: Program = {}): Promise<Answered> {
  const { token, headers = {}, method = 'GET', body } = asking;
  const handle = await handlerFor('/api/v1/any');
  const request = new Request(new URL(`/api/v1${path}`, 'http://localhost'), {
    method,
    headers: {
      Host: 'localhost',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const address = headers['X-Test-Address'] ?? `test-${newId()}`;
  const response = await handle(request, { nonce: '', reference: 'REFERENC', address, formKey: newId() });
  const text = await response.text();
  const type = response.headers.get('Content-Type');
  const fault = takeFault();
  if (fault) throw new Error(`${path} failed`, { cause: fault });
  const json = type?.includes('json') && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : null;
  return { status: response.status, headers: response.headers, type, text, json };
}
