import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { moveClock, useDatabase } from '../../../../../tests/support/database';
import { makeBid, makeExpert, openQuestion } from '../../../../../tests/support/factories/bids';
import { makePanel, makeScores, makeWall, type Panel } from '../../../../../tests/support/factories/panels';
import { actorFor, makePerson, visitor } from '../../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import { ending } from '../../../../../tests/support/outcome';
import type { Actor } from '../../../actor';
import { run } from '../../../command.server';
import { newReference } from '../../../new-reference.server';
import { ask } from '../../../query.server';
import { assessmentProgressPage } from '../queries/assessment-progress-page.server';
import { assignmentPage } from '../queries/assignment-page.server';
import { placePage } from '../queries/place-page.server';
import { preferencesPage } from '../queries/preferences-page.server';
import { confirmAssignment } from './confirm-assignment.server';
import { keepApart } from './keep-apart.server';
import { planAssignment } from './plan-assignment.server';
import { rateAssessment } from './rate-assessment.server';
import { refuseAssessment } from './refuse-assessment.server';
import { remindAssessors } from './remind-assessors.server';
import { settlePlace } from './settle-place.server';
import { statePreferences } from './state-preferences.server';

const store = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
let bids: Awaited<ReturnType<typeof makeBid>>[];
let panel: Panel;
let moderator: Actor;
let coordinator: Actor;
let stranger: Actor;

beforeAll(async () => {
  question = await makeQuestion({ state: 'closed' });
  bids = [await makeBid({ question }), await makeBid({ question })];
  bids.sort((a, b) => (a.reference < b.reference ? -1 : 1));
  panel = await makePanel(question, { evaluators: 3 });
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  [moderator, stranger] = [panel.moderator, await makeExpert()];
  coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
});

const bid = (at: number) => bids[at] ?? { id: '', reference: '' };
const evaluator = (at: number) => panel.evaluators[at] ?? panel.evaluators[0];
const plan = (actor: Actor, over: Record<string, unknown> = {}) =>
  run(planAssignment, actor, {
    ...{ reference: question.reference, perBid: '2', mostBids: '2', anonymous: 'yes' },
    ...over,
  }).then(ending);
const settle = (actor: Actor, at: number, person: { reference: string }, rule: string) =>
  run(settlePlace, actor, { reference: bid(at).reference, person: person.reference, rule }).then(ending);
const shown = async <View extends object>(asked: Promise<View | null>) => {
  const view = await asked;
  if (!view || 'why' in view) throw new Error('not shown');
  return view as Exclude<View, { why: string }>;
};
const proposal = () =>
  shown(ask(assignmentPage, moderator, { reference: question.reference, moving: 'yes' }));
const confirm = (actor: Actor, digest: string) =>
  run(confirmAssignment, actor, { reference: question.reference, digest, moving: 'yes' }).then(ending);
const prefer = (actor: Actor, rows: Record<string, unknown>[]) =>
  run(statePreferences, actor, { reference: question.reference, bids: rows }).then(ending);
const inForce = () =>
  store.db.assessment.findMany({
    where: { bid: { questionId: question.id }, movedAt: null, refusedAt: null },
    orderBy: [{ bidId: 'asc' }, { personId: 'asc' }],
  });
const facts = (name: string) => store.db.fact.count({ where: { name } });

