import { describe, expect, test } from 'vitest';
import { mayJoin, stateOf } from './session';

const at = new Date('2026-12-01T14:00:00Z');
const before = new Date(at.getTime() - 1);
const times = { startsAt: at, cancelledAt: null, recordedAt: null };

test.each([
  [times, before, 'ahead'],
  [times, at, 'held'],
  [{ ...times, recordedAt: at }, at, 'recorded'],
  [{ ...times, cancelledAt: before }, at, 'cancelled'],
] as const)('%j at %s is %s', (session, now, state) => {
  expect(stateOf(session, now)).toBe(state);
});

describe('who is told how to join', () => {
  const question = { expressionsCloseAt: at, publishedAt: before, withdrawnAt: null };
  const gates = { bids: false, mayBid: true, question } as const;
  test.each([
    ['notAsked', 'notAsked', true, true],
    ['eligible', 'notAsked', true, true],
    ['toConfirm', 'notAsked', true, false],
    ['ineligible', 'notAsked', true, false],
    ['notAsked', 'none', true, true],
    ['notAsked', 'none', false, false],
    ['notAsked', 'waiting', false, true],
    ['notAsked', 'invited', false, true],
    ['notAsked', 'notInvited', false, false],
  ] as const)('%s, expression %s, still open %s: %s', (eligibility, expression, open, joins) => {
    expect(mayJoin({ ...gates, eligibility, expression }, open ? before : at)).toBe(joins);
  });

  test('whoever bids is, and nobody who may not bid', () => {
    const shut = { ...gates, eligibility: 'toConfirm', expression: 'notInvited' } as const;
    expect(mayJoin({ ...shut, bids: true }, at)).toBe(true);
    const barred = { ...gates, mayBid: false, eligibility: 'notAsked', expression: 'notAsked' } as const;
    expect(mayJoin(barred, before)).toBe(false);
  });
});
