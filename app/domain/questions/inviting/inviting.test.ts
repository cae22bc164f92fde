import { expect, test } from 'vitest';
import { DECLINE_CODES, DECLINE_LABELS, invitationAnswer } from './answer';
import { askedTooOften, MOST_ASKED_IN_A_YEAR, MOST_WAITING, NOT_ASKED, showAsked } from './asking-limit';

const now = new Date('2026-11-22T10:00:00Z');
const open = { interestedAt: null, declineCode: null, declineWords: '' };

test.each([
  [open, 'Open'],
  [{ ...open, interestedAt: now }, 'Interested'],
  [{ ...open, declineCode: 'noTime' as const }, 'Declined: no time'],
  [{ ...open, declineCode: 'other' as const, declineWords: 'Away at sea' }, 'Declined: Away at sea'],
])('%j reads %s', (invitation, words) => {
  expect(invitationAnswer(invitation)).toBe(words);
});

test('every code has words of its own', () => {
  expect(new Set(Object.values(DECLINE_LABELS)).size).toBe(DECLINE_CODES.length);
});

test.each([
  [NOT_ASKED, null],
  [{ inYear: MOST_ASKED_IN_A_YEAR - 1, waiting: MOST_WAITING - 1 }, null],
  [{ inYear: MOST_ASKED_IN_A_YEAR, waiting: 0 }, /12 times in the last 12 months/],
  [{ inYear: MOST_WAITING, waiting: MOST_WAITING }, /3 questions wait/],
])('asked %j: %s', (asked, why) => {
  const said = askedTooOften(asked);
  if (why) expect(said).toMatch(why);
  else expect(said).toBeNull();
});

test('how often is said in words', () => {
  expect([0, 1, 4].map((inYear) => showAsked({ inYear, waiting: 0 }))).toEqual([
    'Not asked in the last 12 months',
    'Asked once in the last 12 months',
    'Asked 4 times in the last 12 months',
  ]);
});