describe('before there is a plan', () => {
  test('nothing can be preferred, settled, confirmed or reminded of', async () => {
    const digest = '0'.repeat(32);
    expect(await confirm(moderator, digest)).toBe('hidden');
    expect(await settle(moderator, 0, evaluator(0), 'pin')).toBe('hidden');
    expect(await prefer(evaluator(0), [{ bid: bid(0).reference }])).toBe('hidden');
    const about = { reference: question.reference };
    expect(ending(await run(remindAssessors, moderator, about))).toBe('hidden');
  });

  test('the plan is of those who run the competition, and within its limits', async () => {
    for (const actor of [moderator, evaluator(0), coordinator, panel.budgetHolder])
      expect(await plan(actor)).toBe('denied');
    for (const actor of [visitor(), stranger]) expect(await plan(actor)).toBe('hidden');
    for (const over of [
      { perBid: '0' },
      { perBid: '11' },
      { mostBids: '201' },
      { mostBids: '1.5' },
      { anonymous: '' },
    ])
      expect(await plan(panel.author, over)).toBe('invalid');
    expect(await plan(panel.author, { scoresDueOn: '2001-01-01' })).toBe('DueBeforeClosing');
    expect(await store.db.assignmentPlan.count()).toBe(0);
    expect(await plan(panel.owner)).toBe('done');
    expect(await plan(panel.author, { perBid: '2', mostBids: '2' })).toBe('done');
    const row = { perBid: 11 };
    await expect(store.db.assignmentPlan.updateMany({ data: row })).rejects.toThrow('per_bid_check');
  });
});

describe('what assessors say', () => {
  const rows = (over: Record<string, unknown> = {}) => [
    { bid: bid(0).reference, wish: '2', expertise: '3', ...over },
    { bid: bid(1).reference, wish: '-2', expertise: '' },
  ];

  test('is said by evaluators of the bids of their question, each once', async () => {
    for (const actor of [moderator, panel.author, coordinator])
      expect(await prefer(actor, rows())).toBe('denied');
    for (const actor of [visitor(), stranger, await actorFor(bids[0]?.leadId ?? '')])
      expect(await prefer(actor, rows())).toBe('hidden');
    expect(await prefer(evaluator(0), rows({ wish: '3' }))).toBe('invalid');
    expect(await prefer(evaluator(0), rows({ conflict: 'family' }))).toBe('ConflictHasNoWords');
    expect(await prefer(evaluator(0), [...rows(), { bid: bid(0).reference }])).toBe('BidsDoNotFit');
    expect(await prefer(evaluator(0), [{ bid: newReference() }])).toBe('BidsDoNotFit');
    expect(
      ending(await run(statePreferences, evaluator(0), { reference: question.reference, bids: [] })),
    ).toBe('invalid');
    expect(await store.db.bidPreference.count()).toBe(0);
    expect(await prefer(evaluator(0), rows())).toBe('done');
    expect(await prefer(evaluator(0), rows())).toBe('done');
    expect(await store.db.bidPreference.count()).toBe(2);
  });

  test('of a conflict keeps the pair apart, and is told with no words of it in the fact', async () => {
    expect(await prefer(evaluator(1), rows({ conflict: 'family', words: 'Cousins' }))).toBe('done');
    const fact = await store.db.fact.findFirstOrThrow({ where: { name: 'ConflictWasFlagged' } });
    expect(JSON.stringify(fact.data)).not.toContain('Cousins');
    const { people } = await shown(ask(placePage, moderator, { reference: bid(0).reference }));
    const barred = people.find(({ name }) => name === evaluator(1).name);
    expect(barred).toMatchObject({ similarity: null, rule: 'bar' });
  });

  test('is not asked of a bid behind a wall', async () => {
    await makeWall(question.id, evaluator(2).id, bid(0).id);
    const behind = await actorFor(evaluator(2).id);
    const view = await shown(ask(preferencesPage, behind, { reference: question.reference }));
    expect(view.bids.map(({ reference, bidder }) => [reference, bidder])).toEqual([[bid(1).reference, null]]);
    expect(await prefer(behind, rows())).toBe('BidsDoNotFit');
  });
});

