import { expect, test } from 'vitest';
import {
  actorFor,
  actorInSession,
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
  makeTeam,
  visitor,
} from '../../../../tests/support/factories/people';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { invitationOfLetter } from '../queries/invitation-of-letter.server';
import { invitationPlan } from '../queries/invitation-plan.server';
import { invitations } from '../queries/invitations.server';
import { acceptInvitation } from './accept-invitation.server';
import { invitePeople } from './invite-people.server';
import { invitePerson } from './invite-person.server';
import { revokeInvitation } from './revoke-invitation.server';
import { takeUpInvitation } from './take-up-invitation.server';

const base = useDatabase();
const peer = '10.4.0.1';
const NEW = { name: 'Ada Example', password: 'three random words here', peer };
const administrator = async () => actorFor((await makePerson({ roles: ['administrator'] })).id);
const coordinator = async () => actorFor((await makePerson({ roles: ['coordinator'] })).id);
let addresses = 0;
const fresh = () => `invited-${(addresses += 1)}@example.org`;

test('an invitation carries organisation, team, roles and expertise to whoever accepts it', async () => {
  const address = fresh();
  const team = await makeTeam();
  const input = {
    address,
    team: team.reference,
    teamRoles: ['author', 'observer'],
    installationRoles: ['auditor'],
    asExpert: true,
  };
  done(await run(invitePerson, await administrator(), input));
  const { token, text } = await lastLetter(address);
  expect(text).toContain(team.name);
  expect(await ask(invitationOfLetter, visitor(), { token })).toMatchObject({
    state: 'open',
    address,
    hasAccount: false,
  });
  const { personId } = done(await run(acceptInvitation, visitor(), { token, ...NEW }));
  expect(await actorFor(personId)).toMatchObject({
    verified: true,
    expert: true,
    roles: ['auditor'],
    organisationIds: [team.organisationId],
    teams: [{ teamId: team.id, roles: ['author', 'observer'] }],
  });
  expect(ending(await run(acceptInvitation, visitor(), { token, ...NEW }))).toBe('InvitationIsNotOpen');
  expect(await ask(invitationOfLetter, visitor(), { token })).toMatchObject({ state: 'accepted' });
});

test('a coordinator invites, but gives no role of the installation', async () => {
  const actor = await coordinator();
  done(await run(invitePerson, actor, { address: fresh() }));
  expect(
    ending(await run(invitePerson, actor, { address: fresh(), installationRoles: ['administrator'] })),
  ).toBe('denied');
  const member = await actorFor((await makePerson()).id);
  expect(ending(await run(invitePerson, member, { address: fresh() }))).toBe('denied');
  expect(await ask(invitations, member, {})).toBeNull();
});

test('one invitation waits at a time; an expired one makes room', async () => {
  const actor = await coordinator();
  const address = fresh();
  done(await run(invitePerson, actor, { address }));
  const first = await lastLetter(address);
  expect(ending(await run(invitePerson, actor, { address }))).toBe('InvitationIsOpen');
  await moveClock('31 days');
  expect(ending(await run(acceptInvitation, visitor(), { token: first.token, ...NEW }))).toBe(
    'InvitationIsNotOpen',
  );
  done(await run(invitePerson, await coordinator(), { address }));
});

test('an invitation taken back lets nobody in', async () => {
  const actor = await coordinator();
  const address = fresh();
  done(await run(invitePerson, actor, { address }));
  const { token } = await lastLetter(address);
  const { reference } = await base.db.invitation.findFirstOrThrow({ where: { address } });
  done(await run(revokeInvitation, actor, { invitation: reference }));
  expect(ending(await run(acceptInvitation, visitor(), { token, ...NEW }))).toBe('InvitationIsNotOpen');
  expect(ending(await run(revokeInvitation, actor, { invitation: reference }))).toBe('InvitationIsNotOpen');
});

test('somebody with an account takes it up, and the address joins the account', async () => {
  const address = fresh();
  const organisation = await makeOrganisation();
  done(await run(invitePerson, await coordinator(), { address, organisation: organisation.reference }));
  const { token } = await lastLetter(address);
  const { id } = await makeAccount({ verified: false });
  done(await run(takeUpInvitation, await actorInSession(id), { token }));
  expect(await actorInSession(id)).toMatchObject({ verified: true, organisationIds: [organisation.id] });
  const emails = await base.db.personEmail.findMany({ where: { personId: id } });
  expect(emails.map((email) => email.address)).toContain(address);
});

test('nobody takes up an invitation whose address is of another account, nor from the demonstration', async () => {
  const address = fresh();
  done(await run(invitePerson, await coordinator(), { address }));
  const { token } = await lastLetter(address);
  await makeAccount({ address });
  const other = await actorInSession((await makeAccount()).id);
  expect(ending(await run(takeUpInvitation, other, { token }))).toBe('AddressIsTaken');
  expect(ending(await run(acceptInvitation, visitor(), { token, ...NEW }))).toBe('AddressIsTaken');
  const shared = await actorFor((await makePerson()).id);
  expect(ending(await run(takeUpInvitation, shared, { token }))).toBe('denied');
});

test('an address with an account is not invited, and a team needs roles', async () => {
  const { address } = await makeAccount();
  const actor = await coordinator();
  expect(ending(await run(invitePerson, actor, { address }))).toBe('AddressHasAccount');
  const team = await makeTeam();
  expect(ending(await run(invitePerson, actor, { address: fresh(), team: team.reference }))).toBe(
    'TeamRolesAreMissing',
  );
});

test('a list is dry-run, then sent as it was shown; a changed outcome sends nothing', async () => {
  const actor = await coordinator();
  const [one, two] = [fresh(), fresh()];
  const list = `email,name\n${one},One\nnobody,Two\n${two},Three`;
  const plan = await ask(invitationPlan, actor, { list });
  if (!plan || 'fault' in plan) throw new Error('no plan');
  expect(plan.rows.map(({ problems }) => problems.length)).toEqual([0, 1, 0]);
  const sent = await base.db.invitation.count();
  done(await run(invitePerson, actor, { address: two }));
  expect(ending(await run(invitePeople, actor, { list, expected: 2 }))).toBe('ListHasChanged');
  expect(await base.db.invitation.count()).toBe(sent + 1);
  expect(done(await run(invitePeople, actor, { list, expected: 1 }))).toEqual({ count: 1 });
  expect((await lastLetter(one)).token).toHaveLength(43);
});

test('a list is for those who may invite', async () => {
  const member = await actorFor((await makePerson()).id);
  expect(await ask(invitationPlan, member, { list: 'email\na@example.org' })).toBeNull();
  expect(ending(await run(invitePeople, member, { list: 'email\na@example.org', expected: 1 }))).toBe(
    'denied',
  );
});
