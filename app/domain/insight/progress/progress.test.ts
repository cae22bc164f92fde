import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QUESTION_STATES } from '../../questions/question';
import {
  bySoonest,
  CONTRIBUTIONS,
  contributionKinds,
  nextStep,
  STAGES,
  type QuestionUnderWay,
} from './progress';

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

describe('whatever is known of a question', () => {
  const date = fc.option(
    fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  );
  const underWay: fc.Arbitrary<QuestionUnderWay> = fc.record({
    ...{ reference: fc.constant('AAAAAAAA'), title: fc.string(), team: fc.string() },
    ...{ state: fc.constantFrom(...QUESTION_STATES), outcome: fc.constant(null), takesBids: fc.boolean() },
    ...{ neededBy: date, clarificationsCloseAt: date, closesAt: date },
    ...{ decisionDate: date, milestoneDueOn: date },
  });

  test('its next date is one of its own, and is exact where it is a closing', () => {
    fc.assert(
      fc.property(underWay, (one) => {
        const { on, exact } = nextStep(one);
        const closings = [one.clarificationsCloseAt, one.closesAt];
        const days = [one.neededBy, one.decisionDate, one.milestoneDueOn];
        if (on) expect(exact ? closings : days).toContain(on);
        expect(exact).toBe(one.state === 'open' || one.state === 'clarificationsClosed');
      }),
    );
  });

  test('nobody who takes no bids is told of bids', () => {
    fc.assert(
      fc.property(underWay, (one) => {
        const early = ['open', 'clarificationsClosed', 'closed'] as const;
        for (const state of early)
          expect(nextStep({ ...one, state, takesBids: false }).words).not.toMatch(/bid|Clarification/i);
      }),
    );
  });

  test('sorting puts each before every later one, and what has no date after all', () => {
    fc.assert(
      fc.property(fc.array(underWay), (questions) => {
        const sorted = questions.map((one) => ({ next: nextStep(one) })).toSorted(bySoonest);
        const times = sorted.map(({ next }) => next.on?.getTime() ?? Infinity);
        for (const [place, time] of times.entries())
          expect(time).toBeGreaterThanOrEqual(times[place - 1] ?? -Infinity);
      }),
    );
  });
});

test('each kind and each stage has words of its own', () => {
  for (const words of [Object.values(STAGES), Object.values(CONTRIBUTIONS)])
    expect(new Set<string>(words).size).toBe(words.length);
  expect(contributionKinds).toEqual(Object.keys(CONTRIBUTIONS));
});
