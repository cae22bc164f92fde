import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  makeAccount,
  makeOrganisation,
  makePerson,
  makeTeam,
} from '../../../../tests/support/factories/people';
import { cookieFor } from '../../../../tests/support/journey/session';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let administrator: string;
let coordinator: string;
let member: string;
const inside = () => ({ as: administrator });

beforeAll(async () => {
  administrator = (await makePerson({ name: 'Admin One', roles: ['administrator'] })).id;
  coordinator = (await makePerson({ name: 'Coord One', roles: ['coordinator'] })).id;
  member = (await makePerson({ roles: ['auditor', 'committeeReader'] })).id;
});

describe('the way in', () => {
  test('administration is for administrators', async () => {
    const page = await visit(paths.administration(), inside());
    expect(page.heading).toBe('Administration');
    expect(await deadLinks(page, inside())).toEqual([]);
    expect((await visit(paths.administration())).location).toContain(paths.signIn());
    for (const as of [coordinator, member]) {
      const denied = await visit(paths.administration(), { as });
      expect(denied.status).toBe(403);
      expect(denied.text).toContain('Only an administrator may do this.');
      expect(denied.$('header').text()).not.toContain('Administration');
    }
  });

  test('none of its pages opens to others', async () => {
    const { reference } = await makePerson();
    const one = [paths.person, paths.suspendPerson, paths.erasePerson].map((path) => path(reference));
    for (const address of [paths.people(), ...one]) {
      expect((await visit(address)).status).toBe(302);
      for (const as of [coordinator, member]) expect((await visit(address, { as })).status).toBe(403);
    }
  });

  test('none of its buttons works for others, and each attempt stands in the trail', async () => {
    const { reference } = await makePerson();
    const posts: [string, Record<string, string>][] = [
      [paths.grantRole(reference), { role: 'auditor' }],
      [paths.revokeRole(reference), { role: 'auditor' }],
      [paths.suspendPerson(reference), { reason: 'Mine' }],
      [paths.restorePerson(reference), {}],
      [paths.clearSecondFactor(reference), {}],
      [paths.erasePerson(reference), { basis: 'request', confirmation: 'x' }],
    ];
    for (const [address, fields] of posts) {
      expect((await send(address, fields)).location).toContain(paths.signIn());
      for (const as of [coordinator, member]) expect((await send(address, fields, { as })).status).toBe(403);
    }
    const denied = await database.db.fact.count({ where: { actorId: coordinator, noun: 'person' } });
    expect(denied).toBe(posts.length);
  });
});

describe('the list of people', () => {
  test('finds by a part of a name or address, and keeps the words', async () => {
    const person = await makePerson({ name: 'Zebedee Findable' });
    for (const q of ['findab', 'ZEBEDEE', person.id.slice(-12)]) {
      const page = await visit(`${paths.people()}?q=${q}`, inside());
      expect(page.rows.map(([name]) => name)).toEqual(['Zebedee Findable']);
      expect(page.fields['q']).toBe(q);
    }
    expect((await visit(`${paths.people()}?q=nobody-is-called-so`, inside())).text).toContain('Nobody fits');
  });

  test.each([['a percent sign', '%'], ['an underscore', '___'], ...HOSTILE])(
    '%s is looked for as text',
    async (_what, q) => {
      const page = await visit(`${paths.people()}?q=${encodeURIComponent(q)}`, inside());
      expect(page.status).toBe(200);
      expect(page.text).toContain('Nobody fits');
      expect(page.fields['q']).toBe(q);
    },
  );

  test('goes on 25 by 25, nobody twice and nobody left out', async () => {
    for (let turn = 0; turn < 27; turn += 1) await makePerson({ name: `Page Turner ${turn}` });
    const names: string[] = [];
    let address = `${paths.people()}?q=page+turner`;
    for (let turn = 0; turn < 3 && address; turn += 1) {
      const page = await visit(address, inside());
      names.push(...page.rows.map(([name]) => name ?? ''));
      address = page.links.find(({ text }) => text.startsWith('Next'))?.href ?? '';
    }
    expect(new Set(names).size).toBe(27);
    expect(names).toHaveLength(27);
  });

  test('says who is what', async () => {
    const suspended = await makePerson({ name: 'State Suspended' });
    await database.db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
    await makePerson({ name: 'State Unverified', verified: false });
    await makePerson({ name: 'State Member', roles: ['auditor'] });
    const { rows } = await visit(`${paths.people()}?q=State`, inside());
    expect(rows.map((row) => [row[0], row[3], row[4]])).toEqual([
      ['State Member', 'Auditor', 'Member'],
      ['State Suspended', '', 'Suspended'],
      ['State Unverified', '', 'Not verified'],
    ]);
  });

  test('an address with unknown parameters is refused', async () => {
    expect((await visit(`${paths.people()}?page=2`, inside())).status).toBe(400);
    expect((await visit(`${paths.people()}?q=${'x'.repeat(300)}`, inside())).status).toBe(400);
  });
});

