import { beforeAll, describe, expect, test } from 'vitest';
import type { TaskSlug } from '~/domain/questions/tasks/task-list';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePrioritySet } from '../../../../tests/support/factories/priorities';
import { ANSWERS } from '../../../../tests/support/factories/question-answers';
import {
  joinTeam,
  makeFinished,
  makeFinishedRequest,
} from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let colleague: string;
let owner: string;
let holder: string;

type Fields = Record<string, string | string[]>;

beforeAll(async () => {
  asking = await makeAskingTeam();
  colleague = (await joinTeam(asking.teamId, ['author'])).id;
  const referenceOf = async (id: string) =>
    (await database.db.person.findUniqueOrThrow({ where: { id } })).reference;
  [owner, holder] = await Promise.all([referenceOf(asking.ownerId), referenceOf(asking.budgetHolderId)]);
});

const open = (reference: string, task: TaskSlug, as = asking.authorId) =>
  visit(paths.questionTask(reference, task), { as });

async function save(reference: string, task: TaskSlug, changes: Fields, as = asking.authorId) {
  const { fields } = await open(reference, task, as);
  return send(paths.questionTask(reference, task), { ...fields, intent: 'finish', ...changes }, { as });
}

const rowOf = (reference: string) => database.db.question.findUniqueOrThrow({ where: { reference } });
const newDraft = async (routeSlug: Parameters<typeof makeQuestion>[0] = {}) =>
  (await makeQuestion({ asking, state: 'draft', ...routeSlug })).reference;
const dateFields = (name: string, iso: string): Fields => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return {
    [`${name}.day`]: String(Number(day)),
    [`${name}.month`]: String(Number(month)),
    [`${name}.year`]: year,
  };
};

describe('a whole study, page by page', () => {
  let reference: string;
  const finish = async (task: TaskSlug, changes: Fields) => {
    const sent = await save(reference, task, changes);
    expect([task, sent.status, sent.location, sent.errors]).toEqual([
      task,
      303,
      paths.questionDraft(reference),
      [],
    ]);
  };

  beforeAll(async () => {
    reference = (
      await makeQuestion({
        asking,
        state: 'draft',
        data: { seniorResponsibleOwnerId: null, budgetHolderId: null },
      })
    ).reference;
  });

  test('need, scope, terms and money are kept as they were said', async () => {
    const { decisionDate, neededBy, ...need } = ANSWERS.need;
    await finish('need', {
      ...need,
      ...dateFields('decisionDate', decisionDate),
      ...dateFields('neededBy', neededBy),
    });
    await finish('scope', ANSWERS.scope);
    await finish('terms', ANSWERS.terms);
    await finish('procurement', ANSWERS.procurement);
    expect(await rowOf(reference)).toMatchObject({
      title: need.title,
      decisionDate: new Date('2027-06-01'),
      questionsAsked: ANSWERS.scope.questionsAsked,
      budgetMinimum: 9_000_000,
      budgetMaximum: 12_000_000,
      contractTerms: { reviewDays: 28, publication: 'afterReview' },
    });
    const page = await open(reference, 'procurement');
    expect(page.fields).toMatchObject({ budgetMaximum: '£120,000', basis: 'quotation' });
  });

  test('areas, ethics and criteria too', async () => {
    const choices = await open(reference, 'areas');
    const first = (name: string) => choices.$(`main [name="${name}"]`).first().attr('value') ?? '';
    await finish('areas', {
      threats: first('threats'),
      priorities: first('priorities'),
      strands: first('strands'),
      levels: first('levels'),
      illicitFinance: 'yes',
      illicitFinanceReason: 'Brokers are paid in cash',
    });
    await finish('ethics', { ...ANSWERS.ethics, approvals: ['dpia', 'vetting'] });
    await finish('criteria', { ...ANSWERS.criteria, minimum1: '3' });
    expect((await open(reference, 'areas')).fields).toMatchObject({
      threats: [first('threats')],
      illicitFinance: 'yes',
    });
    expect((await open(reference, 'ethics')).fields['approvals']).toEqual(['dpia', 'vetting']);
    expect((await open(reference, 'criteria')).fields).toMatchObject({
      minimum1: '3',
      weight2: '30',
      name7: '',
    });
  });

  test('dates and people end it: nothing is left to do', async () => {
    await finish('dates', { ...dateFields('closesOn', '2027-02-11'), closesTime: '17:00' });
    await finish('people', { owner, budgetHolder: holder });
    const page = await visit(paths.questionDraft(reference), { as: asking.authorId });
    expect(page.text).toContain('Every task is done.');
    expect((await open(reference, 'dates')).fields).toMatchObject({
      'closesOn.day': '11',
      'closesOn.month': '2',
      'closesOn.year': '2027',
      closesTime: '17:00',
    });
  });
});

