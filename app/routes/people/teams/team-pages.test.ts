import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { showReference } from '~/domain/reference';
import { useDatabase } from '../../../../tests/support/database';
import { makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let coordinator: string;
let member: string;
let unverified: string;
const who = { owner: '', author: '', ownerReference: '', authorReference: '' };
let team: Awaited<ReturnType<typeof makeTeam>>;
let unit: Awaited<ReturnType<typeof makeOrganisation>>;

beforeAll(async () => {
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  member = (await makePerson({ roles: ['auditor'] })).id;
  unverified = (await makePerson({ verified: false })).id;
  const owner = await makePerson({ name: 'Owen Owner', expert: true });
  const author = await makePerson({ name: 'Ada Author' });
  Object.assign(who, {
    owner: owner.id,
    ownerReference: owner.reference,
    author: author.id,
    authorReference: author.reference,
  });
  unit = await makeOrganisation({ kind: 'law-enforcement-agency' });
  team = await makeTeam({
    organisationId: unit.id,
    members: [
      { personId: owner.id, roles: ['seniorResponsibleOwner'] },
      { personId: author.id, roles: ['author'] },
    ],
  });
});

const addressOf = async (personId: string) =>
  (await database.db.personEmail.findFirstOrThrow({ where: { personId } })).address;

describe('a team', () => {
  test('shows the network who does what, and leads to listed profiles', async () => {
    const page = await visit(paths.team(team.reference), { as: member });
    expect(page.heading).toBe(team.name);
    expect(page.rows.map((row) => row.slice(0, 2))).toEqual([
      ['Ada Author', 'Author'],
      ['Owen Owner', 'Senior responsible owner'],
    ]);
    expect(page.links).toContainEqual({ text: 'Owen Owner', href: paths.expert(who.ownerReference) });
    expect(page.links.map(({ text }) => text)).not.toContain('Ada Author');
    expect(await deadLinks(page, { as: member })).toEqual([]);
  });

  test('is closed to visitors and unverified people, and one of nobody is not there', async () => {
    expect((await visit(paths.team(team.reference))).location).toContain(paths.signIn());
    expect((await visit(paths.team(team.reference), { as: unverified })).status).toBe(403);
    expect((await visit(paths.team('22222222'), { as: member })).status).toBe(404);
  });

  test('offers changes to its senior responsible owner and to those who keep house', async () => {
    for (const as of [who.owner, coordinator]) {
      const page = await visit(paths.team(team.reference), { as });
      expect(page.links.map(({ text }) => text)).toContain('Add a member');
      expect(page.links.map(({ text }) => text)).toContain('Change Ada Author');
      expect(await deadLinks(page, { as })).toEqual([]);
    }
    for (const as of [who.author, member]) {
      const page = await visit(paths.team(team.reference), { as });
      expect(page.links.map(({ text }) => text).join(' ')).not.toMatch(/Add a member|Change/);
    }
  });

  test('without members teaches what a team needs', async () => {
    const empty = await makeTeam();
    const page = await visit(paths.team(empty.reference), { as: member });
    expect(page.text).toContain('Nobody belongs to this team yet');
  });
});

describe('adding a member', () => {
  const address = () => paths.addTeamMember(team.reference);

  test('puts them on the page and tells them their roles', async () => {
    const { id } = await makePerson({ name: 'New Comer' });
    const fields = { address: (await addressOf(id)).toUpperCase(), roles: ['evaluator', 'moderator'] };
    const sent = await send(address(), fields, { as: who.owner });
    expect([sent.status, sent.location, sent.banner]).toEqual([
      303,
      paths.team(team.reference),
      'Member added',
    ]);
    expect((await visit(paths.team(team.reference), { as: member })).text).toContain(
      'New ComerEvaluator, moderator',
    );
    expect((await visit(paths.account(), { as: id })).text).toContain(`${team.name}: Evaluator, moderator`);
    const again = await send(address(), fields, { as: who.owner });
    expect(again.status).toBe(422);
    expect(again.errors).toHaveLength(1);
  });

  test('by an address in small letters of the team leads back to the team', async () => {
    const { id } = await makePerson();
    const small = showReference(team.reference).toLowerCase();
    const fields = { address: await addressOf(id), roles: ['observer'] };
    const sent = await send(`/teams/${small}/add-member`, fields, { as: who.owner });
    expect(sent.status).toBe(303);
    expect((await visit(sent.location ?? '', { as: who.owner })).heading).toBe(team.name);
  });

  test.each([
    ['nobody’s address', { address: 'nobody-at-all@example.org', roles: ['author'] }, 'address'],
    ['no address', { address: 'nobody', roles: ['author'] }, 'address'],
    ['no role', { address: '', roles: [] as string[] }, 'roles'],
  ])('%s is refused beside the field, and the rest is kept', async (_what, over, name) => {
    const typed = over.address === '' ? await addressOf(member) : over.address;
    const page = await send(address(), { ...over, address: typed }, { as: who.owner });
    expect(page.status).toBe(422);
    expect(page.messageBeside(name)).toBe(page.errors[0]);
    expect(page.fields).toMatchObject({ address: typed, roles: over.roles });
  });

  test('of nobody verified, suspended, or by a role of nobody does nothing', async () => {
    const suspended = await makePerson();
    await database.db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
    for (const id of [unverified, suspended.id]) {
      const fields = { address: await addressOf(id), roles: ['author'] };
      const page = await send(address(), fields, { as: who.owner });
      expect(page.messageBeside('address')).toContain('No verified member uses this address');
    }
    const fields = { address: await addressOf(member), roles: ['emperor'] };
    expect((await send(address(), fields, { as: who.owner })).status).toBe(422);
  });

  test('is denied to everybody else', async () => {
    const fields = { address: await addressOf(member), roles: ['seniorResponsibleOwner'] };
    expect((await visit(address())).location).toContain(paths.signIn());
    for (const as of [who.author, member, unverified]) {
      expect((await visit(address(), { as })).status).toBe(403);
      expect((await send(address(), fields, { as })).status).toBe(403);
    }
  });
});

describe('changing a member', () => {
  test('starts from the roles held; without one the person leaves', async () => {
    const { id, reference } = await makePerson({ name: 'Lea Ver' });
    const fields = { address: await addressOf(id), roles: ['author', 'observer'] };
    await send(paths.addTeamMember(team.reference), fields, { as: who.owner });
    const address = paths.changeTeamMember(team.reference, reference);
    const page = await visit(address, { as: who.owner });
    expect(page.heading).toBe('Lea Ver');
    expect(page.fields['roles']).toEqual(expect.arrayContaining(['author', 'observer']));
    const changed = await send(address, { roles: ['budgetHolder'] }, { as: who.owner });
    expect(changed.banner).toBe('Roles changed');
    expect((await visit(paths.team(team.reference), { as: member })).text).toContain('Lea VerBudget holder');
    const left = await send(address, {}, { as: who.owner });
    expect(left.banner).toBe('The person has left the team');
    expect((await visit(paths.team(team.reference), { as: member })).text).not.toContain('Lea Ver');
    expect((await visit(address, { as: who.owner })).status).toBe(404);
    expect((await send(address, { roles: ['author'] }, { as: who.owner })).status).toBe(404);
  });

  test('is denied to others; somebody who is not in the team is not there', async () => {
    const address = paths.changeTeamMember(team.reference, who.authorReference);
    for (const as of [who.author, member, unverified]) {
      expect((await visit(address, { as })).status).toBe(403);
      expect((await send(address, { roles: ['seniorResponsibleOwner'] }, { as })).status).toBe(403);
    }
    const { reference } = await makePerson();
    expect((await visit(paths.changeTeamMember(team.reference, reference), { as: who.owner })).status).toBe(
      404,
    );
  });
});

describe('setting up a team', () => {
  const address = () => paths.newTeam(unit.reference);

  test('is for those who keep house', async () => {
    for (const as of [who.owner, member, unverified]) {
      expect((await visit(address(), { as })).status).toBe(403);
      expect((await send(address(), { name: 'Mine' }, { as })).status).toBe(403);
    }
    expect((await visit(address())).location).toContain(paths.signIn());
  });

  test('leads to the team, which stands with its organisation', async () => {
    const fields = { name: 'Cargo desk', purpose: 'Theft from lorries' };
    const sent = await send(address(), fields, { as: coordinator });
    expect(sent.banner).toBe('Team set up. Add its members next');
    expect((await visit(sent.location ?? '', { as: coordinator })).heading).toBe('Cargo desk');
    expect((await visit(paths.organisation(unit.reference), { as: member })).text).toContain(
      'Cargo desk, 0 membersTheft from lorries',
    );
  });

  test.each([
    ['no name', { name: ' ' }, 'name', 'Enter a name'],
    ['too long a name', { name: LONG }, 'name', 'Use 120 characters or fewer'],
    ['too long a purpose', { name: 'Kept', purpose: LONG }, 'purpose', 'Use 1,000 characters or fewer'],
  ])('%s is refused beside the field and kept', async (_what, fields, name, says) => {
    const page = await send(address(), fields, { as: coordinator });
    expect(page.status).toBe(422);
    expect(page.messageBeside(name)).toBe(says);
    expect(page.fields).toMatchObject(fields);
  });

  test.each(HOSTILE)('%s as a name and purpose is text', async (_what, text) => {
    const sent = await send(address(), { name: text, purpose: text }, { as: coordinator });
    for (const path of [sent.location ?? '', paths.organisation(unit.reference)]) {
      const page = await visit(path, { as: coordinator });
      expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    }
  });
});
