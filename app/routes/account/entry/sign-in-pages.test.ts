import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAccount, makePerson, PASSWORD } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';
import {
  codeNow,
  halfwayCookie,
  sessionCookie,
  setDemonstration,
} from '../../../../tests/support/site/signed-in';

const database = useDatabase();
let account: Awaited<ReturnType<typeof makeAccount>>;
let bare: Awaited<ReturnType<typeof makeAccount>>;
let invented: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
  account = await makeAccount({ name: 'Ada Example', roles: ['administrator'] });
  bare = await makeAccount({ secondFactor: false });
  invented = await makePerson({ name: 'Invented Person', expert: true });
});

afterEach(() => {
  setDemonstration(false);
});

const enter = (from = '') =>
  send(`${paths.signIn()}${from}`, { address: account.address, password: PASSWORD });

describe('signing in', () => {
  test('a visitor finds the form, the way to a lost password and the way to join', async () => {
    const page = await visit(paths.signIn());
    expect(page.heading).toBe('Sign in');
    expect(Object.keys(page.fields)).toEqual(['address', 'password']);
    expect(page.text).not.toContain('demonstration');
    expect(await deadLinks(page)).toEqual([]);
  });

  test('with a password alone opens nothing but the code page', async () => {
    const sent = await enter();
    expect([sent.status, sent.location]).toEqual([303, paths.home()]);
    const cookie = sessionCookie(sent) ?? '';
    expect(cookie).toMatch(/^soundings=\w{20,}/);
    const account_ = await visit(paths.account(), { cookie });
    expect(account_.location).toBe(
      `${paths.secondFactorChallenge()}?from=${encodeURIComponent(paths.account())}`,
    );
    expect((await visit(paths.administration(), { cookie })).status).toBe(302);
  });

  test('the session cookie cannot be read by scripts or sent from other sites', async () => {
    const line = (await enter()).headers.getSetCookie().find((each) => each.startsWith('soundings='));
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=(Lax|Strict)/i);
    expect(line).toMatch(/Path=\//);
  });

  test('a wrong password and an unknown address are told the same, and no password comes back', async () => {
    const wrong = await send(paths.signIn(), { address: account.address, password: 'not the password' });
    const unknown = await send(paths.signIn(), {
      address: 'nobody@example.org',
      password: 'not the password',
    });
    for (const page of [wrong, unknown]) {
      expect(page.status).toBe(422);
      expect(page.errors).toEqual(['The e-mail address or the password is not right.']);
      expect(page.fields['password']).toBe('');
      expect(page.html).not.toContain('not the password');
      expect(sessionCookie(page)).toBeNull();
    }
    expect(wrong.fields['address']).toBe(account.address);
  });

  test.each([
    ['nothing', '', '', ['Enter an e-mail address', 'Enter your password']],
    ['no address', 'Ada Example', PASSWORD, ['Enter an e-mail address like name@example.ac.uk']],
    ['two addresses', 'a@b.org,c@d.org', PASSWORD, ['Enter an e-mail address like name@example.ac.uk']],
    ['an endless password', 'a@example.org', LONG, ['Enter your password']],
  ])('%s typed is said beside the field', async (_what, address, password, says) => {
    const page = await send(paths.signIn(), { address, password });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(says);
    expect(page.fields['address']).toBe(address);
    expect(page.fields['password']).toBe('');
  });

  test.each(HOSTILE)('%s as an address is refused as it was typed', async (_what, text) => {
    const page = await send(paths.signIn(), { address: text, password: 'x' });
    expect(page.status).toBe(422);
    expect(page.fields['address']).toBe(text);
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
  });

  test.each([
    ['/questions?state=asked', '/questions?state=asked'],
    ['//evil.test/x', '/'],
    ['https://evil.test/', '/'],
    ['/\\evil.test', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/evil.test', '/'],
  ])('afterwards %j leads to %j', async (from, to) => {
    const sent = await enter(`?from=${encodeURIComponent(from)}`);
    expect(sent.location).toBe(to);
  });

  test('who is signed in already is led on, and begins anew with another account', async () => {
    expect((await visit(paths.signIn(), { as: account.id })).location).toBe(paths.home());
    expect((await visit(`${paths.signIn()}?from=/map`, { as: account.id })).location).toBe('/map');
    const first = sessionCookie(await enter()) ?? '';
    const second = await send(
      paths.signIn(),
      { address: bare.address, password: PASSWORD },
      { cookie: first },
    );
    expect(sessionCookie(second)).not.toBe(first);
    expect((await visit(paths.secondFactorChallenge(), { cookie: first })).location).toContain(
      paths.signIn(),
    );
  });

  test('a person without a second factor sets one up before anything else', async () => {
    const sent = await send(paths.signIn(), { address: bare.address, password: PASSWORD });
    const cookie = sessionCookie(sent) ?? '';
    const page = await visit(paths.account(), { cookie });
    expect(page.location).toBe(`${paths.secondFactorSetUp()}?from=${encodeURIComponent(paths.account())}`);
  });

  test('an address with parameters of nobody is refused', async () => {
    expect((await visit(`${paths.signIn()}?next=/map`)).status).toBe(400);
  });
});

describe('the code', () => {
  const address = paths.secondFactorChallenge();

  test('a visitor signs in first; who has passed or has none is led on', async () => {
    expect((await visit(address)).location).toContain(paths.signIn());
    expect((await visit(address, { as: account.id })).location).toBe(paths.home());
    const cookie = await halfwayCookie(bare.id);
    expect((await visit(address, { cookie })).location).toBe(paths.secondFactorSetUp());
  });

  test('a wrong one is refused beside the field and does not come back', async () => {
    const cookie = await halfwayCookie(account.id);
    for (const [code, says] of [
      ['', 'Enter a code'],
      ['12', 'Enter the six digits of your app, or a recovery code'],
      ['000000', 'This code is not right, or was used before. Wait for the next one'],
    ] as const) {
      const page = await send(address, { code }, { cookie });
      expect(page.status).toBe(422);
      expect(page.messageBeside('code')).toBe(says);
      expect(page.fields['code']).toBe('');
    }
    expect((await visit(paths.account(), { cookie })).status).toBe(302);
  });

  test('the right one opens everything in a session of its own, and the old cookie is worthless', async () => {
    const cookie = await halfwayCookie(account.id);
    const code = codeNow(account.secret);
    const sent = await send(`${address}?from=/account`, { code }, { cookie });
    expect([sent.status, sent.location]).toEqual([303, paths.account()]);
    const passed = sessionCookie(sent) ?? '';
    expect(passed).not.toBe(cookie);
    expect((await visit(paths.administration(), { cookie: passed })).status).toBe(200);
    expect((await visit(address, { cookie })).location).toContain(paths.signIn());
  });

  test('offers to sign out to whoever has no app', async () => {
    const page = await visit(address, { cookie: await halfwayCookie(account.id) });
    expect(page.text).toContain('I do not have my authenticator app');
    expect(page.buttons).toContain('Sign out');
  });
});

describe('signing out', () => {
  test('ends the session for good and says so', async () => {
    const cookie = await halfwayCookie(invented.id);
    expect((await visit(paths.account(), { cookie })).status).toBe(200);
    const sent = await send(paths.signOut(), {}, { cookie });
    expect([sent.status, sent.location, sent.banner]).toEqual([303, paths.home(), 'You are signed out']);
    expect((await visit(paths.account(), { cookie })).location).toContain(paths.signIn());
  });

  test('by opening its address does nothing', async () => {
    const cookie = await halfwayCookie(invented.id);
    expect((await visit(paths.signOut(), { cookie })).location).toBe(paths.home());
    expect((await visit(paths.account(), { cookie })).status).toBe(200);
  });

  test('is no fault for a visitor', async () => {
    expect((await send(paths.signOut(), {})).location).toBe(paths.home());
  });
});

describe('the demonstration', () => {
  const address = paths.demonstrationSignIn();

  test('without it nobody enters without a password', async () => {
    const page = await send(address, { person: invented.reference });
    expect(page.status).toBe(404);
    expect(sessionCookie(page)).toBeNull();
    expect((await visit(address)).location).toBe(paths.signIn());
  });

  test('lists invented people with what they come to do, and one click is enough', async () => {
    setDemonstration(true);
    const page = await visit(paths.signIn());
    expect(page.buttons).toContain('Invented Person');
    expect(page.buttons).not.toContain('Ada Example');
    expect(page.text).toContain('With a password');
    const sent = await send(`${address}?from=/map`, { person: invented.reference });
    expect([sent.location, sent.banner]).toEqual(['/map', 'You are Invented Person now']);
    const cookie = sessionCookie(sent) ?? '';
    expect((await visit(paths.account(), { cookie })).text).toContain('Demonstration: none');
  });

  test('lets nobody in as a real person, a suspended one, or one who is not there', async () => {
    setDemonstration(true);
    const suspended = await makePerson();
    await database.db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
    for (const person of [account.reference, suspended.reference])
      expect((await send(address, { person })).status).toBe(404);
    for (const person of ['H7K4QXM3', '', '<script>']) {
      const page = await send(address, { person });
      expect([page.status, page.heading]).toEqual([422, 'Nothing was changed']);
      expect(sessionCookie(page)).toBeNull();
    }
    expect((await visit(paths.signIn())).buttons).not.toContain(suspended.name);
  });

  test('says on every page that it is one', async () => {
    setDemonstration(true);
    expect((await visit(paths.accessibility())).html).toContain('Do not enter anything real.');
    setDemonstration(false);
    expect((await visit(paths.accessibility())).html).not.toContain('Do not enter anything real.');
  });
});
