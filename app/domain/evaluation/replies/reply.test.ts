import { describe, expect, test } from 'vitest';
import {
  assessed,
  CRITERIA,
  pureCompetition,
  scoresOf,
} from '../../../../tests/support/factories/pure-competition';
import { reasonsFor, replyStage } from './reply';

describe('what a bidder reads of the panel', () => {
  const bid = assessed('b', {
    scores: [...scoresOf('two', [5, 1]), ...scoresOf('one', [3, 3]), ...scoresOf('gone', [0, 0])],
  });
  const told = reasonsFor(pureCompetition(), { criteria: CRITERIA, bids: [bid] }, bid);

  test('is every counted reason by criterion, in the order of the alphabet', () => {
    expect(told).toEqual([
      { name: 'Method', reasons: ['one on c1', 'two on c1'] },
      { name: 'Reach', reasons: ['one on c2', 'two on c2'] },
    ]);
  });

  test('holds neither a score nor a name', () => {
    expect(JSON.stringify(told)).not.toMatch(/Name of|value|personId/);
  });
});

test.each([
  [false, null, 'none'],
  [true, null, 'toOpen'],
  [true, 1, 'open'],
  [true, 0, 'over'],
  [true, -1, 'over'],
] as const)('the right of reply: offered %s, closing in %s ms, is %s', (offered, left, stage) => {
  const now = new Date('2026-11-22T12:00:00Z');
  const round = left === null ? null : { openedAt: now, closesAt: new Date(now.getTime() + left) };
  expect(replyStage(offered, round, now)).toBe(stage);
});
