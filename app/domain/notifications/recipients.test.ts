import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../tests/support/database';
import { makeBid } from '../../../tests/support/factories/bids';
import { makeOrganisation, makePerson, makeTeam } from '../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion } from '../../../tests/support/factories/questions';
import {
  coordinators,
  expertsOf,
  followersOf,
  matchedExperts,
  membersOfBid,
  MOST_MATCHED,
  teamOf,
  unwalled,
} from './recipients.server';

const store = useDatabase();
const AREA = { scheme: 'threatArea' as const, slug: 'illegal-drugs' };
let question: Awaited<ReturnType<typeof makeQuestion>>;

beforeAll(async () => {
  question = await makeQuestion({ terms: [AREA] });
});

const sorted = (ids: (string | undefined)[]) => [...ids].sort();

const wall = (personId: string, over: { bidId?: string; liftedAt?: Date; liftedReason?: string } = {}) =>
  store.db.wall.create({
    data: {
      id: newId(),
      questionId: question.id,
      personId,
      reason: 'Former colleague',
      raisedAt: new Date(),
      ...over,
    },
  });

async function expertOn(slug: string, over: Record<string, unknown> = {}) {
  const person = await makePerson({ expert: true });
  const term = await store.db.term.findFirstOrThrow({ where: { scheme: 'threatArea', slug } });
  await store.db.expertTerm.create({ data: { personId: person.id, termId: term.id } });
  await store.db.expertProfile.update({ where: { personId: person.id }, data: over });
  return person.id;
}

describe('the asking team', () => {
  test('is everybody in it, or those who hold a role', async () => {
    const { authorId, ownerId, budgetHolderId, moderatorId, evaluatorId } = question.asking;
    const all = [authorId, ownerId, budgetHolderId, moderatorId, evaluatorId];
    expect(sorted(await teamOf(store.db, question.id))).toEqual(sorted(all));
    expect(await teamOf(store.db, question.id, 'seniorResponsibleOwner')).toEqual([ownerId]);
    expect(sorted(await teamOf(store.db, question.id, 'author', 'moderator'))).toEqual(
      sorted([authorId, moderatorId]),
    );
    expect(await teamOf(store.db, question.id, 'observer')).toEqual([]);
  });

  test('is nobody who left it', async () => {
    const asking = await makeAskingTeam();
    const other = await makeQuestion({ asking });
    await store.db.teamMembership.updateMany({
      where: { personId: asking.authorId },
      data: { endsAt: new Date() },
    });
    expect(await teamOf(store.db, other.id)).not.toContain(asking.authorId);
  });
});

describe('behind a wall', () => {
  test('nobody hears of the question; of one bid, nobody of that bid', async () => {
    const [whole, partly, free] = await Promise.all([1, 2, 3].map(async () => (await makePerson()).id));
    const bid = await makeBid({ question });
    await wall(whole!);
    await wall(partly!, { bidId: bid.id });
    const all = [whole!, partly!, free!];
    expect(sorted(await unwalled(store.db, question.id, all))).toEqual(sorted([partly, free]));
    expect(await unwalled(store.db, question.id, all, bid.id)).toEqual([free]);
    expect(await unwalled(store.db, question.id, [null, free!])).toEqual([free]);
  });

  test('that was lifted somebody hears again', async () => {
    const { id } = await makePerson();
    await wall(id, { liftedAt: new Date(), liftedReason: 'Long ago' });
    expect(await unwalled(store.db, question.id, [id])).toEqual([id]);
  });
});

describe('who follows a question', () => {
  test('watches it, showed interest, stands in a bid, or was invited by name', async () => {
    const people = await Promise.all(
      [1, 2, 3, 4, 5].map(async () => (await makePerson({ expert: true })).id),
    );
    const [watching, interested, former, invited, declined] = people;
    const own = await makeQuestion({ invited: [{ personId: invited! }, { personId: declined! }] });
    const interest = (personId: string, over: Record<string, Date | null>) =>
      store.db.questionInterest.create({ data: { questionId: own.id, personId, ...over } });
    await interest(watching!, { watchingSince: new Date() });
    await interest(interested!, { interestedAt: new Date() });
    await interest(former!, {});
    await store.db.questionInvitation.updateMany({
      where: { questionId: own.id, personId: declined! },
      data: { declinedAt: new Date(), declineCode: 'noTime' },
    });
    const bid = await makeBid({ question: own });
    const lead = await membersOfBid(store.db, bid.id);
    expect(lead).toHaveLength(1);
    expect(sorted(await followersOf(store.db, own.id))).toEqual(
      sorted([watching, interested, invited, ...lead]),
    );
  });
});

