import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { lastLetter, makeAccount, makePerson, PASSWORD } from '../../../../tests/support/factories/people';
import { cookieFor } from '../../../../tests/support/journey/session';
import { send, visit } from '../../../../tests/support/site';
import { LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';
import { codeNow, halfwayCookie, sessionCookie } from '../../../../tests/support/site/signed-in';

const database = useDatabase();
const NEW = 'four other random words';
let account: Awaited<ReturnType<typeof makeAccount>>;
let invented: string;

beforeAll(async () => {
  account = await makeAccount({ name: 'Sec Urity' });
  invented = (await makePerson()).id;
});

describe('changing the password', () => {
  const address = paths.ownPassword();

  test('is nothing for the demonstration, and a visitor signs in first', async () => {
    expect((await visit(address)).location).toContain(paths.signIn());
    const page = await visit(address, { as: invented });
    expect(page.status).toBe(403);
    expect(page.text).toContain('Accounts of the demonstration have no password');
    const fields = { currentPassword: PASSWORD, password: NEW };
    expect((await send(address, fields, { as: invented })).status).toBeGreaterThanOrEqual(403);
  });

  test.each([
    ['nothing', '', '', ['Enter your password', 'Enter a password']],
    ['a wrong present one', 'not this one here', NEW, ['This is not your present password']],
    ['a short new one', PASSWORD, 'short', ['Use 12 characters or more']],
    ['an endless new one', PASSWORD, LONG, ['Use 200 characters or fewer']],
  ])('%s is refused, and neither comes back', async (_what, currentPassword, password, says) => {
    const page = await send(address, { currentPassword, password }, { as: account.id });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(says);
    expect(page.fields).toEqual({ currentPassword: '', password: '' });
  });

  test('ends the other sessions, keeps this one, and is told by letter', async () => {
    const person = await makeAccount();
    const other = await cookieFor(person.id);
    const cookie = await cookieFor(person.id);
    const sent = await send(address, { currentPassword: PASSWORD, password: NEW }, { cookie });
    expect([sent.status, sent.location]).toEqual([303, paths.account()]);
    expect(sent.banner).toContain('your other sessions are ended');
    expect((await visit(paths.account(), { cookie })).status).toBe(200);
    expect((await visit(paths.account(), { cookie: other })).location).toContain(paths.signIn());
    expect((await lastLetter(person.address)).subject).toMatch(/password/i);
  });
});

describe('sessions', () => {
  const address = paths.accountSessions();

  test('are listed with this one marked, and only it cannot be ended', async () => {
    const { id } = await makePerson();
    const cookie = await cookieFor(id);
    expect((await visit(address, { cookie })).buttons).toEqual([]);
    await cookieFor(id);
    const page = await visit(address, { cookie });
    expect(page.rows).toHaveLength(2);
    expect(page.text).toContain('This one');
    expect(page.buttons).toEqual(['End the session on A browser', 'End all other sessions']);
  });

  test('one that is ended is signed out; the present one goes on', async () => {
    const { id } = await makePerson();
    const lost = await cookieFor(id);
    const cookie = await cookieFor(id);
    const { fields } = await visit(address, { cookie });
    const shown = String(fields['session']);
    const named =
      shown === 'others' ? (await visit(address, { cookie })).$('[name=session]').first().val() : shown;
    const sent = await send(address, { session: String(named) }, { cookie });
    expect(sent.banner).toBe('The session is ended');
    expect((await visit(address, { cookie: lost })).location).toContain(paths.signIn());
    expect((await visit(address, { cookie })).rows).toHaveLength(1);
  });

  test('all others end at once, and nobody else’s', async () => {
    const { id } = await makePerson();
    const stranger = await cookieFor(invented);
    for (let turn = 0; turn < 3; turn += 1) await cookieFor(id);
    const cookie = await cookieFor(id);
    expect((await send(address, { session: 'others' }, { cookie })).banner).toBe('3 sessions are ended');
    expect((await visit(address, { cookie: stranger })).status).toBe(200);
    const foreign = await database.db.session.findFirstOrThrow({ where: { personId: invented } });
    await send(address, { session: foreign.id.slice(0, 16) }, { cookie });
    expect((await visit(address, { cookie: stranger })).status).toBe(200);
  });

  test('a name that no session has is refused', async () => {
    const page = await send(address, { session: '../others' }, { as: invented });
    expect(page.status).toBe(422);
  });
});

describe('setting up a second factor', () => {
  const address = paths.secondFactorSetUp();

  test('is the one thing open to a person who has none, and leads back afterwards', async () => {
    const person = await makeAccount({ secondFactor: false });
    const cookie = await halfwayCookie(person.id);
    const from = '?from=%2Faccount';
    const first = await visit(`${address}${from}`, { cookie });
    expect(first.heading).toBe('Set up a second factor');
    expect(first.buttons).toEqual(['Set it up', 'Sign out']);
    const begun = await send(`${paths.beginSecondFactor()}${from}`, {}, { cookie });
    expect([begun.status, begun.location]).toEqual([303, `${address}${from}`]);
    const page = await visit(`${address}${from}`, { cookie });
    expect(page.heading).toBe('Connect your app');
    expect(page.$('[role=img] svg').length).toBe(1);
    const secret = page.$('code').first().text().replaceAll(/\s/g, '');
    const wrong = await send(`${address}${from}`, { code: '000000' }, { cookie });
    expect(wrong.status).toBe(422);
    expect(wrong.messageBeside('code')).toContain('This code is not right');
    expect(wrong.fields['code']).toBe('');
    const done = await send(`${address}${from}`, { code: codeNow(secret) }, { cookie });
    expect(done.status).toBe(200);
    expect(done.heading).toBe('Keep your recovery codes');
    expect(done.$('main code').length).toBe(10);
    expect(done.links.at(-1)).toEqual({ text: 'I have kept them, continue', href: paths.account() });
    const passed = sessionCookie(done) ?? '';
    expect((await visit(paths.account(), { cookie: passed })).status).toBe(200);
    expect((await visit(address, { cookie })).location).toContain(paths.signIn());
    const after = await visit(address, { cookie: passed });
    expect(after.text).toContain('10 are left');
    expect(after.html).not.toContain(secret);
  });

  test('a recovery code lets in once', async () => {
    const person = await makeAccount();
    const made = await send(paths.recoveryCodes(), { code: codeNow(person.secret) }, { as: person.id });
    const [code = ''] = made
      .$('main code')
      .toArray()
      .map((node) => made.$(node).text());
    const enter = async () =>
      send(paths.secondFactorChallenge(), { code }, { cookie: await halfwayCookie(person.id) });
    expect((await enter()).status).toBe(303);
    expect((await enter()).status).toBe(422);
    expect((await visit(address, { as: person.id })).text).toContain('9 are left');
  });

  test('begun again when it stands is refused, and the page says so', async () => {
    const page = await send(paths.beginSecondFactor(), {}, { as: account.id });
    expect(page.status).toBe(422);
    expect(page.heading).toBe('Nothing was changed');
    expect(page.errors[0]).toContain('A second factor is set up already');
    expect((await visit(paths.beginSecondFactor(), { as: account.id })).location).toBe(address);
  });

  test('is nothing for the demonstration, which says so', async () => {
    const page = await visit(address, { as: invented });
    expect(page.text).toContain('Accounts of the demonstration have no second factor');
    expect(page.buttons).toEqual([]);
    expect((await send(paths.beginSecondFactor(), {}, { as: invented })).status).toBe(403);
    expect((await send(address, { code: '123456' }, { as: invented })).status).toBeGreaterThanOrEqual(403);
  });

  test('a visitor signs in first, and what nobody knows in the address is refused', async () => {
    expect((await visit(address)).location).toContain(paths.signIn());
    expect((await send(paths.beginSecondFactor(), {})).location).toContain(paths.signIn());
    expect((await visit(`${address}?next=/map`, { as: account.id })).status).toBe(400);
  });

  test('every link of the page of one who has it leads somewhere', async () => {
    const page = await visit(address, { as: account.id });
    expect(await deadLinks(page, { as: account.id })).toEqual([]);
  });
});

describe('replacing the second factor', () => {
  test('takes the password, and then nothing is open until a new one is set up', async () => {
    const person = await makeAccount();
    const cookie = await cookieFor(person.id);
    const wrong = await send(paths.removeSecondFactor(), { password: 'not this one' }, { cookie });
    expect(wrong.status).toBe(422);
    expect(wrong.messageBeside('password')).toBe('This is not your password');
    expect(wrong.fields['password']).toBe('');
    const sent = await send(paths.removeSecondFactor(), { password: PASSWORD }, { cookie });
    expect([sent.status, sent.location]).toEqual([303, paths.secondFactorSetUp()]);
    expect((await visit(paths.account(), { cookie })).location).toContain(paths.secondFactorSetUp());
    expect((await visit(paths.secondFactorSetUp(), { cookie })).heading).toBe('Set up a second factor');
  });

  test('new recovery codes take a code of the app', async () => {
    const person = await makeAccount();
    const wrong = await send(paths.recoveryCodes(), { code: 'abc' }, { as: person.id });
    expect(wrong.status).toBe(422);
    expect(wrong.messageBeside('code')).toBe('Enter the six digits of your app, or a recovery code');
    const made = await send(paths.recoveryCodes(), { code: codeNow(person.secret) }, { as: person.id });
    expect(made.status).toBe(200);
    expect(made.$('main code').length).toBe(10);
    const again = await send(paths.recoveryCodes(), { code: codeNow(person.secret) }, { as: person.id });
    expect(again.status).toBe(422);
  });

  test.each([paths.recoveryCodes(), paths.removeSecondFactor()])(
    '%s is nothing for the demonstration, and a visitor signs in',
    async (address) => {
      expect((await visit(address, { as: invented })).status).toBe(403);
      expect((await visit(address)).location).toContain(paths.signIn());
    },
  );
});
