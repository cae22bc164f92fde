import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, vi } from 'vitest';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '']);
let strayRequests: string[] = [];

type Connect = (this: Socket, ...args: unknown[]) => Socket;
const connect = Reflect.get(Socket.prototype, 'connect') as Connect;
const guarded: Connect = function (...args) {
  const host = hostOf(args[0]);
  if (LOOPBACK.has(host)) return connect.apply(this, args);
  strayRequests.push(host);
  throw new Error(`A test tried to reach ${host}.`);
};
Reflect.set(Socket.prototype, 'connect', guarded);

/** Node passes its own normalised argument list through as one array. */
function hostOf(first: unknown): string {
  const options: unknown = Array.isArray(first) ? first[0] : first;
  if (typeof options !== 'object' || options === null || !('host' in options)) return '';
  return typeof options.host === 'string' ? options.host : '';
}

beforeEach(() => {
  strayRequests = [];
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const complaints = vi.mocked(console.error).mock.calls.map((call) => call.map(String).join(' '));
  vi.mocked(console.error).mockRestore();
  expect(complaints, 'console.error was called').toEqual([]);
  expect(strayRequests, 'a request left this machine').toEqual([]);
});

/** For the few tests about complaints themselves: gives what was said and forgets it. */
export function takeComplaints(): string[] {
  const said = vi.mocked(console.error).mock.calls.map((call) => call.map(String).join(' '));
  vi.mocked(console.error).mockClear();
  return said;
}

export function takeStrayRequests(): string[] {
  const hosts = strayRequests;
  strayRequests = [];
  return hosts;
}
