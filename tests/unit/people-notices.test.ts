import { beforeAll, describe, expect, test } from 'vitest';
import { matchRoutes } from '@remix-run/react';
import { newId } from '~/platform/ids.server';
import { paths } from '~/paths';
import addresses from '~/routes';
import { useDatabase } from '../support/database';
import { makeOrganisation, makePerson, makeTeam } from '../support/factories/people';
import { send } from '../support/site';
import type { SealedFact } from '~/domain/reactions.server';
import { pages } from '~/domain/notifications/addresses';
import { notifying } from '~/domain/notifications/notify.server';
import { noticeRules } from '~/domain/notifications/rules/all.server';

const store = useDatabase();
const reaction = notifying(noticeRules);
let administrator: string;
let coordinator: string;
let person: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
  administrator = (await makePerson({ roles: ['administrator'] })).id;
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  person = await makePerson({ name: 'Told Person' });
});

/** Lets the newest fact of that name have its effect; returns the notices of it. */
async function tell(name: string) {
  const fact = await store.db.fact.findFirstOrThrow({ where: { name }, orderBy: { number: 'desc' } });
  const sealed: SealedFact = {
    id: fact.id,
    position: '1',
    name,
    actorId: fact.actorId,
    noun: fact.noun,
    nounId: fact.nounId,
    at: fact.at,
    data: fact.data as Record<string, unknown>,
  };
  await reaction.react(sealed);
  const notices = await store.db.notice.findMany({ where: { factId: fact.id }, include: { mail: true } });
  for (const { path } of notices)
    expect(
      matchRoutes(addresses as Parameters<typeof matchRoutes>[0], path ?? '')?.at(-1)?.route.path,
    ).not.toBe('*');
  return notices.map(({ personId, subject, body, path, mail }) => ({
    personId,
    subject,
    body,
    path,
    written: mail !== null,
  }));
}

describe('roles', () => {
  test.each([
    ['coordinator', 'coordinator'],
    ['auditor', 'auditor'],
    ['committeeReader', 'committee reader'],
  ])('%s: the person is told when it is given and when it is taken back', async (role, words) => {
    await send(paths.grantRole(person.reference), { role }, { as: administrator });
    expect(await tell('RoleWasGranted')).toMatchObject([
      { personId: person.id, subject: `You are now ${words}`, path: '/account', written: true },
    ]);
    await send(paths.revokeRole(person.reference), { role }, { as: administrator });
    expect(await tell('RoleWasRevoked')).toMatchObject([
      { personId: person.id, subject: `You are no longer ${words}` },
    ]);
  });
});

describe('teams', () => {
  test('whoever is added, changed or taken out is told, and not whoever did it', async () => {
    const owner = await makePerson();
    const team = await makeTeam({ members: [{ personId: owner.id, roles: ['seniorResponsibleOwner'] }] });
    const { address } = await store.db.personEmail.findFirstOrThrow({ where: { personId: person.id } });
    const as = { as: owner.id };
    await send(paths.addTeamMember(team.reference), { address, roles: ['author'] }, as);
    expect(await tell('TeamMemberWasAdded')).toMatchObject([
      { personId: person.id, subject: `You are in the team ${team.name}`, path: paths.team(team.reference) },
    ]);
    const member = paths.changeTeamMember(team.reference, person.reference);
    await send(member, { roles: ['observer'] }, as);
    expect(await tell('TeamRolesWereChanged')).toMatchObject([
      { personId: person.id, subject: `Your roles in the team ${team.name} were changed` },
    ]);
    await send(member, {}, as);
    expect(await tell('TeamMemberHasLeft')).toMatchObject([
      { personId: person.id, subject: `You have left the team ${team.name}` },
    ]);
    const own = await store.db.person.findUniqueOrThrow({ where: { id: owner.id } });
    const ownPlace = paths.changeTeamMember(team.reference, own.reference);
    await send(ownPlace, { roles: ['seniorResponsibleOwner', 'author'] }, as);
    expect(await tell('TeamRolesWereChanged')).toEqual([]);
  });
});

