import { describe, expect, test } from 'vitest';
import { QUESTION_STATES } from '../../questions/question';
import { bySoonest, nextStep, type QuestionUnderWay } from './progress';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const question: QuestionUnderWay = {
  ...{ reference: 'AAAAAAAA', title: 'Who drives?', team: 'Ports', state: 'open', outcome: null },
  ...{ takesBids: true, neededBy: day('2027-01-01'), clarificationsCloseAt: day('2027-02-01') },
  ...{ closesAt: day('2027-03-01'), decisionDate: day('2027-04-01'), milestoneDueOn: day('2027-05-01') },
};

describe('what happens next', () => {
  test.each([
    ['draft', {}, 'send it for approval', '2027-01-01', false],
    ['returned', {}, 'send it again', '2027-01-01', false],
    ['awaitingApproval', {}, 'approves it', '2027-01-01', false],
    ['open', {}, 'Clarification questions close', '2027-02-01', true],
    ['open', { takesBids: false }, 'Answers close', '2027-03-01', true],
    ['open', { clarificationsCloseAt: null }, 'Answers close', '2027-03-01', true],
    ['clarificationsClosed', {}, 'Bids close', '2027-03-01', true],
    ['closed', {}, 'Open the bids', '2027-04-01', false],
    ['closed', { takesBids: false }, 'Settle', '2027-04-01', false],
    ['opened', {}, 'declares its interests', '2027-04-01', false],
    ['inEvaluation', {}, 'recommendation', '2027-04-01', false],
    ['decided', {}, 'give notice', '2027-04-01', false],
    ['inDelivery', {}, 'milestone', '2027-05-01', false],
  ] as const)('%s %j', (state, over, words, on, exact) => {
    const next = nextStep({ ...question, ...over, state });
    expect(next.words).toContain(words);
    expect([next.on, next.exact]).toEqual([day(on), exact]);
  });

  test('every state says something, and what has ended has no date', () => {
    for (const state of QUESTION_STATES) expect(nextStep({ ...question, state }).words).not.toBe('');
    for (const state of ['answered', 'withdrawn', 'setAside'] as const)
      expect(nextStep({ ...question, state }).on).toBeNull();
  });

  test('the soonest comes first, and what has no date last', () => {
    const next = (on: string | null) => ({ next: { words: '', on: on ? day(on) : null, exact: false } });
    const sorted = [next(null), next('2027-03-01'), next('2026-03-01')].toSorted(bySoonest);
    expect(sorted.map((one) => one.next.on)).toEqual([day('2026-03-01'), day('2027-03-01'), null]);
  });
});