describe('a person', () => {
  test('shows addresses, teams and claims, and every link leads somewhere', async () => {
    const organisation = await makeOrganisation({ name: 'Org Of Claims' });
    const person = await makeAccount({ name: 'Full Person', organisationId: organisation.id });
    const team = await makeTeam({ members: [{ personId: person.id, roles: ['moderator'] }] });
    const page = await visit(paths.person(person.reference), inside());
    expect(page.heading).toBe('Full Person');
    for (const words of [person.address, `${team.name}: Moderator`, 'Org Of Claims', 'Set up', 'Member'])
      expect(page.text).toContain(words);
    expect(page.buttons).toContain('Clear the second factor');
    expect(await deadLinks(page, inside())).toEqual([]);
    expect((await visit(paths.person('22222222'), inside())).status).toBe(404);
  });

  test('gets and loses a role, and is told', async () => {
    const person = await makePerson({ name: 'Role Taker' });
    const address = paths.person(person.reference);
    expect((await visit(address, inside())).buttons).toContain('Give the role Coordinator');
    const given = await send(paths.grantRole(person.reference), { role: 'coordinator' }, inside());
    expect([given.status, given.location, given.banner]).toEqual([303, address, 'Role given']);
    expect((await visit(address, inside())).buttons).toContain('Take back the role Coordinator');
    expect((await visit(paths.invitations(), { as: person.id })).status).toBe(200);
    const taken = await send(paths.revokeRole(person.reference), { role: 'coordinator' }, inside());
    expect(taken.banner).toBe('Role taken back');
    expect((await visit(paths.invitations(), { as: person.id })).status).toBe(403);
  });

  test('what was done meanwhile by somebody else is said, and the page leads back', async () => {
    const person = await makePerson();
    await send(paths.grantRole(person.reference), { role: 'auditor' }, inside());
    const twice = await send(paths.grantRole(person.reference), { role: 'auditor' }, inside());
    expect(twice.status).toBe(409);
    expect(twice.heading).toBe('Nothing was changed');
    expect(twice.errors).toEqual(['This person holds that role already.']);
    expect(await deadLinks(twice, inside())).toEqual([]);
    const restored = await send(paths.restorePerson(person.reference), {}, inside());
    expect(restored.errors).toEqual(['This person is not suspended.']);
    const missing = await send(paths.revokeRole(person.reference), { role: 'coordinator' }, inside());
    expect(missing.errors).toEqual(['This person does not hold that role any more.']);
    const none = await send(paths.grantRole(person.reference), { role: 'emperor' }, inside());
    expect(none.errors).toEqual(['Choose a role']);
    const cleared = await send(paths.clearSecondFactor(person.reference), {}, inside());
    expect(cleared.errors).toEqual(['This account has no second factor.']);
  });

  test('opening the address of a button leads to the person', async () => {
    const { reference } = await makePerson();
    for (const path of [paths.grantRole, paths.revokeRole, paths.restorePerson, paths.clearSecondFactor])
      expect((await visit(path(reference), inside())).location).toBe(paths.person(reference));
  });

  test('a cleared second factor has to be set up again', async () => {
    const person = await makeAccount();
    const cookie = await cookieFor(person.id);
    const sent = await send(paths.clearSecondFactor(person.reference), {}, inside());
    expect(sent.banner).toContain('sets up a new second factor at the next sign-in');
    expect((await visit(paths.account(), { cookie })).status).toBe(302);
    expect((await visit(paths.person(person.reference), inside())).buttons).not.toContain(
      'Clear the second factor',
    );
  });

  test('a claim is confirmed by one press, by a coordinator too, once', async () => {
    const organisation = await makeOrganisation();
    const person = await makePerson();
    await send(paths.ownAffiliations(), { organisation: organisation.reference }, { as: person.id });
    const page = await visit(paths.person(person.reference), inside());
    expect(page.buttons).toContain(`Confirm ${organisation.name}`);
    const fields = { organisation: organisation.reference };
    expect((await send(paths.confirmAffiliation(person.reference), fields, { as: member })).status).toBe(403);
    const sent = await send(paths.confirmAffiliation(person.reference), fields, inside());
    expect(sent.banner).toBe('Affiliation confirmed');
    expect((await visit(paths.ownAffiliations(), { as: person.id })).rows[0]?.[3]).toBe('Confirmed');
    expect((await send(paths.confirmAffiliation(person.reference), fields, inside())).status).toBe(404);
  });

  test('a coordinator who confirms a claim is not led to a page that is closed to them', async () => {
    const organisation = await makeOrganisation();
    const person = await makePerson();
    await send(paths.ownAffiliations(), { organisation: organisation.reference }, { as: person.id });
    const fields = { organisation: organisation.reference };
    const sent = await send(paths.confirmAffiliation(person.reference), fields, { as: coordinator });
    expect(sent.status).toBe(303);
    expect((await visit(sent.location ?? '', { as: coordinator })).status).toBeLessThan(400);
  });
});