describe('by hand', () => {
  test('the moderator alone settles places, of evaluators whom no wall keeps away', async () => {
    for (const actor of [panel.author, coordinator, evaluator(0)])
      expect(await settle(actor, 0, evaluator(0), 'pin')).toBe('denied');
    for (const actor of [visitor(), stranger])
      expect(await settle(actor, 0, evaluator(0), 'pin')).toBe('hidden');
    expect(await settle(moderator, 0, panel.moderator, 'pin')).toBe('NotAnAssessor');
    expect(await settle(moderator, 0, evaluator(2), 'pin')).toBe('PersonIsConflicted');
    expect(await store.db.assignmentEdit.count()).toBe(0);
    for (const rule of ['bar', 'pin', 'free', 'free'])
      expect(await settle(moderator, 1, evaluator(2), rule)).toBe('done');
    expect(await store.db.assignmentEdit.count()).toBe(0);
  });

  test('two are kept apart in whatever order they are named, once, until they may meet again', async () => {
    const keep = (actor: Actor, over: Record<string, unknown> = {}) =>
      run(keepApart, actor, {
        ...{ reference: question.reference, one: evaluator(0).reference, other: evaluator(1).reference },
        ...{ reason: 'They share an office.', ...over },
      }).then(ending);
    for (const actor of [evaluator(0), coordinator]) expect(await keep(actor)).toBe('denied');
    for (const actor of [visitor(), stranger]) expect(await keep(actor)).toBe('hidden');
    expect(await keep(moderator, { reason: ' ' })).toBe('invalid');
    expect(await keep(moderator, { other: evaluator(0).reference })).toBe('SamePerson');
    expect(await keep(moderator, { other: panel.moderator.reference })).toBe('NotAnAssessor');
    expect(await keep(moderator)).toBe('done');
    const turned = { one: evaluator(1).reference, other: evaluator(0).reference };
    expect(await keep(panel.author, { ...turned, reason: 'They wrote together.' })).toBe('done');
    expect(await store.db.assessorsApart.findMany()).toMatchObject([{ reason: 'They wrote together.' }]);
    expect(await keep(moderator, { ...turned, until: 'ended' })).toBe('done');
    expect(await store.db.assessorsApart.count()).toBe(0);
  });
});

