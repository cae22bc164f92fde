import { describe, expect, test } from 'vitest';
import {
  assessed,
  CRITERIA,
  panelist,
  pureCompetition,
  pureQuestion,
  scoresOf,
} from '../../../../tests/support/factories/pure-competition';
import { inLot, rankingRules } from '../assessment/assessment';
import { mustScore } from '../assessment/whose-bids';
import { rankedParts } from '../competition';
import { shortlistOf } from '../interviews/shortlist-of';

const lot = (number: number) => ({
  ...{ id: `l${number}`, number, title: `Part ${number}`, covers: '' },
  ...{ budget: number * 100, awardsAvailable: 1 },
});
const bid = (id: string, lotId: string, value: number) =>
  assessed(id, { lotId, scores: [...scoresOf('one', [value, value]), ...scoresOf('two', [value, value])] });
const assessment = {
  criteria: CRITERIA,
  bids: [bid('a', 'l1', 5), bid('b', 'l1', 4), bid('c', 'l2', 3), bid('d', 'l2', 4)],
};
const divided = pureCompetition({
  lots: [lot(1), lot(2)],
  question: pureQuestion({ interviewPlaces: 1, budgetMaximum: 1000 }),
});

describe('a competition in lots', () => {
  test('is ranked in its lots, each with its own bids and budget; without lots as a whole', () => {
    expect(rankedParts(divided).map((part) => part?.number)).toEqual([1, 2]);
    expect(rankedParts(pureCompetition())).toEqual([null]);
    expect(inLot(assessment, lot(2)).bids.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(inLot(assessment, null).bids).toHaveLength(4);
    expect(rankingRules(divided, lot(2)).budget).toBe(200);
    expect(rankingRules(divided).budget).toBe(1000);
  });

  test('has a shortlist in each lot', () => {
    expect(shortlistOf(divided, assessment)).toEqual(['a', 'd']);
    expect(shortlistOf({ ...divided, lots: [] }, assessment)).toEqual(['a']);
  });

  test('is scored by those whose lots they are', () => {
    const limited = { ...divided, panel: [panelist('one')], outsideLots: [{ personId: 'one', bidId: 'c' }] };
    expect(mustScore(limited, 'one', 'a')).toBe(true);
    expect(mustScore(limited, 'one', 'c')).toBe(false);
  });
});
