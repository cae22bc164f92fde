import { beforeAll, describe, expect, test } from 'vitest';
import type { TaskSlug } from '~/domain/questions/tasks/task-list';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinished } from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let draft: string;

type Fields = Record<string, string | string[]>;

beforeAll(async () => {
  asking = await makeAskingTeam();
  draft = (await makeFinished({ asking })).reference;
});

const opened = new Map<string, Fields>();

/** What the page of a task would send if nobody changed it, with these changes; refused ones leave it as it was. */
async function filled(reference: string, task: TaskSlug, changes: Fields = {}) {
  const address = paths.questionTask(reference, task);
  const fields = opened.get(address) ?? (await visit(address, { as: asking.authorId })).fields;
  opened.set(address, fields);
  return { ...fields, intent: 'finish', ...changes };
}

const sendTask = async (task: TaskSlug, changes: Fields, reference = draft) =>
  send(paths.questionTask(reference, task), await filled(reference, task, changes), { as: asking.authorId });

const rowOf = (reference: string) => database.db.question.findUniqueOrThrow({ where: { reference } });

const BUSINESS = ['businessModelStage' as const, 'chainPosition' as const];
const LONG = 'Ten thousand characters. '.repeat(400).trim();

/** Task, field, most characters, label in the page's own words. */
const LIMITS: [TaskSlug, string, string, string][] = [
  ['need', 'title', '160', 'The question, in one sentence'],
  ['need', 'summary', '1,200', 'Why it is asked'],
  ['need', 'decision', '600', 'What will be decided with the answer'],
  ['areas', 'illicitFinanceReason', '400', 'Why, or why not'],
  ['scope', 'questionsAsked', '3,000', 'What you need to know'],
  ['scope', 'background', '6,000', 'What is known already, and what lies outside'],
  ['scope', 'outputs', '2,000', 'What you want to receive'],
  ['ethics', 'consentNote', '500', 'Note on principle 4'],
  ['ethics', 'controller', '200', 'Controller'],
  ['ethics', 'dpiaReference', '100', 'Reference of the assessment'],
  ['ethics', 'dataSharing', '1,000', 'How data will be shared'],
  ['ethics', 'trustedResearchNote', '500', 'Note on trusted research'],
  ['terms', 'acknowledgement', '400', 'How to acknowledge the funder'],
  ['terms', 'dataDeposit', '400', 'Where data is deposited'],
  ['terms', 'effort', '100', 'How much work you expect'],
  ['procurement', 'justification', '1,500', 'Justification'],
  ['procurement', 'document', '200', 'Where that is recorded'],
  ['criteria', 'name2', '120', 'Name of criterion 2'],
  ['criteria', 'guidance2', '300', 'What assessors look for in criterion 2'],
];

describe('text that is too long', () => {
  test.each([...new Set(LIMITS.map(([task]) => task))])(
    'in %s says which field and how much, and is kept',
    async (task) => {
      const fields = LIMITS.filter(([of]) => of === task);
      const page = await sendTask(task, Object.fromEntries(fields.map(([, field]) => [field, LONG])));
      expect(page.status).toBe(422);
      expect(page.errors).toHaveLength(fields.length);
      for (const [, field, most, label] of fields) {
        const message = `Use ${most} characters or fewer for “${label}”`;
        expect(page.errors).toContain(message);
        expect(page.messageBeside(field)).toBe(message);
        expect(page.fields[field]).toBe(LONG);
        const id = page.$(`[name="${field}"]`).attr('id') ?? '';
        expect(page.$(`label[for="${id}"]`).text()).toContain(label);
      }
    },
  );
});

