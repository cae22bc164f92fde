import { describe, expect, test } from 'vitest';
import type { Lot } from '../../questions/lots/lot';
import type { RankedPart } from '../assessment/ranking-of.server';
import type { LotBidder } from '../lots/allotting';
import type { AssessedBid } from '../scoring/award/formulas';
import { fraction } from '../scoring/fraction';
import { rankBids } from '../scoring/ranking';
import { asideFor, refusedChoices, type LotsChoice } from './lots-chosen';

const lot = (number: number, over: Partial<Lot> = {}): Lot => ({
  id: `lot${number}`,
  number,
  title: `Part ${number}`,
  covers: '',
  budget: 1000,
  awardsAvailable: 1,
  ...over,
});

/** `a1:5`: the bid of `a` for lot 1, with that score; `a1:5/200` at a price of 200; `a1:1/200/2` with a minimum of 2. */
const bid = (said: string): AssessedBid => {
  const [id = '', score = '', price = '100', minimum] = said.split(/[:/]/);
  return {
    id,
    price: Number(price),
    criteria: [
      {
        weight: 100,
        minimum: minimum === undefined ? null : Number(minimum),
        score: fraction(Number(score)),
      },
    ],
  };
};

const part = (of: Lot | null, ...said: string[]): RankedPart => {
  const bids = said.map(bid);
  const rules = {
    ...{ priceScored: true, weights: { quality: 100, price: 0 }, formula: 'weighted' as const },
    ...{ threshold: null, tieBreak: [], budget: null },
  };
  return { lot: of, bids, rows: [], ranking: rankBids(bids, rules) };
};

const rankedIn = (parts: RankedPart[], orders: Record<string, number> = {}) => {
  const all = parts.flatMap(({ bids }) => bids);
  return {
    parts,
    amounts: new Map(all.map(({ id, price }) => [id, price ?? 0])),
    bidders: new Map(
      all.map(({ id }): [string, LotBidder] => [id, { bidder: id.charAt(0), order: orders[id] ?? null }]),
    ),
  };
};

const none = { lotsMostBids: null, lotsMostAwards: null, lotRule: null };
const whole = { awardsAvailable: 1, budgetMaximum: null as number | null, ...none };
const limited = (most: number, lotRule: 'preference' | 'difference' = 'difference') => ({
  ...whole,
  lotsMostAwards: most,
  lotRule,
});
const choice = (bidIds: string[], over: Partial<LotsChoice> = {}): LotsChoice => ({
  outcome: 'awarded',
  bidIds,
  tieReason: '',
  unawarded: [],
  ...over,
});

const two = rankedIn([part(lot(1), 'a1:5', 'b1:4'), part(lot(2), 'a2:5', 'c2:3')]);
const refused = (
  ranked: typeof two,
  chosen: LotsChoice,
  question: Parameters<typeof refusedChoices>[0] = whole,
) => refusedChoices(question, ranked, chosen);

describe('a question that is not divided', () => {
  const alone = rankedIn([part(null, 'a:5', 'b:4/300')]);

  test.each<[string, string[], string | undefined]>([
    ['the best', ['a'], undefined],
    ['none', [], 'NobodyIsChosen'],
    ['the second', ['b'], 'BetterBidIsPassedOver'],
    ['both', ['a', 'b'], 'AwardsAreAllGiven'],
  ])('is refused as ever for %s', (_, ids, name) => {
    expect(refused(alone, choice(ids))?.name).toBe(name);
  });

  test('asks no reason for lots that it has not, and keeps its own budget', () => {
    expect(refused(alone, choice(['a']), { ...whole, budgetMaximum: 100 })).toBeNull();
    expect(refused(alone, choice(['a']), { ...whole, budgetMaximum: 99 })?.name).toBe('BudgetIsExceeded');
  });

  test('without any bid can end, and cannot be awarded', () => {
    const empty = rankedIn([]);
    expect(refused(empty, choice([], { outcome: 'cancelled' }))).toBeNull();
    expect(refused(empty, choice([], { outcome: 'noneSuitable' }))).toBeNull();
    expect(refused(empty, choice([]))?.name).toBe('NobodyIsChosen');
  });
});

