import { describe, expect, test } from 'vitest';
import {
  asksForReturn,
  currentRound,
  isLateRound,
  isRunning,
  waitsFor,
  type ReviewDecision,
  type Round,
} from './review-round';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const round = (number: number, ...decisions: (ReviewDecision | null)[]): Round => ({
  id: `r${number}`,
  number,
  dueOn: day('2027-03-01'),
  openedAt: day('2027-02-01'),
  reviews: decisions.map((decision, i) => ({
    reviewerId: `p${i + 1}`,
    reviewerName: `Reviewer ${i + 1}`,
    reviewerReference: `R${i + 1}`,
    decision,
    comment: decision === null ? '' : 'Sound.',
    givenAt: decision === null ? null : day('2027-02-10'),
  })),
});

describe('a round of review', () => {
  test('that counts is the last one, and without one there is none', () => {
    expect(currentRound([])).toBeUndefined();
    expect(currentRound([round(1, 'return'), round(2, null)])?.number).toBe(2);
    expect(isRunning(undefined)).toBe(false);
    expect(asksForReturn(undefined)).toBe(false);
  });

  test.each<[(ReviewDecision | null)[], string[], boolean]>([
    [[null, null], ['p1', 'p2'], true],
    [['accept', null], ['p2'], true],
    [['return', 'accept'], [], false],
  ])('with %j waits for %j', (decisions, waiting, running) => {
    const one = round(1, ...decisions);
    expect(waitsFor(one).map(({ reviewerId }) => reviewerId)).toEqual(waiting);
    expect(isRunning(one)).toBe(running);
  });

  test('is late from the day after its day, while somebody has not answered', () => {
    expect(isLateRound(round(1, 'accept', null), day('2027-03-01'))).toBe(false);
    expect(isLateRound(round(1, 'accept', null), day('2027-03-02'))).toBe(true);
    expect(isLateRound(round(1, 'accept'), day('2030-01-01'))).toBe(false);
  });

  test.each<[(ReviewDecision | null)[], boolean]>([
    [['accept', 'acceptWithChanges'], false],
    [['acceptWithChanges', null], false],
    [['accept', 'return', 'accept'], true],
    [['return', null], true],
  ])('of %j asks for its return: %s', (decisions, returns) => {
    expect(asksForReturn(round(1, ...decisions))).toBe(returns);
  });
});
