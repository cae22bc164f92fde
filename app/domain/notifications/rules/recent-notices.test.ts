import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeMeasure, makeValue } from '../../../../tests/support/factories/measures';
import { makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { newReference } from '../../new-reference.server';
import { noticeRules } from './all.server';

const store = useDatabase();

interface Happening {
  name: string;
  nounId: string;
  data?: Record<string, unknown>;
}

/** What the rules of a fact would tell, before anybody is left out. */
async function toldBy({ name, nounId, data = {} }: Happening) {
  const about = {
    id: newId(),
    position: '1',
    name,
    actorId: null,
    noun: 'thing',
    nounId,
    at: new Date(),
    data,
  };
  const told = await Promise.all(
    noticeRules.filter(({ fact }) => fact === name).map((rule) => rule.tell({ db: store.db, fact: about })),
  );
  return told.flatMap((one) => (one ? [{ ...one, personIds: one.personIds.toSorted() }] : []));
}

const sorted = (...people: { id: string }[]) => people.map(({ id }) => id).toSorted();
const people = {
  owner: { id: '' },
  author: { id: '' },
  both: { id: '' },
  left: { id: '' },
  stranger: { id: '' },
};
let teamId = '';

beforeAll(async () => {
  for (const name of ['owner', 'author', 'both', 'left', 'stranger'] as const)
    people[name] = await makePerson({ name });
  const { owner, author, both, left } = people;
  const team = await makeTeam({
    members: [
      { personId: owner.id, roles: ['seniorResponsibleOwner'] },
      { personId: author.id, roles: ['author'] },
      { personId: both.id, roles: ['author', 'seniorResponsibleOwner'] },
      { personId: left.id, roles: ['seniorResponsibleOwner'] },
    ],
  });
  teamId = team.id;
  await store.db.teamMembership.updateMany({
    where: { teamId, personId: left.id },
    data: { endsAt: new Date() },
  });
});

test.each([
  'InterimSetIsExpiring',
  'InterimSetHasExpired',
  'TeamWasAuthorisedToRate',
  'JointSetWasProposed',
  'JointSetWasRevised',
  'JointSetWasPublished',
  'JointSetWasWithdrawn',
  'MeasureValueWasValidated',
  'FollowUpIsDue',
  'FollowUpIsOverdue',
  'InformationRequestWasLogged',
  'InformationRequestIsDueSoon',
  'InformationRequestIsDueToday',
  'InformationRequestIsOverdue',
  'InformationRequestWasExtended',
  'InformationRequestWasClosed',
  'RequestWasClarified',
  'BidderWasConsulted',
  'BidderHasAnswered',
  'ReleaseWasPrepared',
  'ReleaseWasReturned',
  'PackWasReleased',
])('%s has one rule, and of a thing that is gone it tells nobody', async (name) => {
  expect(noticeRules.filter(({ fact }) => fact === name)).toHaveLength(1);
  expect(await toldBy({ name, nounId: newId() })).toEqual([]);
  expect(await toldBy({ name, nounId: newId(), data: { releaseId: newId(), valueId: 7 } })).toEqual([]);
});

describe('a team that may rate', () => {
  test('its authors and owners are told, once each; nobody who has left', async () => {
    const { name } = await store.db.team.findUniqueOrThrow({ where: { id: teamId } });
    expect(await toldBy({ name: 'TeamWasAuthorisedToRate', nounId: teamId })).toEqual([
      {
        personIds: sorted(people.owner, people.author, people.both),
        subject: `${name} can rate what is understood`,
        body: 'Its authors and senior responsible owners judge how well each threat area is understood, and keep indicators.',
        path: '/strategy/understanding',
      },
    ]);
  });
});

describe('a figure that somebody validated', () => {
  test('is told to whoever recorded it, and to nobody without it', async () => {
    const measure = await makeMeasure({ createdById: people.owner.id, name: 'Cases <closed>' });
    const value = await makeValue({
      ...{ measureId: measure.id, recordedById: people.author.id },
      ...{ startsOn: new Date('2026-01-01'), value: 7 },
    });
    const validated = (data: Record<string, unknown>) =>
      toldBy({ name: 'MeasureValueWasValidated', nounId: measure.id, data });
    expect(await validated({ valueId: value.id })).toMatchObject([
      { personIds: [people.author.id], subject: 'Validated: Cases <closed>' },
    ]);
    for (const data of [{}, { valueId: null }, { valueId: 7 }, { valueId: newId() }])
      expect(await validated(data)).toEqual([]);
  });
});

describe('a look at what became of a measure', () => {
  let coordinator = { id: '' };
  const due = async (months: number, ownerId: string | null) => {
    const measure = await makeMeasure({ createdById: people.owner.id, name: 'Quiet streets' });
    await store.db.followUp.deleteMany({ where: { measureId: measure.id } });
    return store.db.followUp.create({
      data: {
        ...{ id: newId(), reference: newReference(), subject: 'measure', measureId: measure.id },
        ...{ months, dueOn: new Date('2026-03-31'), ownerId },
      },
    });
  };

  beforeAll(async () => {
    coordinator = await makePerson({ roles: ['coordinator'] });
  });

  test('is told to whoever looks', async () => {
    const { id } = await due(12, people.owner.id);
    expect(await toldBy({ name: 'FollowUpIsDue', nounId: id })).toMatchObject([
      { personIds: [people.owner.id], subject: 'What became of it after 12 months: Quiet streets' },
    ]);
  });

  test('is told to coordinators where nobody looks, and when nobody looked', async () => {
    const { id } = await due(12, null);
    expect(await toldBy({ name: 'FollowUpIsDue', nounId: id })).toMatchObject([
      { personIds: [coordinator.id] },
    ]);
    const looked = await due(24, people.owner.id);
    expect(await toldBy({ name: 'FollowUpIsOverdue', nounId: looked.id })).toMatchObject([
      {
        personIds: [coordinator.id],
        subject: 'Nobody has looked what became of it: Quiet streets',
        body: 'The look after 24 months was due on 31 March 2026.',
      },
    ]);
  });
});