describe('what nobody has to ask for', () => {
  test('essential requirements and who may bid are kept with the criteria, and half of one is sent back', async () => {
    const reference = await newDraft();
    const asked = {
      ...ANSWERS.criteria,
      eligibleOrganisations: ['university'],
      condition1: 'Based in the UK',
      essential1: 'Experience in prisons',
      evidence1: '',
    };
    const half = await save(reference, 'criteria', { ...asked, intent: 'later' });
    expect(half.messageBeside('evidence1')).toBe('Say what evidence shows essential requirement 1');
    expect(half.fields['essential1']).toBe('Experience in prisons');
    await save(reference, 'criteria', { ...asked, evidence1: 'One study' });
    expect((await open(reference, 'criteria')).fields).toMatchObject({
      eligibleOrganisations: ['university'],
      condition1: 'Based in the UK',
      essential1: 'Experience in prisons',
      evidence1: 'One study',
    });
    await save(reference, 'criteria', {
      eligibleOrganisations: [],
      condition1: '',
      essential1: '',
      evidence1: '',
    });
    expect(await database.db.requirement.count({ where: { question: { reference } } })).toBe(0);
  });

  test('expressions of interest close before bids do, with the words they are judged by', async () => {
    const reference = await newDraft();
    const closing = { ...dateFields('closesOn', '2027-02-11'), closesTime: '17:00' };
    const first = (day: string) => ({
      ...closing,
      ...dateFields('expressionsOn', day),
      expressionsTime: '12:00',
    });
    const bare = await save(reference, 'dates', first('2027-01-11'));
    expect(bare.messageBeside('expressionWords')).toBe('Enter the most words of an approach');
    expect(bare.messageBeside('expressionCriteria')).toBe('Say by what you choose whom to invite');
    const words = { expressionWords: '500', expressionCriteria: 'Access to ports' };
    const late = await save(reference, 'dates', { ...first('2027-02-12'), ...words });
    expect(late.messageBeside('expressionsOn')).toBe('Expressions of interest must close before bids do');
    await save(reference, 'dates', { ...first('2027-01-11'), ...words });
    expect(await rowOf(reference)).toMatchObject({
      expressionsCloseAt: new Date('2027-01-11T12:00:00Z'),
      expressionWords: 500,
      expressionCriteria: 'Access to ports',
    });
    const none = { 'expressionsOn.day': '', 'expressionsOn.month': '', 'expressionsOn.year': '' };
    await save(reference, 'dates', { ...closing, ...none });
    expect(await rowOf(reference)).toMatchObject({ expressionsCloseAt: null, expressionWords: null });
  });
});

describe('leaving a page', () => {
  test('“finish later” keeps half an answer and leads to the task list', async () => {
    const reference = await newDraft();
    const sent = await save(reference, 'need', { intent: 'later', summary: 'Half', decision: '' });
    expect([sent.status, sent.location]).toEqual([303, paths.questionDraft(reference)]);
    expect(await rowOf(reference)).toMatchObject({ summary: 'Half', decision: '' });
  });

  test('an autosave answers with the time and stays', async () => {
    const reference = await newDraft();
    const page = await save(reference, 'scope', {
      intent: 'auto',
      questionsAsked: 'Typed so far',
      outputs: '',
    });
    expect([page.status, page.location]).toEqual([200, null]);
    expect((await rowOf(reference)).questionsAsked).toBe('Typed so far');
  });

  test('half a criterion is not thrown away in silence', async () => {
    const reference = await newDraft();
    for (const [changes, field] of [
      [{ name7: 'A seventh' }, 'weight7'],
      [{ guidance7: 'What to look for' }, 'name7'],
    ] as const) {
      const page = await save(reference, 'criteria', { intent: 'later', ...changes });
      expect(page.status).toBe(422);
      expect(page.messageBeside(field)).toContain('criterion 7');
      expect(page.fields).toMatchObject(changes);
    }
  });

  test('saving what is there already records nothing', async () => {
    const { reference, id, revision } = await makeFinished({ asking });
    expect((await save(reference, 'scope', {})).status).toBe(303);
    expect((await rowOf(reference)).revision).toBe(revision);
    expect(await database.db.fact.count({ where: { nounId: id } })).toBe(0);
    await save(reference, 'scope', { outputs: 'Another report' });
    const fact = await database.db.fact.findFirstOrThrow({ where: { nounId: id } });
    expect(fact.data).toMatchObject({ task: 'scope', revision: revision + 1 });
    expect(JSON.stringify(fact.data)).not.toContain('Another report');
  });
});

