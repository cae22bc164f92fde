import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../tests/support/database';
import { makePerson } from '../../tests/support/factories/people';
import {
  endOtherSessions,
  endSession,
  forgetSessionCookie,
  passSecondFactor,
  sessionOf,
  startSession,
} from './sessions.server';

const store = useDatabase();
const HOUR = 3_600_000;

async function signedIn(userAgent = 'Firefox') {
  const { id: personId } = await makePerson();
  const setCookie = await startSession(personId, { userAgent, secondFactorAt: null });
  const cookie = setCookie.split(';')[0] ?? '';
  const session = await sessionOf(cookie);
  if (!session) throw new Error('a session that was just started is one');
  return { personId, cookie, setCookie, session };
}

const rewrite = (storedId: string, data: Record<string, Date>) =>
  store.db.session.update({ where: { id: storedId }, data });

describe('a session', () => {
  test('belongs to whoever holds its cookie, among other cookies too', async () => {
    const { personId, cookie, session } = await signedIn();
    expect(session).toMatchObject({ personId, secondFactorAt: null });
    const among = await sessionOf(`theme=dark; ${cookie}; soundings_banner=x`);
    expect(among?.personId).toBe(personId);
  });

  test('is in the database by its hash alone', async () => {
    const { cookie, session } = await signedIn();
    const row = await store.db.session.findUniqueOrThrow({ where: { id: session.storedId } });
    expect(row.id).not.toContain(cookie.split('=')[1]);
    expect(await sessionOf(`soundings=${row.id}`)).toBeNull();
  });

  test('is found among cookies of others that are not well formed', async () => {
    const { personId, cookie } = await signedIn();
    for (const header of [`other=%; ${cookie}`, `${cookie}; x=%E0%A4%A`, `;;=; ${cookie};`])
      expect((await sessionOf(header))?.personId).toBe(personId);
    expect(await sessionOf('soundings=%')).toBeNull();
    expect(await sessionOf(`not${cookie}`)).toBeNull();
  });

  test('has a cookie that scripts cannot read and that ends with the browser', async () => {
    const { setCookie } = await signedIn();
    expect(setCookie).toContain('HttpOnly');
    expect(setCookie).toContain('SameSite=Lax');
    expect(setCookie).toContain('Path=/');
    expect(forgetSessionCookie()).toMatch(/^soundings=;.*Max-Age=0/);
  });

  test.each([
    '',
    'soundings=',
    'soundings=short',
    'soundings=../../x',
    `soundings=${'a'.repeat(500)}`,
    'other=x',
  ])('of the cookie %j is nobody’s', async (cookie) => {
    expect(await sessionOf(cookie)).toBeNull();
    expect(await sessionOf(null)).toBeNull();
  });

  test('ends after its time, and a day after sign-in however much it was used', async () => {
    const idle = await signedIn();
    await rewrite(idle.session.storedId, { expiresAt: new Date(Date.now() - 1000) });
    expect(await sessionOf(idle.cookie)).toBeNull();
    const busy = await signedIn();
    await rewrite(busy.session.storedId, {
      createdAt: new Date(Date.now() - 25 * HOUR),
      expiresAt: new Date(Date.now() + 8 * HOUR),
    });
    expect(await sessionOf(busy.cookie)).toBeNull();
    expect(await store.db.session.count({ where: { id: busy.session.storedId } })).toBe(0);
  });

  test('goes on while it is used, and says when it was last seen, but not at every page', async () => {
    const { cookie, session } = await signedIn();
    const seen = async () =>
      (await store.db.session.findUniqueOrThrow({ where: { id: session.storedId } })).lastSeenAt.getTime();
    const first = await seen();
    await sessionOf(cookie);
    expect(await seen()).toBe(first);
    await rewrite(session.storedId, {
      lastSeenAt: new Date(Date.now() - 10 * 60_000),
      expiresAt: new Date(Date.now() + HOUR),
    });
    await sessionOf(cookie);
    expect(await seen()).toBeGreaterThan(Date.now() - 60_000);
    const row = await store.db.session.findUniqueOrThrow({ where: { id: session.storedId } });
    expect(row.expiresAt.getTime()).toBeGreaterThan(Date.now() + 7 * HOUR);
  });

  test('remembers that the second factor was given', async () => {
    const { cookie, session } = await signedIn();
    await passSecondFactor(session.storedId);
    expect((await sessionOf(cookie))?.secondFactorAt).toBeInstanceOf(Date);
  });

  test('that was ended is worthless, and its cookie is taken back', async () => {
    const { cookie, session } = await signedIn();
    expect(await endSession(session.sessionId)).toMatch(/^soundings=;/);
    expect(await sessionOf(cookie)).toBeNull();
  });

  test('stays when the others of its person end, and nobody else’s ends', async () => {
    const one = await signedIn();
    const stranger = await signedIn();
    const other = await startSession(one.personId, { userAgent: '', secondFactorAt: null });
    await endOtherSessions(one.personId, one.session.storedId);
    expect(await sessionOf(one.cookie)).not.toBeNull();
    expect(await sessionOf(other.split(';')[0] ?? '')).toBeNull();
    expect(await sessionOf(stranger.cookie)).not.toBeNull();
    await endOtherSessions(one.personId, null);
    expect(await sessionOf(one.cookie)).toBeNull();
  });

  test('keeps no more than a part of what a browser says of itself', async () => {
    const { session } = await signedIn('x'.repeat(5000));
    const row = await store.db.session.findUniqueOrThrow({ where: { id: session.storedId } });
    expect(row.userAgent).toHaveLength(300);
  });
});
