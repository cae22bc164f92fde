import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { lastLetter, makeAccount, makePerson, PASSWORD } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';
import { halfwayCookie, sessionCookie } from '../../../../tests/support/site/signed-in';

const database = useDatabase();
let account: Awaited<ReturnType<typeof makeAccount>>;
const NEW = 'four other random words';

beforeAll(async () => {
  account = await makeAccount({ roles: ['administrator'] });
});

const asked = (address: string) => send(paths.forgottenPassword(), { address });
const letterTo = async (address: string) => {
  await asked(address);
  return lastLetter(address);
};

describe('a forgotten password', () => {
  test('known and unknown addresses get the same answer', async () => {
    const known = await asked(account.address);
    const unknown = await asked('nobody-here@example.org');
    for (const page of [known, unknown]) {
      expect([page.status, page.location]).toEqual([303, paths.signIn()]);
      expect(page.banner).toContain('If an account uses that address');
    }
    expect(known.banner).toBe(unknown.banner);
    expect((await lastLetter('nobody-here@example.org')).token).toBe('');
  });

  test.each(['', 'ada', 'ada@', '@example.org', `${'a'.repeat(300)}@example.org`])(
    '%j is no address: said beside the field, which keeps it',
    async (address) => {
      const page = await asked(address);
      expect(page.status).toBe(422);
      expect(page.messageBeside('address')).toMatch(/^Enter an e-mail address/);
      expect(page.fields['address']).toBe(address);
    },
  );

  test('so many letters to one address are enough, and the page says when to come back', async () => {
    const address = 'often-asked@example.org';
    const answers = [];
    for (let turn = 0; turn < 5; turn += 1) answers.push(await asked(address));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 422]);
    expect(answers[4]?.errors[0]).toMatch(/^There were too many attempts. Try again in \d+ minutes.$/);
    expect(await database.db.mail.count({ where: { toAddress: address } })).toBe(4);
  });

  test('a person of the demonstration has none to reset', async () => {
    const person = await makePerson();
    const { address } = await database.db.personEmail.findFirstOrThrow({ where: { personId: person.id } });
    expect((await letterTo(address)).token).toBe('');
  });

  test('every link of the page leads somewhere', async () => {
    expect(await deadLinks(await visit(paths.forgottenPassword()))).toEqual([]);
  });
});

describe('the link of the letter', () => {
  test('opens the page for that account, which says what happens', async () => {
    const { token } = await letterTo(account.address);
    const page = await visit(paths.resetPassword(token));
    expect(page.text).toContain(`For the account of ${account.address}. Every session of it ends.`);
    expect(page.fields).toEqual({ password: '' });
  });

  test.each([
    ['', 'Enter a password'],
    ['short', 'Use 12 characters or more'],
    [LONG, 'Use 200 characters or fewer'],
    ['abcabcabcabc', 'This password is on lists of leaked passwords'],
  ])('refuses a weak password and gives none back %#', async (password, says) => {
    const person = await makeAccount({ secondFactor: false });
    const { token } = await letterTo(person.address);
    const page = await send(paths.resetPassword(token), { password });
    expect(page.status).toBe(422);
    expect(page.messageBeside('password')).toContain(says);
    expect(page.fields['password']).toBe('');
  });

  test('changes the password once, ends every session, and tells the person', async () => {
    const person = await makeAccount();
    const cookie = await halfwayCookie(person.id);
    const { token } = await letterTo(person.address);
    const sent = await send(paths.resetPassword(token), { password: NEW });
    expect([sent.status, sent.location]).toEqual([303, paths.signIn()]);
    expect(sent.banner).toBe('Your password is changed. Sign in with the new one');
    expect(sessionCookie(sent)).toBeNull();
    expect((await visit(paths.secondFactorChallenge(), { cookie })).location).toContain(paths.signIn());
    const old = await send(paths.signIn(), { address: person.address, password: PASSWORD });
    expect(old.status).toBe(422);
    expect((await send(paths.signIn(), { address: person.address, password: NEW })).status).toBe(303);
    expect((await lastLetter(person.address)).subject).toMatch(/password/i);
    const again = await visit(paths.resetPassword(token));
    expect(again.heading).toBe('This link does not work any more');
    expect(await deadLinks(again)).toEqual([]);
    const twice = await send(paths.resetPassword(token), { password: `${NEW} again` });
    expect([twice.status, twice.heading]).toEqual([422, 'This link does not work any more']);
  });

  test('that is too old says so', async () => {
    const { token } = await letterTo(account.address);
    await database.db.oneTimeToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await visit(paths.resetPassword(token))).heading).toBe('This link does not work any more');
  });

  test('that nobody sent is not there, for posting neither', async () => {
    for (const token of ['x'.repeat(43), 'short', LONG.slice(0, 300)]) {
      expect((await visit(paths.resetPassword(token))).status).toBe(404);
      expect((await send(paths.resetPassword(token), { password: NEW })).status).toBeGreaterThanOrEqual(404);
    }
  });

  test('of joining opens no reset', async () => {
    await send(paths.join(), { address: 'joiner@example.org' });
    const { token } = await lastLetter('joiner@example.org');
    expect((await visit(paths.resetPassword(token))).status).toBe(404);
  });
});
