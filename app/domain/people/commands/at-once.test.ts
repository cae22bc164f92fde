import { expect, test } from 'vitest';
import {
  actorFor,
  actorInSession,
  makeAccount,
  makeOrganisation,
  makePerson,
} from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { ending } from '../../../../tests/support/outcome';
import { run, type Outcome } from '../../command.server';
import { addOrganisation } from './add-organisation.server';
import { changeExpertProfile } from './change-expert-profile.server';
import { changeOwnDetails } from './change-own-details.server';
import { claimAffiliation } from './claim-affiliation.server';
import { confirmAffiliation } from './confirm-affiliation.server';
import { endAffiliation } from './end-affiliation.server';
import { grantRole } from './grant-role.server';
import { invitePeople } from './invite-people.server';
import { removeEmail } from './remove-email.server';
import { revokeRole } from './revoke-role.server';
import { unlinkOrcid } from './unlink-orcid.server';

const base = useDatabase();
const factsCalled = (name: string, nounId: string) => base.db.fact.count({ where: { name, nounId } });

/** Four windows that were all opened before any of them was sent. */
async function fourTimes(once: () => Promise<Outcome<unknown>>): Promise<string[]> {
  const [first, ...rest] = (await Promise.all([once(), once(), once(), once()]))
    .map(ending)
    .sort((one) => (one === 'done' ? -1 : 1));
  expect(first).toBe('done');
  return [...new Set(rest)];
}

test('a role is given once and taken once, and the trail says so once', async () => {
  const administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  const { id, reference } = await makePerson();
  const input = { person: reference, role: 'auditor' };
  expect(await fourTimes(() => run(grantRole, administrator, input))).toEqual(['RoleIsHeld']);
  expect(await fourTimes(() => run(revokeRole, administrator, input))).toEqual(['RoleIsNotHeld']);
  expect([await factsCalled('RoleWasGranted', id), await factsCalled('RoleWasRevoked', id)]).toEqual([1, 1]);
});

test('an affiliation is confirmed once, and ended once', async () => {
  const actor = await actorInSession((await makeAccount()).id);
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const { reference } = await makeOrganisation();
  await run(claimAffiliation, actor, { organisation: reference, startsOn: '2024-09-01' });
  const claim = { person: actor.reference, organisation: reference };
  expect(await fourTimes(() => run(confirmAffiliation, coordinator, claim))).toEqual(['hidden']);
  const end = { organisation: reference, endsOn: '2025-08-31' };
  expect(await fourTimes(() => run(endAffiliation, actor, end))).toEqual(['hidden']);
  for (const name of ['AffiliationWasConfirmed', 'AffiliationHasEnded'])
    expect(await factsCalled(name, actor.id), name).toBe(1);
});

test('of four windows with the same form one is saved, and the others are told', async () => {
  const { id, address } = await makeAccount();
  const actor = await actorInSession(id);
  const profile = { summary: 'Ports', listed: true, availability: 'limited', revision: 0 };
  const changed = { ...profile, revision: 1 };
  for (const input of [profile, changed])
    expect(await fourTimes(() => run(changeExpertProfile, actor, input))).toEqual(['ProfileHasChanged']);
  const { revision } = await base.db.person.findUniqueOrThrow({ where: { id } });
  const details = { name: 'Ann Other', revision };
  expect(await fourTimes(() => run(changeOwnDetails, actor, details))).toEqual(['DetailsHaveChanged']);
  const spare = `spare-${address}`;
  await base.db.personEmail.create({
    data: { personId: id, address: spare, primary: false, verifiedAt: new Date() },
  });
  expect(await fourTimes(() => run(removeEmail, actor, { address: spare }))).toEqual(['hidden']);
  await base.db.person.update({
    where: { id },
    data: { orcid: '0000-0002-1825-0097', orcidVerifiedAt: new Date() },
  });
  expect(await fourTimes(() => run(unlinkOrcid, actor, {}))).toEqual(['hidden']);
  expect(await factsCalled('OrcidWasUnlinked', id)).toBe(1);
});

test('one organisation comes of a name, and one invitation of an address', async () => {
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const organisation = { name: 'Institute of Four Windows', kind: 'university', changeNote: 'New' };
  expect(await fourTimes(() => run(addOrganisation, coordinator, organisation))).toEqual([
    'OrganisationIsKnown',
  ]);
  const list = 'name,email\nAnn Invited,ann.invited@example.org';
  expect(await fourTimes(() => run(invitePeople, coordinator, { list, expected: 1 }))).toEqual([
    'ListHasChanged',
  ]);
});
