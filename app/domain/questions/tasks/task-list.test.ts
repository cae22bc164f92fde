import { describe, expect, test } from 'vitest';
import { ADVICE, blankRow, INTEREST, STUDY, wholeRow } from '../../../../tests/support/factories/draft-rows';
import type { DraftRow } from './task';
import { TASK_SLUGS, TASKS, tasksOf, taskState, unfinishedTasks, type TaskSlug } from './task-list';

const stateOf = (slug: TaskSlug, row: DraftRow) => taskState(TASKS[slug], row);
const slugsOf = (route: DraftRow['route']) => tasksOf(route).map(({ slug }) => slug);

describe('how much a route asks', () => {
  test('a study has nine tasks at most, and a request one page', () => {
    expect(slugsOf(STUDY)).toHaveLength(9);
    expect(slugsOf(ADVICE)).toEqual(['request']);
    expect(slugsOf(INTEREST)).toEqual(['need', 'areas', 'scope', 'people']);
  });

  test('an interest without a call asks nothing about money, terms or dates', () => {
    for (const slug of ['terms', 'procurement', 'criteria', 'dates', 'ethics'] as const)
      expect(slugsOf(INTEREST)).not.toContain(slug);
  });
});

describe('the state of a task', () => {
  test('a blank draft has nothing done but what it was given', () => {
    const states = Object.fromEntries(TASK_SLUGS.map((slug) => [slug, stateOf(slug, blankRow())]));
    expect(states).toEqual({
      need: 'to do',
      areas: 'to do',
      scope: 'to do',
      ethics: 'to do',
      terms: 'to do',
      procurement: 'to do',
      criteria: 'done',
      dates: 'to do',
      people: 'to do',
      request: 'to do',
    });
  });

  test('half an answer starts it, a whole one ends it', () => {
    expect(stateOf('need', blankRow({ summary: 'Why' }))).toBe('started');
    expect(stateOf('scope', blankRow({ background: 'Two reviews' }))).toBe('started');
    expect(stateOf('areas', blankRow({ priorities: wholeRow().priorities }))).toBe('started');
    expect(stateOf('people', blankRow({ seniorResponsibleOwner: wholeRow().seniorResponsibleOwner }))).toBe(
      'started',
    );
    expect(unfinishedTasks(wholeRow())).toEqual([]);
  });

  test('criteria that no longer total 100 are not done', () => {
    const [first, ...rest] = blankRow().criteria;
    if (!first) throw new Error('no criteria');
    expect(stateOf('criteria', blankRow({ criteria: [{ ...first, weight: 21 }, ...rest] }))).not.toBe('done');
    expect(stateOf('criteria', blankRow({ criteria: [] }))).not.toBe('done');
  });

  test.each<[TaskSlug, Partial<DraftRow>]>([
    ['need', { decision: '' }],
    ['need', { neededBy: new Date('2027-07-01') }],
    ['areas', { terms: [] }],
    ['areas', { priorities: [] }],
    ['areas', { illicitFinanceRelevant: true }],
    ['areas', { illicitFinanceRelevant: null }],
    ['scope', { questionsAsked: '' }],
    ['scope', { outputs: '' }],
    ['ethics', { ethics: {} }],
    ['ethics', { dataProtection: { personalData: 'personal' } }],
    ['terms', { contractTerms: {} }],
    ['terms', { awardsAvailable: 2 }],
    ['procurement', { budgetMaximum: null }],
    ['procurement', { procurement: { basis: 'direct', document: 'File' } }],
    ['dates', { closesAt: null }],
    ['people', { seniorResponsibleOwner: null }],
    ['people', { budgetHolder: null }],
  ])('%s is unfinished with %j', (slug, over) => {
    expect(unfinishedTasks(wholeRow(over)).map((task) => task.slug)).toEqual([slug]);
  });

  test('answers that can no longer be read count as not given', () => {
    expect(unfinishedTasks(wholeRow({ ethics: 'lost' })).map(({ slug }) => slug)).toEqual(['ethics']);
    expect(
      unfinishedTasks(wholeRow({ contractTerms: { ownership: 'pirates' } })).map(({ slug }) => slug),
    ).toEqual(['terms']);
    expect(unfinishedTasks(wholeRow({ procurement: [1, 2] })).map(({ slug }) => slug)).toEqual([
      'procurement',
    ]);
  });

  test('a request is one task with its own rules', () => {
    const asked = {
      route: ADVICE,
      contractTerms: { fee: 'unpaid' },
      dataProtection: { personalData: 'none' },
      budgetHolder: null,
    };
    expect(unfinishedTasks(wholeRow(asked))).toEqual([]);
    for (const over of [
      { contractTerms: {} },
      { contractTerms: { fee: 'fixed' } },
      { dataProtection: {} },
      { closesAt: null },
      { seniorResponsibleOwner: null },
      { terms: [] },
    ])
      expect(unfinishedTasks(wholeRow({ ...asked, ...over }))).toHaveLength(1);
    expect(unfinishedTasks(wholeRow({ ...asked, priorities: [], outputs: '', decision: '' }))).toEqual([]);
  });
});

