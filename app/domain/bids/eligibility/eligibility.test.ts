import { describe, expect, test } from 'vitest';
import { isAsked, standingOf, whyNotEligible } from './eligibility';

const asked = {
  organisations: ['university', 'charity-or-victim-service'],
  conditions: ['We are in the UK'],
};
const open = { organisations: [], conditions: [] };

describe('whether somebody may bid', () => {
  test.each([
    [asked, { kind: 'university', holds: [true] }, 0],
    [asked, { kind: 'university', holds: [false] }, 1],
    [asked, { kind: 'university', holds: [] }, 1],
    [asked, { kind: 'police-force', holds: [true] }, 1],
    [asked, { kind: null, holds: [false] }, 2],
    [{ ...asked, organisations: [] }, { kind: null, holds: [true] }, 0],
    [open, { kind: null, holds: [] }, 0],
  ])('%j, said %j: %i reasons against', (question, said, reasons) => {
    expect(whyNotEligible(question, said)).toHaveLength(reasons);
  });

  test('says plainly what is in the way', () => {
    expect(whyNotEligible(asked, { kind: 'police-force', holds: [false] })).toEqual([
      'Only organisations of these kinds may bid: University, Charity or victim service. Yours is of another: Police force.',
      'You said that this does not hold: We are in the UK',
    ]);
    expect(whyNotEligible(asked, { kind: null, holds: [true] })[0]).toContain('You would bid for yourself');
  });

  test('where nothing is asked nothing is confirmed; else the last answer counts', () => {
    expect(isAsked(open)).toBe(false);
    expect(standingOf(open, { eligible: false })).toBe('notAsked');
    expect(standingOf(asked, null)).toBe('toConfirm');
    expect(standingOf(asked, { eligible: true })).toBe('eligible');
    expect(standingOf({ ...asked, conditions: [] }, { eligible: false })).toBe('ineligible');
  });
});
