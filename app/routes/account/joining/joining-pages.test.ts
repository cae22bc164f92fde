import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
} from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';
import {
  freshAddress,
  giveSecondFactor,
  halfwayCookie,
  sessionCookie,
} from '../../../../tests/support/site/signed-in';

const database = useDatabase();
const NEW = { name: 'Ada Example', password: 'four other random words' };
let university: Awaited<ReturnType<typeof makeOrganisation>>;

beforeAll(async () => {
  university = await makeOrganisation({ name: 'University of Eastpool', domain: 'eastpool.ac.uk' });
});

/** The person of that name, who has set up a second factor since. */
const arrived = async (name: string): Promise<string> => {
  const { id } = await database.db.person.findFirstOrThrow({ where: { name } });
  await giveSecondFactor(id);
  return id;
};

const tokenFor = async (address: string) => {
  expect((await send(paths.join(), { address })).location).toBe(paths.joinSent());
  return (await lastLetter(address)).token;
};

describe('setting up an installation that nobody administers', () => {
  const address = paths.firstAdministrator();

  test('a visitor who wants to sign in is led to the set-up page', async () => {
    expect((await visit(paths.signIn())).location).toBe(address);
    expect((await visit(address)).heading).toBe('Set up Soundings');
  });

  test('what is missing or weak is said beside its field; name and address are kept', async () => {
    const empty = await send(address, {});
    expect(empty.status).toBe(422);
    expect(empty.messageBeside('address')).toBe('Enter an e-mail address');
    expect(empty.messageBeside('name')).toBe('Enter your name');
    expect(empty.messageBeside('password')).toBe('Enter a password');
    const weak = await send(address, { name: LONG, address: 'first@example.org', password: 'short' });
    expect(weak.messageBeside('name')).toBe('Use 120 characters or fewer');
    expect(weak.messageBeside('password')).toBe('Use 12 characters or more');
    expect(weak.fields).toEqual({ name: LONG, address: 'first@example.org', password: '' });
  });

  test('the first person becomes administrator, once; then the page is gone', async () => {
    const fields = { ...NEW, name: 'First Person', address: 'first@example.org' };
    const sent = await send(address, fields);
    expect([sent.status, sent.location]).toEqual([303, paths.administration()]);
    expect(sent.banner).toBe('Soundings is set up, and you are its administrator');
    const cookie = sessionCookie(sent) ?? '';
    expect((await visit(paths.administration(), { cookie })).location).toContain(paths.secondFactorSetUp());
    const person = await arrived('First Person');
    expect((await visit(paths.administration(), { as: person })).status).toBe(200);
    expect((await visit(address)).status).toBe(404);
    expect((await send(address, { ...fields, address: 'second@example.org' })).status).toBe(404);
    expect((await visit(paths.signIn())).heading).toBe('Sign in');
  });
});

describe('asking for a letter', () => {
  test('tells the three ways in, and every link leads somewhere', async () => {
    const page = await visit(paths.join());
    expect(page.text).toContain('There are three ways into the network');
    expect(await deadLinks(page)).toEqual([]);
    expect(await deadLinks(await visit(paths.joinSent()))).toEqual([]);
  });

  test('an address that has an account gets the same answer and a letter that says so', async () => {
    const { address } = await makeAccount({ secondFactor: false });
    expect((await send(paths.join(), { address })).location).toBe(paths.joinSent());
    const letter = await lastLetter(address);
    expect(letter.subject).toBe('You already have a Soundings account');
    expect(letter.token).toBe('');
  });

  test.each([['nothing', ''], ['no address', 'ada'], ...HOSTILE])(
    '%s is refused beside the field, as it was typed',
    async (_what, address) => {
      const page = await send(paths.join(), { address });
      expect(page.status).toBe(422);
      expect(page.messageBeside('address')).toMatch(/^Enter an e-mail address/);
      expect(page.fields['address']).toBe(address);
      expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    },
  );
});

