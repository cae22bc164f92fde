import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AT,
  assessed,
  CRITERIA,
  panelist,
  pureCompetition,
  pureQuestion,
  scoresOf,
} from '../../../../tests/support/factories/pure-competition';
import { inDecimals } from '../scoring/fraction';
import {
  allHaveScored,
  assessedBids,
  contending,
  countedScores,
  hasScored,
  rankingRules,
  resultsOf,
  whatAgreementWaitsFor,
  withoutWalled,
  type BidAssessment,
} from './assessment';
import { scorersOf } from './whose-bids';

const both = (one: [number, number], two: [number, number]) => [
  ...scoresOf('one', one),
  ...scoresOf('two', two),
];
const of = (...bids: BidAssessment[]) => ({ criteria: CRITERIA, bids });
const shown = (bid: BidAssessment, competition = pureCompetition()) =>
  resultsOf(competition, of(bid), bid).map(({ agreed, disagreement, values }) => [
    values.join(' '),
    agreed && inDecimals(agreed, 2),
    disagreement,
  ]);

describe('whose scores count', () => {
  test('those of evaluators on the panel, once submitted', () => {
    const bid = assessed('b', {
      scores: [
        ...scoresOf('one', [3, 4]),
        ...scoresOf('two', [1, 1], false),
        ...scoresOf('mo', [5, 5]),
        ...scoresOf('gone', [0, 0]),
      ],
    });
    const competition = pureCompetition({
      panel: [...pureCompetition().panel, panelist('gone', 'evaluator', AT)],
    });
    expect(countedScores(competition, bid).map(({ personId }) => personId)).toEqual(['one', 'one']);
    expect(hasScored(bid, 'two')).toBe(false);
    expect(hasScored(bid, 'gone')).toBe(true);
  });

  test('not of somebody walled from this bid since, who still scores the others', () => {
    const competition = pureCompetition({ bidWalls: [{ personId: 'two', bidId: 'b' }] });
    const [b, c] = [
      assessed('b', { scores: both([3, 3], [5, 5]) }),
      assessed('c', { scores: both([3, 3], [5, 5]) }),
    ];
    expect(scorersOf(competition, 'b').map(({ person }) => person.id)).toEqual(['one']);
    expect(shown(b, competition)[0]).toEqual(['3', '3', false]);
    expect(shown(c, competition)[0]).toEqual(['3 5', '4', true]);
  });

  test('all have scored when every evaluator who has to did', () => {
    const half = assessed('b', { scores: scoresOf('one', [3, 3]) });
    expect(allHaveScored(pureCompetition(), half)).toBe(false);
    expect(allHaveScored(pureCompetition({ bidWalls: [{ personId: 'two', bidId: 'b' }] }), half)).toBe(true);
    expect(allHaveScored(pureCompetition(), assessed('b', { scores: both([3, 3], [4, 4]) }))).toBe(true);
  });
});

describe('the result of a criterion', () => {
  test('is the mean, or the consensus where there is one; the scores stay beside it', () => {
    const bid = assessed('b', {
      scores: both([5, 3], [2, 4]),
      consensus: [{ criterionId: 'c1', value: 4, rationale: 'Agreed' }],
    });
    expect(shown(bid)).toEqual([
      ['2 5', '4', true],
      ['3 4', '3.5', false],
    ]);
  });

  test('is unknown without a score', () => {
    expect(shown(assessed('b'))).toEqual([
      ['', null, false],
      ['', null, false],
    ]);
  });

  test('lies between the lowest and the highest of the scores, whoever gave them', () => {
    const score = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(score, score, score, score, (a, b, c, d) => {
        const bid = assessed('b', { scores: both([a, c], [b, d]) });
        const swapped = assessed('b', { scores: both([b, d], [a, c]) });
        const [first] = resultsOf(pureCompetition(), of(bid), bid);
        const mean = Number(first?.agreed?.n) / Number(first?.agreed?.d);
        expect(mean).toBeGreaterThanOrEqual(Math.min(a, b));
        expect(mean).toBeLessThanOrEqual(Math.max(a, b));
        expect(first?.disagreement).toBe(Math.abs(a - b) >= 2);
        expect(shown(bid)).toEqual(shown(swapped));
      }),
    );
  });
});