describe('a question in lots', () => {
  test('awards the best of each lot', () => {
    expect(refused(two, choice(['a1', 'a2']))).toBeNull();
    expect(refused(two, choice(['a2', 'a1']))).toBeNull();
  });

  test('ends without an award of any, and names then no bid', () => {
    for (const outcome of ['noneSuitable', 'cancelled'] as const) {
      expect(refused(two, choice([], { outcome }))).toBeNull();
      expect(refused(two, choice(['a1'], { outcome }))?.name).toBe('NothingToAward');
    }
    expect(refused(two, choice([]))?.fields).toEqual({ bids: 'Choose the bid to award' });
  });

  test('says which lot is left, beside its own field', () => {
    expect(refused(two, choice(['a1']))).toMatchObject({
      name: 'LotIsLeft',
      fields: { noAward2: 'Choose a bid for lot 2, or say why none is awarded' },
    });
    expect(refused(two, choice(['a2']))?.fields).toHaveProperty('noAward1');
  });

  test.each<[string, LotsChoice['unawarded'], string | undefined]>([
    ['the reason of that lot', [{ lot: 2, reason: 'No bid reaches the ports.' }], undefined],
    ['an empty reason', [{ lot: 2, reason: '' }], 'LotIsLeft'],
    ['the reason of another lot', [{ lot: 1, reason: 'No bid reaches the ports.' }], 'LotIsLeft'],
    ['the reason of no lot', [{ lot: 3, reason: 'No bid reaches the ports.' }], 'LotIsLeft'],
  ])('is left out with %s', (_, unawarded, name) => {
    expect(refused(two, choice(['a1'], { unawarded }))?.name).toBe(name);
  });

  test('needs no reason for a lot from which a bid is chosen', () => {
    const unawarded = [{ lot: 2, reason: 'An old reason.' }];
    expect(refused(two, choice(['a1', 'a2'], { unawarded }))).toBeNull();
  });

  test('names the lot in which a better bid is passed over', () => {
    const found = refused(two, choice(['a1', 'c2']));
    expect(found).toMatchObject({
      name: 'BetterBidIsPassedOver',
      message: 'Lot 2: Part 2. A bid that ranks higher is not chosen. Awards follow the ranking',
      fields: { bids: 'Lot 2: A bid that ranks higher is not chosen. Awards follow the ranking' },
    });
  });

  test('gives as many awards in a lot as that lot has', () => {
    const many = rankedIn([
      part(lot(1, { awardsAvailable: 2 }), 'a1:5', 'b1:4', 'c1:3'),
      part(lot(2), 'a2:5', 'c2:3'),
    ]);
    expect(refused(many, choice(['a1', 'b1', 'a2']))).toBeNull();
    expect(refused(many, choice(['a1', 'a2']))).toBeNull();
    expect(refused(many, choice(['a1', 'b1', 'c1', 'a2']))).toMatchObject({
      name: 'AwardsAreAllGiven',
      fields: { bids: 'Lot 1: This question has 2 awards to give' },
    });
    expect(refused(many, choice(['a1', 'a2', 'c2']))).toMatchObject({
      name: 'AwardsAreAllGiven',
      fields: { bids: 'Lot 2: This question has 1 award to give' },
    });
  });

  test.each([
    [99, 'BudgetIsExceeded'],
    [100, undefined],
    [101, undefined],
  ])('keeps to the budget of a lot of %i', (budget, name) => {
    const own = rankedIn([part(lot(1), 'a1:5'), part(lot(2, { budget }), 'b2:5')]);
    expect(refused(own, choice(['a1', 'b2']))?.name).toBe(name);
  });

  test('counts each lot against its own budget, never against that of the question', () => {
    expect(refused(two, choice(['a1', 'a2']), { ...whole, budgetMaximum: 1 })).toBeNull();
  });

  test('asks why one of bids exactly level is chosen, beside the reason', () => {
    const level = rankedIn([part(lot(1), 'a1:5', 'b1:5'), part(lot(2), 'c2:3')]);
    expect(refused(level, choice(['b1', 'c2']))).toMatchObject({
      name: 'TieHasNoReason',
      fields: { tieReason: expect.stringMatching(/^Lot 1: Bids stand exactly level/) },
    });
    expect(refused(level, choice(['b1', 'c2'], { tieReason: 'Nearer to the ports.' }))).toBeNull();
  });

  test('awards no bid below a minimum, in whichever lot', () => {
    const low = rankedIn([part(lot(1), 'a1:5'), part(lot(2), 'b2:1/100/2')]);
    expect(refused(low, choice(['a1', 'b2']))).toMatchObject({
      name: 'BidIsBelowMinimum',
      message: 'Lot 2: Part 2. A bid below a minimum score cannot be awarded',
    });
  });

  test('tells of the first lot that is wrong', () => {
    expect(refused(two, choice(['b1', 'c2']))?.message).toMatch(/^Lot 1: /);
  });

  test('with a lot for which nobody bid needs a reason for it', () => {
    const empty = rankedIn([part(lot(1), 'a1:5'), part(lot(2))]);
    expect(refused(empty, choice(['a1']))?.name).toBe('LotIsLeft');
    expect(refused(empty, choice(['a1'], { unawarded: [{ lot: 2, reason: 'Nobody bid.' }] }))).toBeNull();
  });
});