describe('suspending', () => {
  test('needs a reason, signs the person out, and is taken back', async () => {
    const person = await makePerson({ name: 'Sus Pended' });
    const cookie = await cookieFor(person.id);
    const address = paths.suspendPerson(person.reference);
    for (const [reason, says] of [
      [' ', 'Say why'],
      [LONG, 'Use 500 characters or fewer'],
    ] as const) {
      const page = await send(address, { reason }, inside());
      expect(page.status).toBe(422);
      expect(page.messageBeside('reason')).toBe(says);
      if (reason === LONG) expect(page.fields['reason']).toBe(LONG);
    }
    const sent = await send(address, { reason: 'Shared the account' }, inside());
    expect(sent.banner).toBe('The person is signed out and cannot sign in');
    expect((await visit(paths.account(), { cookie })).location).toContain(paths.signIn());
    const page = await visit(paths.person(person.reference), inside());
    expect(page.text).toContain('Suspended');
    expect(page.buttons).toContain('Let the person in again');
    const twice = await send(address, { reason: 'Again' }, inside());
    expect(twice.status).toBe(409);
    expect(twice.fields['reason']).toBe('Again');
    const role = await send(paths.grantRole(person.reference), { role: 'auditor' }, inside());
    expect(role.errors[0]).toContain('cannot be given a role');
    expect((await send(paths.restorePerson(person.reference), {}, inside())).banner).toBe(
      'The person can sign in again',
    );
    expect((await visit(paths.account(), { cookie: await cookieFor(person.id) })).status).toBe(200);
  });

  test('one’s own account is not offered and not possible', async () => {
    const own = await database.db.person.findUniqueOrThrow({ where: { id: administrator } });
    const page = await visit(paths.person(own.reference), inside());
    expect(page.links.map(({ text }) => text)).not.toContain('Suspend');
    expect(page.links.map(({ text }) => text)).not.toContain('Erase');
    const sent = await send(paths.suspendPerson(own.reference), { reason: 'Me' }, inside());
    expect(sent.errors).toEqual(['You cannot suspend your own account.']);
    const fields = { basis: 'request', confirmation: own.name };
    const erased = await send(paths.erasePerson(own.reference), fields, inside());
    expect(erased.errors).toEqual(['Another administrator has to erase your account.']);
  });

  test('the last administrator stays one', async () => {
    const own = await database.db.person.findUniqueOrThrow({ where: { id: administrator } });
    const page = await send(paths.revokeRole(own.reference), { role: 'administrator' }, inside());
    expect(page.status).toBe(422);
    expect(page.heading).toBe('Nothing was changed');
    expect((await visit(paths.administration(), inside())).status).toBe(200);
  });
});

describe('erasing', () => {
  test('wants a ground and the very name, then nothing of the person can be read', async () => {
    const person = await makeAccount({ name: 'Era Sable', expert: true });
    const address = paths.erasePerson(person.reference);
    expect((await visit(address, inside())).text).toContain('This cannot be taken back.');
    const empty = await send(address, {}, inside());
    expect(empty.messageBeside('basis')).toBe('Choose the ground of the erasure');
    expect(empty.messageBeside('confirmation')).toBe('Write the name of the person to confirm');
    const wrong = await send(address, { basis: 'order', confirmation: 'era sable' }, inside());
    expect(wrong.messageBeside('confirmation')).toBe('Write the name exactly as it stands above');
    expect(wrong.fields).toMatchObject({ basis: 'order', confirmation: 'era sable' });
    const long = await send(address, { basis: 'order', confirmation: LONG }, inside());
    expect(long.messageBeside('confirmation')).not.toMatch(/expected|Too big|Invalid/);
    const sent = await send(address, { basis: 'order', confirmation: 'Era Sable' }, inside());
    expect(sent.status).toBe(303);
    const page = await visit(paths.person(person.reference), inside());
    expect(page.heading).toBe('former member');
    expect(page.html).not.toMatch(/Era Sable/);
    expect(page.html).not.toContain(person.address);
    expect(page.buttons).toEqual([]);
    expect(page.links.map(({ text }) => text)).not.toContain('Erase');
    expect((await visit(paths.expert(person.reference), inside())).status).toBe(404);
    const again = await send(address, { basis: 'order', confirmation: 'former member' }, inside());
    expect(again.status).toBe(409);
  });
});