describe('what agreement on quality waits for', () => {
  const waits = (bids: BidAssessment[], meetings = 1, over = {}) =>
    whatAgreementWaitsFor(pureCompetition(over), of(...bids), meetings);
  const whole = assessed('b', { scores: both([3, 3], [4, 4]) });

  test('nothing, when all scored close together and a meeting was minuted', () => {
    expect(waits([whole])).toEqual([]);
  });

  test.each([
    [
      'scores that are missing, by name of bidder and evaluator',
      assessed('b', { scores: scoresOf('one', [3, 3]) }),
      ['Scores of Bidder of b are missing from Name of two.'],
    ],
    ['of everybody', assessed('b'), ['Scores of Bidder of b are missing from Name of one, Name of two.']],
    [
      'a consensus where scores lie apart',
      assessed('b', { scores: both([5, 3], [3, 3]) }),
      ['Bidder of b needs a consensus on “Method”.'],
    ],
    [
      'nothing more once there is one',
      assessed('b', {
        scores: both([5, 3], [3, 3]),
        consensus: [{ criterionId: 'c1', value: 4, rationale: 'Agreed' }],
      }),
      [],
    ],
    ['nothing of an excluded bid', assessed('b', { excludedReason: 'Late' }), []],
  ])('%s', (_, bid, expected) => {
    expect(waits([bid])).toEqual(expected);
  });

  test('the minutes, unless there is no bid to speak of', () => {
    expect(waits([whole], 0)).toEqual(['The minutes of the moderation meeting are not recorded.']);
    expect(waits([], 0)).toEqual([]);
    expect(waits([assessed('b', { excludedReason: 'Late' })], 0)).toEqual([]);
  });

  test('every bid that is not ready, in their order', () => {
    const late = assessed('c', { scores: scoresOf('two', [3, 3]) });
    expect(waits([assessed('b'), whole, late])).toHaveLength(2);
  });
});

describe('what is ranked', () => {
  test('contending bids with their price; excluded ones take no part', () => {
    const bids = [assessed('b', { scores: both([3, 3], [4, 4]) }), assessed('x', { excludedReason: 'Late' })];
    const ranked = assessedBids(
      pureCompetition(),
      of(...bids),
      new Map([
        ['b', 100],
        ['x', 1],
      ]),
    );
    expect(ranked?.map(({ id, price }) => [id, price])).toEqual([['b', 100]]);
    expect(ranked?.[0]?.criteria.map(({ weight, minimum }) => [weight, minimum])).toEqual([
      [60, null],
      [40, 3],
    ]);
    expect(contending(of(...bids)).map(({ id }) => id)).toEqual(['b']);
  });

  test('nothing, while one criterion of one bid has no score', () => {
    const bids = [assessed('b', { scores: both([3, 3], [4, 4]) }), assessed('c')];
    expect(assessedBids(pureCompetition(), of(...bids), new Map())).toBeNull();
  });

  test('a bid without a price has none, not zero', () => {
    const bids = [assessed('b', { scores: both([3, 3], [4, 4]) })];
    expect(assessedBids(pureCompetition(), of(...bids), new Map())?.[0]?.price).toBeNull();
  });

  test('by the weights of the question and the route', () => {
    const question = pureQuestion({ qualityWeight: 100, priceWeight: 0, route: { priceScored: false } });
    expect(rankingRules(pureCompetition({ question }))).toMatchObject({
      priceScored: false,
      weights: { quality: 100, price: 0 },
    });
  });
});

test('bids behind a wall leave no trace, and the criteria stay', () => {
  const all = of(assessed('b'), assessed('c'));
  expect(withoutWalled(all, (id) => id === 'b')).toEqual(of(assessed('c')));
  expect(withoutWalled(all, () => true)).toEqual(of());
  expect(all.bids).toHaveLength(2);
});
