import { describe, expect, test } from 'vitest';
import {
  assessed,
  CRITERIA,
  pureCompetition,
  scoresOf,
} from '../../../tests/support/factories/pure-competition';
import type { BidAssessment } from '../evaluation/assessment/assessment';
import { summariesOf } from './summary';

const row = (reference: string, rank: number | null) => ({
  reference: `REF-${reference}`,
  bidder: `Bidder of ${reference}`,
  amount: 5_000_000,
  quality: '70',
  price: rank === null ? null : '90',
  total: rank === null ? null : '76',
  rank,
  tie: 'none' as const,
});
const scored = (id: string, over: Partial<BidAssessment> = {}) =>
  assessed(id, { scores: [...scoresOf('one', [4, 3]), ...scoresOf('two', [3, 3])], ...over });
const told = (
  bids: BidAssessment[],
  decided: Partial<Parameters<typeof summariesOf>[2]> = {},
  competition = pureCompetition(),
) =>
  Object.fromEntries(
    summariesOf(
      competition,
      { criteria: CRITERIA, bids },
      {
        outcome: 'awarded',
        bidIds: ['a'],
        rows: [row('a', 1), row('b', 2)],
        ...decided,
      },
    ).map(({ bidId, content }) => [bidId, content]),
  );

describe('what bidders are told', () => {
  test('every assessed bidder gets one, the excluded included, each with its own outcome', () => {
    const all = told([scored('a'), scored('b'), assessed('x', { excludedReason: 'No insurance' })]);
    expect(Object.entries(all).map(([id, { outcome, reason }]) => [id, outcome, reason])).toEqual([
      ['a', 'awarded', ''],
      ['b', 'notAwarded', ''],
      ['x', 'excluded', 'No insurance'],
    ]);
  });

  test.each(['noneSuitable', 'cancelled'] as const)('“%s” is told to all but the excluded', (outcome) => {
    const all = told([scored('a'), assessed('x', { excludedReason: 'Late' })], { outcome, bidIds: [] });
    expect([all['a']?.outcome, all['x']?.outcome]).toEqual([outcome, 'excluded']);
  });

  test('figures are those of the ranking, and how many were ranked', () => {
    expect(told([scored('b')])['b']).toMatchObject({
      quality: '70',
      price: '90',
      total: '76',
      amount: 5_000_000,
      rank: 2,
      ranked: 2,
    });
  });

  test('a bid below a minimum has quality and no rank, and does not count as ranked', () => {
    const all = told([scored('b')], { rows: [row('a', 1), row('b', null)] });
    expect(all['b']).toMatchObject({ quality: '70', rank: null, total: null, ranked: 1 });
  });

  test('points of an interview are told with their reason, to the bid that had them alone', () => {
    const interviews = new Map([['b', { points: -2, reason: 'Unsure about data.' }]]);
    const all = told([scored('a'), scored('b')], { interviews });
    expect([all['a']?.interview, all['b']?.interview]).toEqual([
      undefined,
      { points: -2, reason: 'Unsure about data.' },
    ]);
  });

  test('an excluded bid has no figures at all', () => {
    expect(told([assessed('x', { excludedReason: 'Late' })])['x']).toMatchObject({
      quality: null,
      price: null,
      total: null,
      amount: null,
      rank: null,
    });
  });
});

describe('the reasons', () => {
  test('are those of the evaluators, without their names', () => {
    const { criteria } = told([scored('a')])['a'] ?? { criteria: [] };
    expect(criteria.map(({ name, score, reasons }) => [name, score, reasons])).toEqual([
      ['Method', '3.5', ['one on c1', 'two on c1']],
      ['Reach', '3', ['one on c2', 'two on c2']],
    ]);
    expect(JSON.stringify(told([scored('a')]))).not.toContain('Name of');
  });

  test('are the panel’s where it agreed, and then nobody’s own', () => {
    const bid = scored('a', { consensus: [{ criterionId: 'c1', value: 5, rationale: 'We agreed.' }] });
    expect(told([bid])['a']?.criteria[0]).toMatchObject({ score: '5', reasons: ['We agreed.'] });
  });

  test('leave out drafts and scores of who left the panel or has a conflict about the bid', () => {
    const bid = assessed('a', {
      scores: [
        ...scoresOf('one', [4, 4]),
        ...scoresOf('two', [1, 1]),
        ...scoresOf('gone', [0, 0]),
        ...scoresOf('late', [0, 0], false),
      ],
    });
    const competition = pureCompetition({ bidWalls: [{ personId: 'two', bidId: 'a' }] });
    expect(told([bid], {}, competition)['a']?.criteria[0]).toMatchObject({
      score: '4',
      reasons: ['one on c1'],
    });
  });

  test('carry the minimum that was needed', () => {
    expect(told([scored('a')])['a']?.criteria.map(({ minimum }) => minimum)).toEqual([null, 3]);
  });
});