describe('two authors at once', () => {
  test('the later save is told, sees both versions, and may keep its own', async () => {
    const { reference } = await makeFinished({ asking });
    const mine = (await open(reference, 'scope')).fields;
    expect((await save(reference, 'scope', { outputs: 'From my colleague' }, colleague)).status).toBe(303);
    const address = paths.questionTask(reference, 'scope');
    const stale = await send(
      address,
      { ...mine, outputs: 'From me', intent: 'finish' },
      { as: asking.authorId },
    );
    expect(stale.status).toBe(409);
    expect(stale.errors[0]).toContain('Somebody else saved this page after you opened it.');
    expect(stale.text).toContain('What is saved now');
    expect(stale.text).toContain('From my colleague');
    expect(stale.fields['outputs']).toBe('From me');
    expect((await rowOf(reference)).outputs).toBe('From my colleague');
    const again = await send(address, { ...stale.fields, intent: 'finish' }, { as: asking.authorId });
    expect(again.status).toBe(303);
    expect((await rowOf(reference)).outputs).toBe('From me');
  });

  test('different pages do not get in each other’s way', async () => {
    const { reference } = await makeFinished({ asking });
    const mine = (await open(reference, 'need')).fields;
    await save(reference, 'scope', { outputs: 'Meanwhile elsewhere' }, colleague);
    const address = paths.questionTask(reference, 'need');
    const sent = await send(address, { ...mine, summary: 'Mine', intent: 'finish' }, { as: asking.authorId });
    expect(sent.status).toBe(303);
    expect(await rowOf(reference)).toMatchObject({ summary: 'Mine', outputs: 'Meanwhile elsewhere' });
  });

  test('both saving the same words is no conflict', async () => {
    const { reference } = await makeFinished({ asking });
    const mine = (await open(reference, 'scope')).fields;
    await save(reference, 'scope', { outputs: 'The same' }, colleague);
    const address = paths.questionTask(reference, 'scope');
    const sent = await send(
      address,
      { ...mine, outputs: 'The same', intent: 'finish' },
      { as: asking.authorId },
    );
    expect(sent.status).toBe(303);
  });
});

