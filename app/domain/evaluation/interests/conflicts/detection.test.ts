import { beforeAll, describe, expect, test } from 'vitest';
import { soundingsNow } from '~/platform/clock.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { useDatabase } from '../../../../../tests/support/database';
import { makeBid, openQuestion } from '../../../../../tests/support/factories/bids';
import { makePanel, makeWall, type Panel } from '../../../../../tests/support/factories/panels';
import { makeOrganisation, makePerson } from '../../../../../tests/support/factories/people';
import { makeSharedWork } from '../../../../../tests/support/factories/shared-works';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import type { FactDraft } from '../../../fact';
import { barsOf } from '../bars.server';
import { stateOf } from './conflict';
import { STATE_SQL } from './state-sql.server';
import { suspectConflicts } from './suspect.server';

const store = useDatabase();
const year = new Date().getUTCFullYear();
const day = (of: number) => new Date(`${of}-06-01`);

let panel: Panel;
let questionId: string;
let bid: Awaited<ReturnType<typeof makeBid>>;
let rival: Awaited<ReturnType<typeof makeBid>>;
let university: Awaited<ReturnType<typeof makeOrganisation>>;
let question: Awaited<ReturnType<typeof makeQuestion>>;

const belongs = (personId: string, organisationId: string, startsOn: Date, endsOn: Date | null = null) =>
  store.db.affiliation.create({ data: { id: newId(), personId, organisationId, startsOn, endsOn } });

const wrote = (title: string, of: number, ...people: string[]) => makeSharedWork(title, people, of);

async function look() {
  const facts: FactDraft[] = [];
  const count = await store.db.$transaction(async (tx) =>
    suspectConflicts(
      { tx, now: await soundingsNow(tx), newId, newReference, record: (fact) => facts.push(fact) },
      questionId,
    ),
  );
  return { count, facts: facts.map(({ name, data }) => ({ name, data })) };
}

async function said(personId: string, bidId = bid.id) {
  const rows = await store.db.conflict.findMany({
    where: { questionId, personId, bidId },
    orderBy: { kind: 'asc' },
    include: { evidence: { orderBy: { words: 'asc' } } },
  });
  return Object.fromEntries(rows.map(({ kind, evidence }) => [kind, evidence.map(({ words }) => words)]));
}

beforeAll(async () => {
  question = await makeQuestion({ state: 'closed', routeSlug: 'funding-call' });
  questionId = question.id;
  panel = await makePanel(question, { evaluators: 5 });
  university = await makeOrganisation({ name: 'University of Wrexby', domain: 'wrexby.ac.uk' });
  const lead = await makePerson({ name: 'Ada Bidder', expert: true });
  bid = await makeBid({ question, leadId: lead.id, organisationId: university.id });
  rival = await makeBid({ question });
});