/** Task, what is sent, the field that complains, how. */
const WRONG: [TaskSlug, Fields, string, string][] = [
  ['need', { title: '' }, 'title', 'Enter the question'],
  ['need', { summary: ' \n ' }, 'summary', 'Say why you ask'],
  ['need', { decision: '' }, 'decision', 'Say what will be decided with the answer'],
  ['scope', { questionsAsked: '' }, 'questionsAsked', 'Enter at least one thing that you need to know'],
  ['scope', { outputs: '' }, 'outputs', 'Say what you want to receive'],
  [
    'areas',
    { illicitFinance: 'yes', illicitFinanceReason: '' },
    'illicitFinanceReason',
    'Say why it matters to illicit finance',
  ],
  [
    'ethics',
    { benefitRating: 'red' },
    'benefitNote',
    'Say what is being done about “Clear and defined public benefit”',
  ],
  ['ethics', { harmRating: 'purple' }, 'harmRating', 'Choose one of the answers'],
  ['ethics', { dpiaStatus: 'done' }, 'dpiaReference', 'Enter the reference of the assessment'],
  ['terms', { reviewDays: '' }, 'reviewDays', 'Enter the days of sight'],
  [
    'terms',
    { reviewDays: '91' },
    'reviewDays',
    'Enter a number from 1 to 90 for “Days of sight before they publish”',
  ],
  [
    'terms',
    { reviewDays: 'a month' },
    'reviewDays',
    'Enter a whole number for “Days of sight before they publish”',
  ],
  [
    'terms',
    { reviewDays: '2.5' },
    'reviewDays',
    'Enter a whole number for “Days of sight before they publish”',
  ],
  ['terms', { fee: 'fixed' }, 'feeAmount', 'Enter the fee'],
  ['terms', { awardsAvailable: '2' }, 'awardsAvailable', 'A commissioned study has one award'],
  [
    'terms',
    { awardsAvailable: '-1' },
    'awardsAvailable',
    'Enter a number from 1 to 100 for “Number of awards”',
  ],
  ['procurement', { budgetMaximum: '' }, 'budgetMaximum', 'Enter the most you can pay'],
  [
    'procurement',
    { budgetMaximum: 'a lot' },
    'budgetMaximum',
    'Enter an amount in pounds for “Most you can pay, without VAT”, like £120,000',
  ],
  [
    'procurement',
    { budgetMaximum: '99999999999999999999' },
    'budgetMaximum',
    'Enter an amount in pounds for “Most you can pay, without VAT”, like £120,000',
  ],
  [
    'procurement',
    { budgetMinimum: '£130,000' },
    'budgetMinimum',
    'The least you expect cannot be more than the most you can pay',
  ],
  ['procurement', { basis: 'direct' }, 'justification', 'Write the justification'],
  ['procurement', { document: '' }, 'document', 'Say where the basis is recorded'],
  ['criteria', { weight1: '21' }, 'weight1', 'The weights must total exactly 100. They total 101'],
  ['criteria', { weight3: '' }, 'weight3', 'Enter the weight of “Team and track record”'],
  ['criteria', { name3: '' }, 'name3', 'Name criterion 3, or leave its whole row empty'],
  [
    'criteria',
    { guidance8: 'Only what to look for' },
    'name8',
    'Name criterion 8, or leave its whole row empty',
  ],
  [
    'criteria',
    { minimum2: '6' },
    'minimum2',
    'Enter a number from 0 to 5 for “Minimum for criterion 2, if any”',
  ],
  [
    'criteria',
    { wordLimit: '12' },
    'wordLimit',
    'Enter a number from 100 to 50,000 for “Most words in a bid”',
  ],
  [
    'criteria',
    { qualityWeight: '101' },
    'qualityWeight',
    'Enter a number from 0 to 100 for “Quality, out of 100”',
  ],
  ['dates', { closesTime: 'noon' }, 'closesTime', 'Enter a time like 17:00'],
  ['dates', { closesTime: '17:75' }, 'closesTime', 'Enter a time like 17:00'],
  ['people', { owner: 'me' }, 'owner', 'Choose one of the people'],
];

