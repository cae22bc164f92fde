import { expect, test } from 'vitest';
import { actorFor, makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { teamPage } from '../queries/team-page.server';
import { addTeamMember } from './add-team-member.server';
import { changeTeamMember } from './change-team-member.server';
import { createTeam } from './create-team.server';

const base = useDatabase();
const coordinator = async () => actorFor((await makePerson({ roles: ['coordinator'] })).id);
const addressOf = async (personId: string) =>
  (await base.db.personEmail.findFirstOrThrow({ where: { personId } })).address;

test('a coordinator sets up a team; its name stands once in the organisation', async () => {
  const actor = await coordinator();
  const organisation = await makeOrganisation();
  const input = { organisation: organisation.reference, name: 'Ports', purpose: 'Borders' };
  const { reference } = done(await run(createTeam, actor, input));
  expect(await ask(teamPage, actor, { reference })).toMatchObject({
    name: 'Ports',
    members: [],
    may: { change: true },
  });
  expect(ending(await run(createTeam, actor, { ...input, name: 'PORTS' }))).toBe('TeamNameIsTaken');
  const member = await actorFor((await makePerson()).id);
  expect(ending(await run(createTeam, member, { ...input, name: 'Mine' }))).toBe('denied');
});

test('members are added by address, with roles, and only verified ones', async () => {
  const owner = await makePerson();
  const team = await makeTeam({ members: [{ personId: owner.id, roles: ['seniorResponsibleOwner'] }] });
  const actor = await actorFor(owner.id);
  const { id } = await makePerson();
  const add = { team: team.reference, address: await addressOf(id) };
  expect(ending(await run(addTeamMember, actor, add))).toBe('TeamRolesAreMissing');
  done(await run(addTeamMember, actor, { ...add, roles: ['author'] }));
  expect((await actorFor(id)).teams).toMatchObject([{ teamId: team.id, roles: ['author'] }]);
  expect(ending(await run(addTeamMember, actor, { ...add, roles: ['author'] }))).toBe('PersonIsInTeam');
  const unverified = await makePerson({ verified: false });
  const stranger = { team: team.reference, address: await addressOf(unverified.id), roles: ['author'] };
  expect(ending(await run(addTeamMember, actor, stranger))).toBe('NoMemberUsesAddress');
});

test('a change of roles ends one spell and begins another; no role ends the membership', async () => {
  const actor = await coordinator();
  const { id, reference } = await makePerson();
  const team = await makeTeam({ members: [{ personId: id, roles: ['author'] }] });
  const change = { team: team.reference, person: reference };
  done(await run(changeTeamMember, actor, { ...change, roles: ['author', 'evaluator'] }));
  expect((await actorFor(id)).teams).toMatchObject([{ roles: ['author', 'evaluator'] }]);
  expect(await base.db.teamMembership.count({ where: { teamId: team.id, personId: id } })).toBe(2);
  expect(done(await run(changeTeamMember, actor, { ...change, roles: [] }))).toEqual({ stays: false });
  expect((await actorFor(id)).teams).toEqual([]);
  expect(ending(await run(changeTeamMember, actor, { ...change, roles: ['author'] }))).toBe('hidden');
});

test.each(['author', 'budgetHolder', 'evaluator', 'moderator', 'observer'] as const)(
  'the %s of a team does not change who belongs to it',
  async (role) => {
    const { id, reference } = await makePerson();
    const team = await makeTeam({ members: [{ personId: id, roles: [role] }] });
    const actor = await actorFor(id);
    const outcome = await run(changeTeamMember, actor, {
      team: team.reference,
      person: reference,
      roles: ['moderator'],
    });
    expect(ending(outcome)).toBe('denied');
    expect(await ask(teamPage, actor, { reference: team.reference })).toMatchObject({
      may: { change: false },
    });
  },
);

test("another team's owner, and whoever is not verified, change and see nothing", async () => {
  const { id } = await makePerson();
  await makeTeam({ members: [{ personId: id, roles: ['seniorResponsibleOwner'] }] });
  const member = await makePerson();
  const team = await makeTeam({ members: [{ personId: member.id, roles: ['author'] }] });
  const change = { team: team.reference, person: member.reference, roles: ['observer'] };
  expect(ending(await run(changeTeamMember, await actorFor(id), change))).toBe('denied');
  const unverified = await actorFor((await makePerson({ verified: false })).id);
  expect(await ask(teamPage, unverified, { reference: team.reference })).toBeNull();
});

test('the database holds one open membership a person, with a role', async () => {
  const { id } = await makePerson();
  const team = await makeTeam({ members: [{ personId: id, roles: ['author'] }] });
  const row = { teamId: team.id, personId: id, startsAt: new Date() };
  await expect(
    base.db.teamMembership.create({ data: { ...row, id: team.id, roles: ['author'] } }),
  ).rejects.toThrow();
  const other = { ...row, id: team.id, personId: (await makePerson()).id };
  await expect(base.db.teamMembership.create({ data: { ...other, roles: [] } })).rejects.toThrow();
});
