import { expect, test } from 'vitest';
import { isOpenForBids, showLateness, whyClosed } from './deadline';

const closesAt = new Date('2026-11-21T17:00:00Z');
const window = { closesAt, openedAt: null, withdrawnAt: null };
const after = (milliseconds: number) => new Date(closesAt.getTime() + milliseconds);

test('equal time is late', () => {
  expect(isOpenForBids(window, after(-1))).toBe(true);
  expect(isOpenForBids(window, after(0))).toBe(false);
  expect(isOpenForBids(window, after(1))).toBe(false);
});

test('an opened, a withdrawn and a dateless question take no bids', () => {
  expect(isOpenForBids({ ...window, openedAt: closesAt }, after(-1000))).toBe(false);
  expect(isOpenForBids({ ...window, withdrawnAt: closesAt }, after(-1000))).toBe(false);
  expect(isOpenForBids({ ...window, closesAt: null }, after(-1000))).toBe(false);
});

test.each([
  [0, 'less than a second'],
  [1_000, '1 second'],
  [59_999, '59 seconds'],
  [180_000, '3 minutes'],
  [3 * 3_600_000, '3 hours'],
])('%i ms late is %s', (milliseconds, words) => {
  expect(showLateness(milliseconds)).toBe(words);
});

test('the refusal says by how much and what is kept', () => {
  expect(whyClosed(window, after(-1), 'Kept.')).toBeNull();
  const refusal = whyClosed(window, after(180_000), 'It stays in your drafts.');
  expect(refusal?.name).toBe('DeadlineHasPassed');
  expect(refusal?.message).toBe(
    'You were 3 minutes late: bids for this question closed on 21 November 2026 at 5pm. It stays in your drafts.',
  );
  expect(whyClosed({ ...window, withdrawnAt: closesAt }, after(-1), '')?.name).toBe('QuestionWasWithdrawn');
});
