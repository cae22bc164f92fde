import { database } from '~/platform/db.server';
import { showReference } from '~/domain/reference';
import { wholeQuestion } from '~/domain/questions/drafting/draft-loading.server';
import { seenToken } from '~/domain/questions/drafting/seen-token.server';
import { DEFAULT_CRITERIA } from '~/domain/questions/criteria';
import { TASKS, type TaskSlug } from '~/domain/questions/tasks/task-list';

const ratings = Object.fromEntries(
  ['benefit', 'methods', 'protection', 'consent', 'participation', 'harm'].map((slug) => [
    `${slug}Rating`,
    'green',
  ]),
);

const criteria = Object.fromEntries(
  DEFAULT_CRITERIA.flatMap(({ name, weight }, index) => [
    [`name${index + 1}`, name],
    [`weight${index + 1}`, String(weight)],
  ]),
);

/** Whole answers to every task, as a form would send them; people and areas depend on the database. */
export const ANSWERS = {
  need: {
    title: 'How do insiders at ports get recruited?',
    summary: 'Border Force decides where to place vetting effort.',
    decision: 'Where to place vetting effort at twelve ports',
    decisionDate: '2027-06-01',
    neededBy: '2027-05-01',
  },
  scope: {
    questionsAsked: '1. Which roles are approached?\n2. What has been tried elsewhere?',
    background: 'Two reviews exist.',
    outputs: 'A report of 20 pages and a briefing.',
  },
  ethics: {
    ...ratings,
    personalData: 'none',
    dpiaStatus: 'notNeeded',
    vetting: 'none',
    trustedResearch: 'no',
    marking: 'OFFICIAL',
  },
  terms: {
    ownership: 'experts',
    licenceBack: 'yes',
    publication: 'afterReview',
    reviewDays: '28',
    openLicence: 'ogl',
    contract: 'shortForm',
    fee: 'bid',
    effort: 'About 60 days',
    awardsAvailable: '1',
  },
  procurement: {
    basis: 'quotation',
    document: 'Procurement file 12',
    budgetMinimum: '£90,000',
    budgetMaximum: '£120,000',
  },
  criteria: { ...criteria, wordLimit: '3000', qualityWeight: '70' },
  dates: { closesOn: '2027-02-11', closesTime: '17:00' },
} satisfies Partial<Record<TaskSlug, Record<string, unknown>>>;

/** What a page of a task would carry as hidden fields. */
export async function hiddenFields(reference: string, task: TaskSlug) {
  const row = await wholeQuestion(database(), reference);
  if (!row) throw new Error('no such question');
  return { reference: showReference(reference), seen: seenToken(TASKS[task].values(row)) };
}