describe('choices', () => {
  test('something ticked that is no longer on the list is refused beside its list', async () => {
    const { reference } = await makeFinished({ asking });
    const gone = await save(reference, 'areas', { threats: ['piracy-at-sea'] });
    expect([gone.status, gone.messageBeside('threats')]).toEqual([
      422,
      'Choose from the list: one of these is no longer on it',
    ]);
    const strange = await save(reference, 'areas', { priorities: ['22222222'] });
    expect(strange.messageBeside('priorities')).toContain('no longer on it');
  });

  test('priorities of an earlier set are folded away, and stay when they were chosen', async () => {
    const earlier = await makePrioritySet({
      startsOn: new Date('2018-01-01'),
      endsOn: new Date('2019-01-01'),
      names: ['An old aim'],
    });
    const old = earlier.priorities[0];
    if (!old) throw new Error('no priority');
    const { reference } = await makeFinished({ asking, priorityIds: [old.id] });
    const page = await open(reference, 'areas');
    expect(page.fields['priorities']).toEqual([old.reference]);
    expect(page.$(`input[value="${old.reference}"]`).closest('details').attr('open')).toBeDefined();
    expect((await save(reference, 'areas', { illicitFinance: 'no' })).status).toBe(303);
    expect((await open(reference, 'areas')).fields['priorities']).toEqual([old.reference]);
  });

  test('people are chosen among the team’s, by role, never the author as owner', async () => {
    const both = await joinTeam(asking.teamId, ['author', 'seniorResponsibleOwner'], { name: 'Otto Both' });
    const draft = await makeFinished({ asking: { ...asking, authorId: both.id } });
    const page = await open(draft.reference, 'people', both.id);
    const offered = page
      .$('input[name="owner"]')
      .map((_, node) => page.$(node).attr('value'))
      .get();
    expect(offered).toContain(owner);
    expect(offered).not.toContain(both.reference);
    const own = await save(draft.reference, 'people', { owner: both.reference }, both.id);
    expect(own.messageBeside('owner')).toBe(
      'The author of a question cannot be its senior responsible owner',
    );
    const stranger = await save(draft.reference, 'people', { owner: holder }, both.id);
    expect(stranger.messageBeside('owner')).toBe('Choose a senior responsible owner of this team');
    const wrong = await save(draft.reference, 'people', { budgetHolder: owner }, both.id);
    expect(wrong.messageBeside('budgetHolder')).toBe('Choose a budget holder of this team');
  });

  test('a team without an owner is told what to do instead of a list of nobody', async () => {
    const lonely = await makeAskingTeam();
    await database.db.teamMembership.updateMany({
      where: { personId: { in: [lonely.ownerId, lonely.budgetHolderId] } },
      data: { endsAt: new Date() },
    });
    const { reference } = await makeQuestion({ asking: lonely, state: 'draft' });
    const page = await open(reference, 'people', lonely.authorId);
    expect(page.text).toContain('Nobody else in your team is a senior responsible owner.');
    expect(page.text).toContain('Nobody in your team is a budget holder yet.');
    expect(page.$('input[type="radio"]').length).toBe(0);
  });

  test.each([
    ['SECRET', 'Take this question to a system that is accredited for it'],
    ['OFFICIAL_SENSITIVE', 'This installation holds OFFICIAL only'],
  ])('the marking %s is refused with what to do', async (marking, words) => {
    const { reference } = await makeFinished({ asking });
    const page = await save(reference, 'ethics', { marking });
    expect([page.status, page.fields['marking']]).toEqual([422, marking]);
    expect(page.messageBeside('marking')).toContain(words);
  });

  test('a route that scores no price asks for no quality weight', async () => {
    const reference = await newDraft({ routeSlug: 'funding-call' });
    const page = await open(reference, 'criteria');
    expect(page.$('input[name="qualityWeight"]').attr('type')).toBe('hidden');
    await save(reference, 'criteria', { qualityWeight: '30' });
    expect(await rowOf(reference)).toMatchObject({ qualityWeight: 100, priceWeight: 0 });
  });
});

describe('an advice request on its one page', () => {
  test('is finished in one go and leads to check answers', async () => {
    const { reference } = await makeFinishedRequest({ asking, data: { summary: '' } });
    const page = await open(reference, 'request');
    expect(page.fields).toMatchObject({ fee: 'unpaid', marking: 'OFFICIAL', noPersonalData: ['on'], owner });
    const empty = await save(reference, 'request', { title: '', questionsAsked: '' });
    expect(empty.errors).toEqual(
      expect.arrayContaining(['Enter the question', 'Say why you ask', 'Say what exactly you need to know']),
    );
    const sent = await save(reference, 'request', { summary: 'A minister asks.', noPersonalData: 'on' });
    expect([sent.status, sent.location]).toEqual([303, paths.questionCheck(reference)]);
    const later = await save(reference, 'request', { intent: 'later', noPersonalData: 'on' });
    expect(later.location).toBe(paths.questionDraft(reference));
  });

  test('needing personal data means another route', async () => {
    const { reference } = await makeFinishedRequest({ asking });
    const page = await save(reference, 'request', { noPersonalData: [] });
    expect(page.messageBeside('noPersonalData')).toBe(
      'Confirm that no such data is needed, or choose another route',
    );
  });

  test('a fixed fee has an amount, and too long says which of its fields', async () => {
    const { reference } = await makeFinishedRequest({ asking });
    const fee = await save(reference, 'request', { fee: 'fixed', noPersonalData: 'on' });
    expect(fee.messageBeside('feeAmount')).toBe('Enter the fee');
    const long = await save(reference, 'request', {
      summary: 'x'.repeat(1201),
      questionsAsked: 'y'.repeat(3001),
    });
    expect(long.errors).toEqual([
      'Use 1,200 characters or fewer for “Why you ask, and what will be decided”',
      'Use 3,000 characters or fewer for “What exactly you need to know”',
    ]);
  });
});
