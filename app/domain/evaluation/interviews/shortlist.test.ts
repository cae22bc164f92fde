import { describe, expect, test } from 'vitest';
import { fraction, inDecimals } from '../scoring/fraction';
import { parseSlots, dealSlots } from './slots';
import { shortlist, writtenQuality, type WrittenBid } from './shortlist';

/** Two written criteria of 40 and 40; 20 are left for the interview. The second needs at least 2. */
const bid = (id: string, first: number, second: number): WrittenBid => ({
  id,
  criteria: [
    { weight: 40, minimum: null, score: fraction(first) },
    { weight: 40, minimum: 2, score: fraction(second) },
  ],
});

describe('the shortlist', () => {
  const bids = [bid('a', 5, 4), bid('b', 4, 4), bid('c', 4, 4), bid('d', 3, 3), bid('low', 5, 1)];

  test('is of the best by written quality, those level with the last too', () => {
    expect(shortlist(bids, { places: 1, from: null })).toEqual(['a']);
    expect(shortlist(bids, { places: 2, from: null })).toEqual(['a', 'b', 'c']);
    expect(shortlist(bids, { places: 9, from: null })).toEqual(['a', 'b', 'c', 'd']);
  });

  test('takes the quality needed as reached when it is reached exactly, and minimums always', () => {
    expect(shortlist(bids, { places: 9, from: 80 })).toEqual(['a', 'b', 'c']);
    expect(shortlist(bids, { places: 9, from: 81 })).toEqual(['a']);
    expect(shortlist([], { places: 3, from: null })).toEqual([]);
  });

  test('counts the written part as a whole', () => {
    expect(inDecimals(writtenQuality(bid('x', 5, 5)))).toBe('100');
    expect(inDecimals(writtenQuality(bid('x', 5, 4)))).toBe('90');
    expect(inDecimals(writtenQuality({ id: 'none', criteria: [] }))).toBe('0');
  });
});

describe('times as they are typed', () => {
  test.each([
    ['1 12 2026 10:30 Room 2', '2026-12-01T10:30:00.000Z', 'Room 2'],
    ['01/12/2026, 9.05, https://meet.example/x', '2026-12-01T09:05:00.000Z', 'https://meet.example/x'],
    ['1.7.2027 14:00 By phone', '2027-07-01T13:00:00.000Z', 'By phone'],
  ])('%j', (typed, startsAt, place) => {
    expect(parseSlots(typed)).toEqual({ slots: [{ startsAt: new Date(startsAt), place }] });
  });

  test.each([
    ['', 'Give at least one time'],
    ['tomorrow at ten', 'Line 1 is not a date, a time and a place: “tomorrow at ten”'],
    ['1 12 2026 10:30 A\n31 2 2027 10:00 B', 'Line 2 is not a date, a time and a place: “31 2 2027 10:00 B”'],
    ['1 12 2026 10:30 A\n1 12 2026 10:30 B', 'Line 2 gives a time twice: “1 12 2026 10:30 B”'],
  ])('%j is refused in words', (typed, why) => {
    expect(parseSlots(typed)).toEqual({ why });
  });

  test('are dealt out, so that each bidder has their own and nobody learns of another', () => {
    const slots = [10, 11, 12, 13, 14].map((hour) => ({
      startsAt: new Date(Date.UTC(2026, 11, 1, hour)),
      place: 'Room',
    }));
    const dealt = dealSlots(slots, ['x', 'y']);
    expect(dealt.map(({ bidId, startsAt }) => `${bidId} ${startsAt.getUTCHours()}`)).toEqual([
      'x 10',
      'y 11',
      'x 12',
      'y 13',
      'x 14',
    ]);
  });
});
