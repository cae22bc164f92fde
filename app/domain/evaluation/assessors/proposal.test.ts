import { describe, expect, test } from 'vitest';
import { figuresInForce, pairKey, proposalFor, type AssigningState } from './proposal';
import { expertiseOf, ranksOf, similarityOf } from './similarity';
import { stateOfAssessment } from './assessment-state';

const state = (over: Partial<AssigningState> = {}): AssigningState => ({
  perBid: 1,
  bidIds: ['x', 'y'],
  assessors: [
    { id: 'ada', mostBids: 2 },
    { id: 'ben', mostBids: 2 },
    { id: 'cas', mostBids: 2 },
  ],
  stated: new Map([
    [pairKey('x', 'ada'), { wish: 2, expertise: 3 }],
    [pairKey('y', 'ben'), { wish: null, expertise: 3 }],
  ]),
  matched: new Map(),
  barred: new Set(),
  pinned: new Set(),
  placed: new Set(),
  begun: new Set(),
  apart: [],
  ...over,
});
const pairs = (over: Partial<AssigningState> = {}, moving = true) =>
  proposalFor(state(over), moving).places.map(({ bidId, personId }) => `${bidId} ${personId}`);

describe('what an assessor is worth for a bid', () => {
  test('ranks are a person’s own: the same wish for all is worth the same as no view', () => {
    expect(ranksOf([2, 2, 2, 2])).toEqual(ranksOf([0, 0, 0, 0]));
    expect(ranksOf([2, 0, 0, -2])).toEqual([0.875, 0.5, 0.5, 0.125]);
    expect(ranksOf([])).toEqual([]);
  });

  test('works never count like the word of an expert; “None” counts less than nothing said', () => {
    expect([expertiseOf(3, 0), expertiseOf(null, 1), expertiseOf(0, 1), expertiseOf(null, 0)]).toEqual([
      1,
      2 / 3,
      0,
      0,
    ]);
    expect(similarityOf(1, 0)).toBeGreaterThan(similarityOf(0, 1));
  });
});

describe('a proposal', () => {
  test('takes the experts', () => {
    expect(pairs()).toEqual(['x ada', 'y ben']);
  });

  test('keeps pins, and never what is barred, not even a pin', () => {
    expect(pairs({ pinned: new Set(['x cas']) })).toEqual(['x cas', 'y ben']);
    expect(pairs({ pinned: new Set(['x cas']), barred: new Set(['x cas']) })).toEqual(['x ada', 'y ben']);
  });

  test('fills empty places around what is in force, or moves what has not begun', () => {
    const placed = new Set(['x cas']);
    expect(pairs({ placed }, false)).toEqual(['x cas', 'y ben']);
    const moving = proposalFor(state({ placed }), true);
    expect(moving.moved).toEqual([{ bidId: 'x', personId: 'cas' }]);
    expect(moving.places.map(({ kind }) => kind)).toEqual(['new', 'new']);
  });

  test('never moves what has begun, unless a wall came between', () => {
    const begun = new Set(['x cas']);
    expect(pairs({ placed: begun, begun })).toEqual(['x cas', 'y ben']);
    const walled = proposalFor(state({ placed: begun, begun, barred: begun }), true);
    expect(walled.moved).toEqual([]);
    expect(walled.places.map(({ personId }) => personId)).toEqual(['ada', 'ben']);
  });

  test('takes back the places of whoever left the panel', () => {
    expect(proposalFor(state({ placed: new Set(['x gone']) }), false).moved).toEqual([
      { bidId: 'x', personId: 'gone' },
    ]);
  });

  test('keeps two apart who would be the best together', () => {
    const stated = new Map([
      [pairKey('x', 'ada'), { wish: 1, expertise: 3 }],
      [pairKey('x', 'ben'), { wish: 1, expertise: 2 }],
    ]);
    const two = { perBid: 2, bidIds: ['x'], stated };
    expect(pairs(two)).toEqual(['x ada', 'x ben']);
    expect(pairs({ ...two, apart: [['ada', 'ben']] })).toEqual(['x ada', 'x cas']);
  });

  test('of 136 bids and 60 assessors fills every place within every cap', () => {
    const bidIds = Array.from({ length: 136 }, (_, n) => `bid${n}`);
    const assessors = Array.from({ length: 60 }, (_, n) => ({ id: `person${n}`, mostBids: 8 }));
    const matched = new Map(
      bidIds.flatMap((bid, b) =>
        assessors.map(({ id }, p) => [pairKey(bid, id), ((b * 31 + p * 17) % 97) / 97] as const),
      ),
    );
    const barred = new Set(bidIds.flatMap((bid, b) => [pairKey(bid, `person${b % 60}`)]));
    const whole = state({ perBid: 3, bidIds, assessors, stated: new Map(), matched, barred });
    const { places, solution } = proposalFor(whole, true);
    expect([places.length, solution.short.length, solution.proven]).toEqual([408, 0, true]);
    expect(Math.max(...solution.figures.loads)).toBeLessThanOrEqual(8);
    expect(places.some(({ bidId, personId }) => barred.has(pairKey(bidId, personId)))).toBe(false);
  });
});

test('what is in force is measured the same way', () => {
  expect(figuresInForce(state({ placed: new Set(['x ada', 'y ben']) })).loads).toEqual([1, 1, 0]);
});

test.each([
  [{ refused: true, started: true, submitted: false }, 'refused'],
  [{ refused: false, started: true, submitted: true }, 'submitted'],
  [{ refused: false, started: true, submitted: false }, 'started'],
  [{ refused: false, started: false, submitted: false }, 'assigned'],
])('%j is %s', (given, expected) => {
  expect(stateOfAssessment(given)).toBe(expected);
});