describe('experts of an invited organisation', () => {
  test('are those whose confirmed affiliation holds today', async () => {
    const organisation = await makeOrganisation();
    const belongs = await makePerson({ expert: true, organisationId: organisation.id });
    const left = await makePerson({ expert: true, organisationId: organisation.id });
    const claims = await makePerson({ expert: true, organisationId: organisation.id });
    const noExpert = await makePerson({ organisationId: organisation.id });
    await makePerson({ expert: true, organisationId: organisation.id, verified: false });
    await store.db.affiliation.updateMany({
      where: { personId: left.id },
      data: { endsOn: new Date('2021-01-01') },
    });
    await store.db.affiliation.updateMany({ where: { personId: claims.id }, data: { verifiedAt: null } });
    const told = await expertsOf(store.db, [organisation.id]);
    expect(told).toEqual([belongs.id]);
    expect(told).not.toContain(noExpert.id);
    expect(await expertsOf(store.db, [])).toEqual([]);
  });
});

describe('experts whose threat area a new question shares', () => {
  test('hear of it; whoever is unlisted, unavailable, suspended, of the team or walled does not', async () => {
    const fits = await expertOn(AREA.slug);
    const elsewhere = await expertOn('cyber-crime');
    const unlisted = await expertOn(AREA.slug, { listed: false });
    const unavailable = await expertOn(AREA.slug, { availability: 'unavailable' });
    const suspended = await expertOn(AREA.slug);
    await store.db.person.update({ where: { id: suspended }, data: { suspendedAt: new Date() } });
    const walled = await expertOn(AREA.slug);
    await wall(walled);
    const colleague = await expertOn(AREA.slug);
    await store.db.teamMembership.create({
      data: {
        id: newId(),
        teamId: question.asking.teamId,
        personId: colleague,
        roles: ['observer'],
        startsAt: new Date(),
      },
    });
    const told = await matchedExperts(store.db, question.id);
    expect(told).toContain(fits);
    for (const id of [elsewhere, unlisted, unavailable, suspended, walled, colleague])
      expect(told).not.toContain(id);
  });

  test('hear nothing of a question that is not for the whole network', async () => {
    for (const visibility of ['team', 'invited'] as const) {
      const closed = await makeQuestion({ visibility, terms: [AREA] });
      expect(await matchedExperts(store.db, closed.id)).toEqual([]);
    }
  });

  test('are no more than so many, those who share most first', async () => {
    const both = await makeQuestion({ terms: [AREA, { scheme: 'threatArea', slug: 'cyber-crime' }] });
    const best = await expertOn(AREA.slug);
    const cyber = await store.db.term.findFirstOrThrow({
      where: { scheme: 'threatArea', slug: 'cyber-crime' },
    });
    await store.db.expertTerm.create({ data: { personId: best, termId: cyber.id } });
    for (let turn = 0; turn < MOST_MATCHED; turn += 1) await expertOn(AREA.slug);
    const told = await matchedExperts(store.db, both.id);
    expect(told).toHaveLength(MOST_MATCHED);
    expect(told[0]).toBe(best);
  });
});

test('coordinators are those who are one now', async () => {
  const now = await makePerson({ roles: ['coordinator', 'auditor'] });
  const former = await makePerson({ roles: ['coordinator'] });
  await store.db.installationRoleGrant.updateMany({
    where: { personId: former.id },
    data: { revokedAt: new Date() },
  });
  await makeTeam({ members: [{ personId: former.id, roles: ['author'] }] });
  expect(await coordinators(store.db)).toEqual([now.id]);
});
