import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAIM_STATES, isOpenClaim, leftToClaim, paidInFull } from './payment-claim';

const states = Object.keys(CLAIM_STATES);
const claim = (amount: number, state: string) => ({ amount, state });
const anyClaims = fc.array(
  fc.record({ amount: fc.integer({ min: 1, max: 2_000_000_000 }), state: fc.constantFrom(...states) }),
  { maxLength: 12 },
);

describe('a claim', () => {
  test('is open from the first day until it is paid or withdrawn', () => {
    expect(states.filter((state) => !isOpenClaim(state))).toEqual(['paid', 'withdrawn']);
  });

  test.each([
    ['nothing claimed', 6_000, [], 6_000, false],
    ['one open', 6_000, [claim(2_000, 'new')], 4_000, false],
    ['one withdrawn', 6_000, [claim(2_000, 'withdrawn')], 6_000, false],
    ['all claimed, half paid', 6_000, [claim(3_000, 'paid'), claim(3_000, 'requested')], 0, false],
    ['all paid in parts', 6_000, [claim(5_999, 'paid'), claim(1, 'paid')], 0, true],
    ['all paid but a penny', 6_000, [claim(5_999, 'paid')], 1, false],
    ['a milestone without money', 0, [], 0, true],
  ])('leaves its milestone with what is not claimed yet: %s', (_, amount, claims, left, paid) => {
    expect([leftToClaim(amount, claims), paidInFull(amount, claims)]).toEqual([left, paid]);
  });

  test('takes from the milestone what it is, whatever the order, and gives it back when withdrawn', () => {
    fc.assert(
      fc.property(anyClaims, fc.integer({ min: 0, max: 2_000_000_000 }), (claims, amount) => {
        const left = leftToClaim(amount, claims);
        expect(leftToClaim(amount, claims.toReversed())).toBe(left);
        expect(leftToClaim(amount, [...claims, claim(7, 'withdrawn')])).toBe(left);
        expect(leftToClaim(amount, [...claims, claim(7, 'queried')])).toBe(left - 7);
        expect(
          leftToClaim(
            amount,
            claims.map((one) => ({ ...one, state: 'withdrawn' })),
          ),
        ).toBe(amount);
      }),
    );
  });

  test('pays its milestone only where nothing is left to claim', () => {
    fc.assert(
      fc.property(anyClaims, fc.integer({ min: 0, max: 10_000_000 }), (claims, amount) => {
        if (paidInFull(amount, claims)) expect(leftToClaim(amount, claims)).toBeLessThanOrEqual(0);
        const all = claims.map((one) => ({ ...one, state: 'paid' }));
        const sum = claims.reduce((total, one) => total + one.amount, 0);
        expect(paidInFull(amount, all)).toBe(sum >= amount);
      }),
    );
  });
});