describe('the link of the letter', () => {
  test('by an address of a known organisation makes a member at once', async () => {
    const token = await tokenFor(freshAddress('cs.eastpool.ac.uk'));
    const page = await visit(paths.confirmJoining(token));
    expect(page.text).toContain(
      'It shows that you belong to University of Eastpool, so you are let in at once.',
    );
    const sent = await send(paths.confirmJoining(token), { ...NEW, name: 'Member At Once' });
    expect([sent.status, sent.location]).toEqual([303, paths.home()]);
    const person = await arrived('Member At Once');
    expect((await visit(paths.experts(), { as: person })).status).toBe(200);
    const account = await visit(paths.account(), { as: person });
    expect(account.text).toContain(university.name);
    expect(account.text).not.toContain('You are not a verified member yet');
  });

  test('by another address makes an account that may ask to be let in', async () => {
    const token = await tokenFor(freshAddress());
    expect((await visit(paths.confirmJoining(token))).text).toContain('Soundings does not know its domain');
    const sent = await send(paths.confirmJoining(token), { ...NEW, name: 'Not Yet Member' });
    expect(sent.location).toBe(paths.requestToJoin());
    const cookie = sessionCookie(sent) ?? '';
    expect((await visit(paths.requestToJoin(), { cookie })).location).toContain(paths.secondFactorSetUp());
    const person = await arrived('Not Yet Member');
    const closed = await visit(paths.experts(), { as: person });
    expect(closed.status).toBe(403);
    expect(closed.text).toContain('Your account page says how to become one');
  });

  test('wants a name and a good password, and gives the name back', async () => {
    const token = await tokenFor(freshAddress());
    const page = await send(paths.confirmJoining(token), { name: 'Ada', password: 'password1234' });
    expect(page.status).toBe(422);
    expect(page.messageBeside('password')).toContain('leaked');
    expect(page.fields).toEqual({ name: 'Ada', password: '' });
    const nameless = await send(paths.confirmJoining(token), { name: ' ', password: NEW.password });
    expect(nameless.messageBeside('name')).toBe('Enter your name');
  });

  test('works once', async () => {
    const token = await tokenFor(freshAddress());
    await send(paths.confirmJoining(token), NEW);
    const page = await visit(paths.confirmJoining(token));
    expect(page.heading).toBe('This link does not work any more');
    expect(await deadLinks(page)).toEqual([]);
    expect((await send(paths.confirmJoining(token), NEW)).status).toBe(422);
  });

  test('that nobody sent is not there', async () => {
    expect((await visit(paths.confirmJoining('y'.repeat(43)))).status).toBe(404);
    expect((await send(paths.confirmJoining('y'.repeat(43)), NEW)).status).toBe(404);
  });

  test.each(HOSTILE)('%s as a name is text wherever it shows', async (_what, name) => {
    const token = await tokenFor(freshAddress('eastpool.ac.uk'));
    await send(paths.confirmJoining(token), { ...NEW, name });
    const person = await arrived(name);
    const page = await visit(paths.account(), { as: person });
    expect(page.status).toBe(200);
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    expect(page.$('header').text()).toContain(name);
  });
});

describe('asking a coordinator', () => {
  const address = paths.requestToJoin();
  const reason = 'I study ports & cranes.';

  test('a visitor signs in first; a member is told that there is nothing to ask', async () => {
    expect((await visit(address)).location).toContain(paths.signIn());
    const { id } = await makePerson();
    const page = await visit(address, { as: id });
    expect(page.text).toContain('You are a member already.');
    expect(page.buttons).not.toContain('Ask to join');
    expect((await send(address, { organisationName: 'Mine', reason }, { as: id })).status).toBe(422);
  });

  test('needs an organisation or its name, and words, which are kept', async () => {
    const { id } = await makePerson({ verified: false });
    const page = await send(address, { organisation: '', organisationName: '', reason }, { as: id });
    expect(page.status).toBe(422);
    expect(page.messageBeside('organisation')).toBe('Choose your organisation, or write its name below');
    expect(page.fields['reason']).toBe(reason);
    const long = await send(address, { organisationName: LONG, reason: LONG }, { as: id });
    expect(long.messageBeside('organisationName')).toBe('Use 200 characters or fewer');
    expect(long.messageBeside('reason')).toBe('Use 2,000 characters or fewer');
    expect(long.fields).toMatchObject({ organisationName: LONG, reason: LONG });
    const chosen = await send(address, { organisation: university.reference, reason: '' }, { as: id });
    expect(chosen.fields['organisation']).toBe(university.reference);
    expect(chosen.messageBeside('reason')).toBe('Say who you are and what you want to do here');
  });

  test('waits, cannot be sent twice, and can be after it was declined', async () => {
    const { id } = await makePerson({ verified: false, name: 'Waiting Person' });
    const sent = await send(address, { organisation: university.reference, reason }, { as: id });
    expect([sent.status, sent.location]).toEqual([303, paths.account()]);
    expect((await visit(paths.account(), { as: id })).text).toContain('A coordinator will decide.');
    const waiting = await visit(address, { as: id });
    expect(waiting.buttons).not.toContain('Ask to join');
    const again = await send(address, { organisationName: 'Other', reason }, { as: id });
    expect(again.status).toBe(422);
    const row = await database.db.joinRequest.findFirstOrThrow({ where: { personId: id } });
    const { id: coordinator } = await makePerson({ roles: ['coordinator'] });
    const decision = { decision: 'decline', reason: 'Use your address at work' };
    await send(paths.joinRequest(row.reference), decision, { as: coordinator });
    const declined = await visit(address, { as: id });
    expect(declined.text).toContain(
      'declined your last request: Use your address at work. You may ask again.',
    );
    expect(declined.buttons).toContain('Ask to join');
    expect((await send(address, { organisationName: 'Other', reason }, { as: id })).status).toBe(303);
  });
});