describe('answers as they are read back', () => {
  const answered = (slug: TaskSlug, row: DraftRow) =>
    Object.fromEntries(TASKS[slug].answers(row).map(({ label, value }) => [label, value]));

  test('words, days, money and choices are shown as people say them', () => {
    expect(answered('need', wholeRow())).toMatchObject({
      'When that is decided': '1 June 2027',
      'When the answer is needed': '1 May 2027',
    });
    expect(answered('procurement', wholeRow())).toMatchObject({
      Budget: '£90,000 to £120,000 without VAT',
      'Basis in procurement or grant rules': 'Quotation below the threshold',
    });
    expect(answered('dates', wholeRow())).toEqual({ Closes: '11 February 2027 at 5pm' });
    expect(answered('terms', wholeRow())).toMatchObject({
      'May the experts publish?': 'Yes, after 28 days’ sight',
      'Who owns what is made': 'The experts or their institution',
    });
    expect(answered('people', wholeRow())).toEqual({
      'Senior responsible owner': 'Olive Owner',
      'Budget holder': 'Henry Holder',
    });
    expect(answered('criteria', wholeRow())).toMatchObject({
      'Method and design': '30',
      'Quality against price': '70 to 30',
      'Most words in a bid': '3,000',
    });
  });

  test('a criterion with a minimum says it; quality alone says that price is not scored', () => {
    const [first] = blankRow().criteria;
    if (!first) throw new Error('no criteria');
    const row = wholeRow({ criteria: [{ ...first, minimum: 3 }], qualityWeight: 100 });
    expect(answered('criteria', row)).toMatchObject({
      [first.name]: '20, at least 3 to go on',
      'Quality against price': 'Quality alone; price is not scored',
    });
  });

  test('a colour of the ethics checklist stands with what is done about it', () => {
    const ethics = {
      ...(wholeRow().ethics as object),
      consentRating: 'amber',
      consentNote: 'Consent is asked twice',
    };
    const dataProtection = {
      personalData: 'criminalOffence',
      dpiaStatus: 'done',
      dpiaReference: 'DPIA-7',
      approvals: ['prisons', 'vetting'],
    };
    const answers = answered('ethics', wholeRow({ ethics, dataProtection }));
    expect(answers['Specific, voluntary and informed consent']).toBe('Amber: Consent is asked twice');
    expect(answers['Data protection impact assessment']).toBe('Done, DPIA-7');
    expect(answers['Approvals needed before fieldwork']).toBe(
      'Approval for research in prisons or probation, Vetting of the people who do the work',
    );
    expect(answered('ethics', wholeRow())['Approvals needed before fieldwork']).toBe('None');
  });

  test('what was not answered is empty, never a word that looks like an answer', () => {
    for (const slug of ['need', 'scope', 'terms', 'procurement', 'dates', 'people'] as const)
      for (const { label, value } of TASKS[slug].answers(blankRow()))
        expect([label, value]).not.toEqual([label, expect.stringMatching(/undefined|null|NaN|Invalid/)]);
  });

  test('a request says its fee and that it needs no personal data', () => {
    const row = wholeRow({
      route: ADVICE,
      contractTerms: { fee: 'fixed', feeAmount: 50_000 },
      dataProtection: { personalData: 'none' },
    });
    expect(answered('request', row)).toMatchObject({
      'What you offer': 'A fee of £500',
      'Answering needs no personal, operational or victims’ data': 'Yes',
      Marking: 'OFFICIAL',
      'Answers are due on': '11 February 2027 at 5pm',
    });
  });
});