describe('in force', () => {
  test('comes what the moderator saw, once, however often it is sent', async () => {
    const { digest, short } = await proposal();
    // The first bid has one who flagged it and one behind a wall.
    expect(short).toMatchObject([{ missing: 1, able: 1 }]);
    for (const actor of [panel.author, coordinator, evaluator(0)])
      expect(await confirm(actor, digest)).toBe('denied');
    for (const actor of [visitor(), stranger]) expect(await confirm(actor, digest)).toBe('hidden');
    expect(await confirm(moderator, '0'.repeat(32))).toBe('ProposalHasChanged');
    expect(await confirm(moderator, 'x')).toBe('invalid');
    expect(await inForce()).toEqual([]);
    const both = await Promise.all([confirm(moderator, digest), confirm(moderator, digest)]);
    expect(both.sort()).toEqual(['NothingChanges', 'done']);
    expect([await facts('AssignmentWasConfirmed'), await facts('BidWasAssigned')]).toEqual([1, 3]);
    const pairs = (await inForce()).map(({ bidId, personId }) => [bidId, personId]);
    expect(pairs).toContainEqual([bid(0).id, evaluator(0).id]);
    expect(pairs).not.toContainEqual([bid(0).id, evaluator(1).id]);
    expect(pairs).not.toContainEqual([bid(0).id, evaluator(2).id]);
    expect(await prefer(evaluator(0), [{ bid: bid(0).reference }])).toBe('AssignmentIsConfirmed');
    expect(await plan(panel.author, { perBid: '1' })).toBe('AssignmentIsConfirmed');
  });

  test('reminders go to each who is late, once a day', async () => {
    const remind = (actor: Actor) =>
      run(remindAssessors, actor, { reference: question.reference }).then(ending);
    for (const actor of [panel.author, coordinator, evaluator(0)]) expect(await remind(actor)).toBe('denied');
    const people = new Set((await inForce()).map(({ personId }) => personId)).size;
    expect((await Promise.all([remind(moderator), remind(moderator)])).sort()).toEqual([
      'NobodyToRemind',
      'done',
    ]);
    expect(await facts('AssessorWasReminded')).toBe(people);
    await moveClock('1 day');
    expect(await remind(moderator)).toBe('done');
  });

  test('a bid is given back by its assessor alone, until scores are in', async () => {
    const refuse = (actor: Actor, over: Record<string, unknown> = {}) =>
      run(refuseAssessment, actor, { reference: bid(0).reference, reason: 'noTime', ...over }).then(ending);
    expect(await refuse(moderator)).toBe('denied');
    for (const actor of [visitor(), stranger, evaluator(1)]) expect(await refuse(actor)).toBe('hidden');
    expect(await refuse(evaluator(0), { reason: 'other' })).toBe('WordsAreMissing');
    await makeScores(bid(0), question, evaluator(0), 4);
    expect(await refuse(evaluator(0))).toBe('ScoreIsSubmitted');
    const [own] = (await inForce()).filter(({ bidId }) => bidId === bid(0).id);
    const id = own?.id ?? '';
    const refused = { refusedAt: new Date(), refusalReason: 'noTime' as const };
    await expect(store.db.assessment.update({ where: { id }, data: refused })).rejects.toThrow(
      'ScoreIsSubmitted',
    );
    const moved = { movedAt: new Date() };
    await expect(store.db.assessment.update({ where: { id }, data: moved })).rejects.toThrow(
      'AssessmentHasBegun',
    );
    expect(await settle(moderator, 0, evaluator(0), 'bar')).toBe('AssessmentHasBegun');
  });

  test('the moderator rates what is submitted, and coordinators see the mean without bids', async () => {
    const rate = (actor: Actor, at: number, person: { reference: string }, helpfulness = '4') =>
      run(rateAssessment, actor, {
        reference: bid(at).reference,
        person: person.reference,
        helpfulness,
      }).then(ending);
    expect(await rate(evaluator(0), 0, evaluator(0))).toBe('denied');
    for (const actor of [visitor(), stranger]) expect(await rate(actor, 0, evaluator(0))).toBe('hidden');
    for (const grade of ['0', '6', '']) expect(await rate(moderator, 0, evaluator(0), grade)).toBe('invalid');
    expect(await rate(moderator, 0, evaluator(1))).toBe('ScoresAreMissing');
    expect(await rate(moderator, 0, evaluator(0), '3')).toBe('done');
    expect(await rate(moderator, 0, evaluator(0), '5')).toBe('done');
    const view = await shown(ask(assessmentProgressPage, coordinator, { reference: question.reference }));
    expect([view.assessments, view.may]).toEqual([null, { remind: false, assign: false }]);
    const own = view.people.find(({ name }) => name === evaluator(0).name);
    expect(own).toMatchObject({ helpfulness: '5.0', rated: 1, submitted: 1 });
    expect(JSON.stringify(view)).not.toContain(bid(0).reference);
  });

  test('the pages ask as often for many bids as for few', async () => {
    const reference = question.reference;
    const counted = async () => [
      (await countingQueries(proposal)).queries,
      (await countingQueries(() => ask(assessmentProgressPage, moderator, { reference }))).queries,
      (await countingQueries(() => ask(placePage, moderator, { reference: bid(0).reference }))).queries,
    ];
    const few = await counted();
    await store.db.panelMembership.createMany({
      data: await Promise.all(
        [1, 2, 3].map(async () => ({
          ...{ questionId: question.id, personId: (await makePerson()).id, role: 'evaluator' as const },
          ...{ appointedById: panel.author.id, appointedAt: new Date() },
        })),
      ),
    });
    expect(await counted()).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(12);
    const { people } = await proposal();
    expect(people.filter(({ unable }) => unable === 'has not declared yet')).toHaveLength(3);
  });
});

test('after scoring nothing is assigned, settled or planned any more', async () => {
  const { digest } = await proposal();
  await store.db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: new Date() } });
  expect(await confirm(moderator, digest)).toBe('ScoringIsNotOn');
  expect(await settle(moderator, 1, evaluator(0), 'pin')).toBe('ScoringIsNotOn');
  expect(await plan(panel.author)).toBe('PanelIsSettled');
});
