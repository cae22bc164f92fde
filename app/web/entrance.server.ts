import { realNow } from '~/platform/clock.server';
import { env } from '~/platform/env.server';
import { paths } from '~/paths';
import { endSession, sessionOf, startSession } from './session.server';
import type { Arrival } from './who.server';

/** Begins a session of its own for whoever just proved who they are; the one that came with the request ends. */
export async function entering(
  request: Request,
  personId: string,
  secondFactor: boolean,
): Promise<HeadersInit> {
  const former = await sessionOf(request.headers.get('Cookie'));
  if (former) await endSession(former.sessionId);
  const cookie = await startSession(personId, {
    userAgent: request.headers.get('User-Agent') ?? '',
    secondFactorAt: secondFactor ? realNow() : null,
  });
  return { 'Set-Cookie': cookie };
}

/** Where to go after signing in: `from` of the address if it is a page of ours, else home. */
export function pageToReturnTo(request: Request): string {
  const from = new URL(request.url).searchParams.get('from') ?? '';
  const base = 'http://soundings.invalid';
  if (!/^\/[\w-]?/.test(from) || /^\/[/\\]/.test(from) || /[\\\s]/.test(from)) return paths.home();
  const url = URL.canParse(from, base) ? new URL(from, base) : null;
  return url?.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : paths.home();
}

const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** One-click sign-in: only in a demonstration, only from this very machine, never through a proxy. */
export function mayEnterDemonstration({ request, context }: Pick<Arrival, 'request' | 'context'>): boolean {
  return (
    env.SOUNDINGS_DEMONSTRATION &&
    LOOPBACK.test(context.address ?? '') &&
    LOCAL_HOST.test(request.headers.get('Host') ?? new URL(request.url).host) &&
    FORWARDED.every((header) => !request.headers.has(header))
  );
}