describe('a limit on the lots that one bidder wins', () => {
  // a is first in both lots: by 1 point of 5 in lot 1, by 2 in lot 2.
  test('refuses more than that, in one word or many', () => {
    expect(refused(two, choice(['a1', 'a2']), limited(1))).toMatchObject({
      name: 'LotsAreLimited',
      fields: { bids: expect.stringMatching(/^One bidder can win 1 lot\. Choose the next bid/) },
    });
    const three = rankedIn([1, 2, 3].map((number) => part(lot(number), `a${number}:5`, `b${number}:4`)));
    expect(refused(three, choice(['a1', 'a2', 'a3']), limited(2))?.message).toMatch(
      /^One bidder can win 2 lots\. /,
    );
    expect(refused(three, choice(['a1', 'a2', 'a3']), limited(3))).toBeNull();
  });

  test('moves up the next bid, and asks for no reason', () => {
    expect(refused(two, choice(['b1', 'a2']), limited(1))).toBeNull();
  });

  test('is no choice of the panel: the lot that is kept follows the rule', () => {
    expect(refused(two, choice(['a1', 'c2']), limited(1))?.name).toBe('LotsAreLimited');
    const first = rankedIn(two.parts, { a1: 1, a2: 2 });
    expect(refused(first, choice(['a1', 'c2']), limited(1, 'preference'))).toBeNull();
    expect(refused(first, choice(['b1', 'a2']), limited(1, 'preference'))?.name).toBe('LotsAreLimited');
  });

  test('counts only lots that are awarded', () => {
    const unawarded = [{ lot: 2, reason: 'The need has gone.' }];
    expect(refused(two, choice(['a1'], { unawarded }), limited(1))).toBeNull();
  });

  test('without a rule is none', () => {
    expect(refused(two, choice(['a1', 'a2']), { ...limited(1), lotRule: null })).toBeNull();
    expect(asideFor({ ...limited(1), lotRule: null }, two, () => 1).size).toBe(0);
    expect(asideFor(none, two, () => 1).size).toBe(0);
  });
});

describe('bids that stand aside', () => {
  test('are of lots with places alone', () => {
    expect([...asideFor(limited(1), two, () => 1)]).toEqual(['a1']);
    expect([...asideFor(limited(1), two, ({ lot: of }) => (of?.number === 1 ? 0 : 1))]).toEqual([]);
    expect([...asideFor(limited(1), { ...two, parts: [part(null, 'a1:5')] }, () => 1)]).toEqual([]);
  });

  test('are counted by bidder, so that a bid whose bidder is not known stands for itself', () => {
    expect([...asideFor(limited(1), { ...two, bidders: new Map() }, () => 1)]).toEqual([]);
  });

  test('of bids exactly level are counted as they were chosen', () => {
    const level = rankedIn([part(lot(1), 'a1:5', 'b1:5'), part(lot(2), 'a2:5', 'c2:3')]);
    expect([...asideFor(limited(1), level, () => 1, ['b1'])]).toEqual([]);
    expect([...asideFor(limited(1), level, () => 1, ['a1'])]).toEqual(['a1']);
  });
});