describe('joining', () => {
  const asking = async () => {
    const asker = await makePerson({ verified: false });
    await send(paths.requestToJoin(), { organisationName: 'Elsewhere', reason: 'Ports' }, { as: asker.id });
    const { reference } = await store.db.joinRequest.findFirstOrThrow({ where: { personId: asker.id } });
    return { asker, address: paths.joinRequest(reference) };
  };

  test('coordinators hear that somebody asks, without the words of it', async () => {
    await asking();
    const notices = await tell('JoinWasRequested');
    expect(notices.map(({ personId }) => personId)).toEqual([coordinator]);
    expect(notices[0]).toMatchObject({ path: '/desk', body: 'A request to join waits on the desk.' });
  });

  test('whoever asked hears the answer, with the reason', async () => {
    const one = await asking();
    await send(one.address, { decision: 'accept', reason: '' }, { as: coordinator });
    expect(await tell('JoinWasAccepted')).toMatchObject([
      { personId: one.asker.id, subject: 'You are a member of the network' },
    ]);
    const two = await asking();
    await send(two.address, { decision: 'decline', reason: 'Who are you?' }, { as: coordinator });
    expect(await tell('JoinWasDeclined')).toMatchObject([{ personId: two.asker.id, body: 'Who are you?' }]);
  });
});

describe('the own account', () => {
  test('a confirmed claim is told to its person', async () => {
    const organisation = await makeOrganisation();
    await send(paths.ownAffiliations(), { organisation: organisation.reference }, { as: person.id });
    const fields = { organisation: organisation.reference };
    await send(paths.confirmAffiliation(person.reference), fields, { as: coordinator });
    expect(await tell('AffiliationWasConfirmed')).toMatchObject([
      { personId: person.id, subject: 'Your affiliation is confirmed' },
    ]);
  });

  test('nobody is told of what is not there any more', async () => {
    const sealed: SealedFact = {
      id: newId(),
      position: '1',
      name: 'RoleWasGranted',
      actorId: null,
      noun: 'person',
      nounId: newId(),
      at: new Date(),
      data: { role: 'auditor' },
    };
    await reaction.react(sealed);
    expect(await store.db.notice.count({ where: { factId: sealed.id } })).toBe(0);
  });
});

test('every kind of page that notices lead to is one of the product', () => {
  for (const [name, page] of Object.entries(pages)) {
    const route = matchRoutes(addresses as Parameters<typeof matchRoutes>[0], page('H7K4QXM2'))?.at(
      -1,
    )?.route;
    expect([name, route?.path === '*']).toEqual([name, false]);
  }
});

describe('two accounts of one person', () => {
  const propose = async () => {
    const [kept, merged] = [await makePerson(), await makePerson()];
    const about = [kept.reference, merged.reference] as const;
    const form = { kept: about[0], merged: about[1], reason: 'Both wrote to me.' };
    const { location } = await send(paths.proposePersonMerge(...about), form, { as: coordinator });
    return { kept, address: location ?? '' };
  };

  test('the other coordinators hear of a proposal, and the person of the merge', async () => {
    const second = (await makePerson({ roles: ['coordinator'] })).id;
    const { kept, address } = await propose();
    const told = await tell('PersonMergeWasProposed');
    expect(told).toContainEqual(expect.objectContaining({ personId: second, path: address }));
    expect(told.map(({ personId }) => personId)).not.toContain(coordinator);
    await send(address, { decision: 'accept', reason: '' }, { as: second });
    const facts = await store.db.fact.findMany({ where: { name: 'PersonsWereMerged' } });
    expect(facts).toHaveLength(2);
    const notices = [];
    for (const fact of facts) {
      const data = fact.data as Record<string, unknown>;
      const { id, name, actorId, noun, nounId, at } = fact;
      await reaction.react({ id, position: '1', name, actorId, noun, nounId, at, data });
      notices.push(...(await store.db.notice.findMany({ where: { factId: id } })));
    }
    expect(notices).toMatchObject([{ personId: kept.id, subject: 'Your two accounts are one now' }]);
  });

  test('whoever proposed it hears why not', async () => {
    const { address } = await propose();
    await send(address, { decision: 'decline', reason: 'Mother and daughter' }, { as: administrator });
    expect(await tell('PersonMergeWasDeclined')).toMatchObject([
      { personId: coordinator, body: 'Mother and daughter', path: address },
    ]);
  });
});