describe('answers that cannot be', () => {
  test.each(WRONG)('%s: %j is refused beside %s', async (task, changes, field, message) => {
    const before = await rowOf(draft);
    const page = await sendTask(task, changes);
    expect(page.status).toBe(422);
    expect(page.errors).toContain(message);
    expect(page.messageBeside(field)).toBe(message);
    for (const [name, value] of Object.entries(changes))
      if (page.$(`[name="${name}"]`).attr('type') !== 'radio') expect(page.fields[name]).toBe(value);
    expect((await rowOf(draft)).revision).toBe(before.revision);
  });

  test('every message of the summary leads to a field that is there', async () => {
    const page = await sendTask('need', { title: '', summary: '', decision: '' });
    const targets = page
      .$('.govuk-error-summary__list a')
      .toArray()
      .map((node) => (page.$(node).attr('href') ?? '').slice(1));
    expect(targets).toHaveLength(3);
    for (const id of targets) expect(page.$(`[id="${id}"]`).is('input, textarea')).toBe(true);
  });

  const day = (name: string, date: string, month: string, year: string) => ({
    [`${name}.day`]: date,
    [`${name}.month`]: month,
    [`${name}.year`]: year,
  });

  test.each([
    ['31', '2', '2027'],
    ['1', '13', '2027'],
    ['x', 'y', 'z'],
    ['1', '', '2027'],
    ['1', '1', '12027'],
  ])('%s %s %s is no day: both dates say so by name and keep what was typed', async (date, month, year) => {
    const page = await sendTask('need', day('neededBy', date, month, year));
    expect(page.errors).toEqual(['Enter a real date for “When the answer is needed”, like 21 11 2026']);
    expect(page.messageBeside('neededBy')).toBe(page.errors[0]);
    expect(page.fields['neededBy.day']).toBe(date);
    expect(page.fields['neededBy.year']).toBe(year);
  });

  test('an answer that comes after the decision is refused', async () => {
    const page = await sendTask('need', day('neededBy', '1', '1', '2099'));
    expect(page.messageBeside('neededBy')).toBe('The answer must be there before the decision');
  });

  test('a closing day in the past, and an hour that the clocks skip, are refused', async () => {
    const past = await sendTask('dates', day('closesOn', '1', '1', '2020'));
    expect(past.messageBeside('closesOn')).toBe('The closing day must lie in the future');
    const skipped = await sendTask('dates', { ...day('closesOn', '28', '3', '2027'), closesTime: '01:30' });
    expect(skipped.messageBeside('closesTime')).toContain('The clocks change at that hour');
  });

  test('a field that no page has is refused, whatever it says', async () => {
    for (const field of ['publishedAt', 'seniorResponsibleOwnerId', 'teamId']) {
      const page = await sendTask('need', { [field]: asking.authorId });
      expect(page.status).toBe(422);
    }
    expect(await rowOf(draft)).toMatchObject({ publishedAt: null, seniorResponsibleOwnerId: asking.ownerId });
  });
});

describe('text that means harm', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE question; --",
    '{{constructor.constructor("return 1")()}}',
    'Fish 🐟 and \u202Ereversed\u202C words',
  ];

  test.each(HOSTILE)('%s is kept as words and shown as words', async (text) => {
    const { reference } = await makeQuestion({ asking, state: 'draft' });
    const sent = await sendTask(
      'scope',
      { questionsAsked: text, background: text, outputs: text },
      reference,
    );
    expect(sent.status).toBe(303);
    expect((await rowOf(reference)).background).toBe(text);
    const page = await visit(paths.questionTask(reference, 'scope'), { as: asking.authorId });
    expect(page.fields['background']).toBe(text);
    expect(page.$('main img, main script[src="x"]').length).toBe(0);
    expect(page.html).not.toContain('<script>alert');
  });
});

test('the part of the business is said in the draft, as it can be said of the question later', async () => {
  const { reference } = await makeFinished({ asking });
  const said = async () => {
    const where = { question: { reference }, term: { scheme: { in: BUSINESS } } };
    const rows = await database.db.questionTerm.findMany({ where, select: { term: true } });
    return rows.map(({ term }) => term.slug).toSorted();
  };
  const changes = { stages: ['launder'], positions: ['facilitator'] };
  expect((await sendTask('areas', changes, reference)).status).toBe(303);
  const shown = await visit(paths.questionTask(reference, 'areas'), { as: asking.authorId });
  expect([shown.fields['stages'], shown.fields['positions']].flat()).toEqual(['launder', 'facilitator']);
  expect(await said()).toEqual(['facilitator', 'launder']);
  const none = { ...shown.fields, intent: 'finish', stages: [], positions: [] };
  const again = await send(paths.questionTask(reference, 'areas'), none, { as: asking.authorId });
  expect(again.status).toBe(303);
  expect(await said()).toEqual([]);
});