describe('an invitation', () => {
  const invite = async (over: Record<string, string | string[]> = {}) => {
    const { id } = await makePerson({ roles: ['administrator'], name: 'Ina Viter' });
    const address = freshAddress();
    const sent = await send(paths.invite(), { address, name: 'Bo Invited', ...over }, { as: id });
    expect(sent.banner).toBe(`${address} is invited`);
    return { address, inviter: id, token: (await lastLetter(address)).token };
  };

  test('tells who invites into what, and makes a verified account with all of it', async () => {
    const { token, address } = await invite({
      organisation: university.reference,
      installationRoles: ['coordinator'],
      asExpert: 'on',
      note: 'We need you <b>here</b>',
    });
    const page = await visit(paths.invitation(token));
    expect(page.heading).toBe('Ina Viter invites you to Soundings');
    for (const words of [
      address,
      university.name,
      'Coordinator',
      'We need you <b>here</b>',
      'keep a profile',
    ])
      expect(page.text).toContain(words);
    expect(page.fields).toEqual({ name: 'Bo Invited', password: '' });
    const sent = await send(paths.invitation(token), { ...NEW, name: 'Bo Invited' });
    expect([sent.location, sent.banner]).toEqual([paths.home(), 'Welcome to Soundings']);
    const person = await arrived('Bo Invited');
    expect((await visit(paths.invitations(), { as: person })).status).toBe(200);
    expect((await visit(paths.ownProfile(), { as: person })).text).toContain(
      'Teams find experts by threat area. Choose yours below',
    );
    expect((await visit(paths.account(), { as: person })).text).toContain(university.name);
  });

  test('works once, and not after it was taken back', async () => {
    const { token, inviter, address } = await invite();
    const row = await database.db.invitation.findFirstOrThrow({ where: { address } });
    await send(paths.revokeInvitation(row.reference), {}, { as: inviter });
    const page = await visit(paths.invitation(token));
    expect(page.heading).toBe('This invitation does not work any more');
    expect(await deadLinks(page)).toEqual([]);
    const sent = await send(paths.invitation(token), NEW);
    expect(sent.status).toBe(422);
    expect(await database.db.personEmail.count({ where: { address } })).toBe(0);
  });

  test('keeps the name when the password is weak', async () => {
    const { token } = await invite();
    const page = await send(paths.invitation(token), { name: 'Changed Name', password: 'short' });
    expect(page.status).toBe(422);
    expect(page.messageBeside('password')).toBe('Use 12 characters or more');
    expect(page.fields).toEqual({ name: 'Changed Name', password: '' });
  });

  test('can be taken up by somebody who has an account, with that address added to it', async () => {
    const { token, address } = await invite({ installationRoles: ['auditor'] });
    const account = await makeAccount({ name: 'Cy Signed In', verified: false });
    const page = await visit(paths.invitation(token), { as: account.id });
    expect(page.buttons).toContain('Accept as Cy Signed In');
    expect(page.fields).toEqual({});
    const sent = await send(paths.invitation(token), {}, { as: account.id });
    expect([sent.status, sent.banner]).toEqual([303, 'Invitation accepted']);
    expect((await visit(paths.ownEmails(), { as: account.id })).text).toContain(address);
    expect((await visit(paths.audit(), { as: account.id })).status).toBe(200);
  });

  test('of an address with an account asks its holder to sign in, and nobody else can take it', async () => {
    const { token, address } = await invite();
    const holder = await makeAccount({ address: freshAddress(), secondFactor: false });
    await database.db.personEmail.updateMany({ where: { personId: holder.id }, data: { address } });
    const page = await visit(paths.invitation(token));
    expect(page.text).toContain('This address has an account.');
    expect(page.links.map(({ href }) => href)).toContain(
      `${paths.signIn()}?from=${encodeURIComponent(paths.invitation(token))}`,
    );
    const other = await makeAccount({ name: 'Not The One' });
    const foreign = await visit(paths.invitation(token), { as: other.id });
    expect(foreign.text).toContain('You are signed in as Not The One, but this address belongs to another');
    expect((await send(paths.invitation(token), {}, { as: other.id })).status).toBe(422);
  });

  test('is not taken up half signed in', async () => {
    const { token } = await invite();
    const account = await makeAccount();
    const cookie = await halfwayCookie(account.id);
    expect((await send(paths.invitation(token), {}, { cookie })).location).toContain(
      paths.secondFactorChallenge(),
    );
  });

  test('that nobody sent is not there', async () => {
    expect((await visit(paths.invitation('z'.repeat(43)))).status).toBe(404);
    expect((await send(paths.invitation('z'.repeat(43)), NEW)).status).toBe(404);
  });
});