describe('looking for conflicts', () => {
  test('finds nothing while bids are sealed', async () => {
    await belongs(panel.evaluators[0].id, university.id, day(year - 8), day(year - 1));
    expect(await look()).toEqual({ count: 0, facts: [] });
    expect(await store.db.conflict.count()).toBe(0);
  });

  test('tells each thing found in words, and nothing that is long over', async () => {
    await openQuestion(question);
    const [one, two, three, four] = panel.evaluators;
    const lead = bid.leadId;
    const old = await makeOrganisation({ name: 'Wrexby College' });
    await store.db.organisation.update({ where: { id: old.id }, data: { mergedIntoId: university.id } });
    await belongs(two.id, old.id, day(year - 2));
    await belongs(two.id, (await makeOrganisation()).id, day(year - 2));
    await belongs(three!.id, university.id, day(year - 20), day(year - 5));
    await store.db.personEmail.create({
      data: { address: 'pat@law.wrexby.ac.uk', personId: three!.id, verifiedAt: new Date() },
    });
    await wrote('Ports and people', year - 1, three!.id, lead);
    await wrote('An early work', year - 9, three!.id, lead);
    const centre = await makeOrganisation({ name: 'Centre for Harbours' });
    await belongs(panel.moderator.id, centre.id, day(year - 2));
    await belongs(lead, centre.id, day(year - 4), day(year - 1));
    await store.db.registeredInterest.createMany({
      data: [
        { kind: 'family' as const, aboutPersonId: lead, untilOn: day(year - 30), note: 'Once married' },
        { kind: 'financial' as const, aboutName: 'university of WREXBY', fromOn: day(year - 1) },
        { kind: 'collaborator' as const, aboutPersonId: lead, untilOn: day(year - 6) },
        { kind: 'adviser' as const, aboutPersonId: lead, endedAt: new Date() },
      ].map((entry) => ({
        ...{ id: newId(), reference: newReference(), personId: four!.id, addedAt: new Date(), aboutName: '' },
        ...entry,
      })),
    });
    await store.db.bidMember.create({
      data: {
        ...{ bidId: rival.id, personId: panel.budgetHolder.id, role: 'partner' },
        ...{ invitedAt: new Date(), acceptedAt: new Date() },
      },
    });
    expect((await look()).facts).toEqual([{ name: 'ConflictsWereSuspected', data: { count: 8 } }]);
    expect(await said(one.id)).toEqual({
      employer: [`belonged to University of Wrexby (${year - 8} to ${year - 1})`],
    });
    expect(await said(two.id)).toEqual({ employer: [`belongs to University of Wrexby (since ${year - 2})`] });
    expect(await said(three!.id)).toEqual({
      employer: ['has an e-mail address of University of Wrexby (wrexby.ac.uk)'],
      coAuthor: [`wrote “Ports and people” (${year - 1}) with Ada Bidder`],
    });
    expect(await said(panel.moderator.id)).toEqual({
      employer: ['was at Centre for Harbours at the same time as Ada Bidder'],
    });
    expect(await said(four!.id)).toEqual({
      financial: [`declared in their register: financial, University of Wrexby (since ${year - 1})`],
      family: [`declared in their register: family, Ada Bidder (until ${year - 30}). Once married`],
    });
    expect(await said(panel.budgetHolder.id, rival.id)).toEqual({ personal: ['stands in this bid'] });
  });

  test('tells of earlier bids and awards of both, naming awards alone', async () => {
    const earlier = await makeQuestion({ state: 'closed' });
    const [winner, loser] = [await makeBid({ question: earlier }), await makeBid({ question: earlier })];
    const both = [panel.evaluators[4]!.id, rival.leadId];
    const place = { role: 'partner' as const, invitedAt: new Date(), acceptedAt: new Date() };
    await store.db.bidMember.createMany({
      data: [winner, loser].flatMap(({ id }) => both.map((personId) => ({ bidId: id, personId, ...place }))),
    });
    expect((await look()).count).toBe(0);
    await openQuestion(earlier);
    const now = await soundingsNow(store.db);
    await store.db.question.update({
      where: { id: earlier.id },
      data: { decidedAt: now, outcome: 'awarded' },
    });
    await store.db.award.create({
      data: {
        ...{ id: newId(), reference: newReference(), questionId: earlier.id, bidId: winner.id, amount: 100 },
        ...{ decidedAt: now, decidedById: earlier.asking.ownerId, noticeAt: now },
      },
    });
    expect((await look()).count).toBe(1);
    const { title } = await store.db.question.findUniqueOrThrow({ where: { id: earlier.id } });
    const { name } = await store.db.person.findUniqueOrThrow({ where: { id: rival.leadId } });
    expect(await said(both[0]!, rival.id)).toEqual({
      collaborator: [`stood in another bid (${year}) with ${name}`, `won “${title}” (${year}) with ${name}`],
    });
  });

  test('raises what was dismissed by new evidence alone', async () => {
    const author = panel.evaluators[2]!.id;
    const dismissed = await store.db.conflict.updateMany({
      where: { personId: author },
      data: {
        ...{ dismissedAt: await soundingsNow(store.db), decidedById: panel.owner.id },
        decisionReason: 'Long ago',
      },
    });
    expect(dismissed.count).toBe(2);
    expect(await look()).toEqual({ count: 0, facts: [] });
    await wrote('Another work', year, author, bid.leadId);
    expect((await look()).count).toBe(1);
    const bars = await barsOf(store.db, questionId);
    expect(bars.filter(({ personId }) => personId === author)).toEqual([
      { personId: author, bidId: bid.id, state: 'suspected', kinds: ['coAuthor'] },
    ]);
  });
});

test('the bars of a competition are one a person and bid, the strongest state, in one query', async () => {
  const [one, two] = panel.evaluators;
  await makeWall(questionId, one.id, bid.id);
  await store.db.conflict.updateMany({
    where: { personId: one.id },
    data: {
      ...{ confirmedAt: new Date(), decidedById: panel.owner.id, decisionReason: 'Left a year ago' },
    },
  });
  await store.db.conflict.create({
    data: {
      ...{ id: newId(), reference: newReference(), questionId, personId: two.id, bidId: bid.id },
      ...{ kind: 'personal', declaredAt: new Date() },
    },
  });
  const bars = await barsOf(store.db, questionId);
  const of = (id: string) => bars.filter(({ personId }) => personId === id);
  expect(of(one.id)).toEqual([{ personId: one.id, bidId: bid.id, state: 'wall', kinds: ['employer'] }]);
  expect(of(two.id)).toEqual([{ personId: two.id, bidId: bid.id, state: 'declared', kinds: ['personal'] }]);
  expect(of(bid.leadId)).toEqual([{ personId: bid.leadId, bidId: null, state: 'wall', kinds: [] }]);
});

test('the database and the code agree on every state', async () => {
  const times = [null, new Date('2026-11-01'), new Date('2026-11-02')];
  const rows = times.flatMap((suspectedAt) =>
    times.flatMap((declaredAt) =>
      times.flatMap((dismissedAt) =>
        [null, new Date('2026-11-03')].map((at) => ({
          ...{ suspectedAt, declaredAt, pinnedAt: null },
          ...{ confirmedAt: dismissedAt ? null : at, dismissedAt },
        })),
      ),
    ),
  );
  const stored = rows.map((row) => ({
    ...{ suspected_at: row.suspectedAt, declared_at: row.declaredAt },
    ...{ confirmed_at: row.confirmedAt, dismissed_at: row.dismissedAt },
  }));
  const states = await store.db.$queryRaw<{ state: string }[]>`
    SELECT ${STATE_SQL} AS state FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS x(
      suspected_at timestamptz, declared_at timestamptz, confirmed_at timestamptz, dismissed_at timestamptz)`;
  expect(states.map(({ state }) => state)).toEqual(rows.map(stateOf));
});
