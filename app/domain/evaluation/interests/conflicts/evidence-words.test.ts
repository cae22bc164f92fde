import { describe, expect, test } from 'vitest';
import { keyOf, wordsOf, type EvidenceSource, type Found } from './evidence-words';

const found = (source: EvidenceSource, over: Partial<Found> = {}): Found => ({
  ...{ personId: 'p', bidId: 'b', kind: 'coAuthor', source, sourceId: 's' },
  ...{ other: 'Ada Bidder', title: 'Ports', since: 2024, until: null },
  ...over,
});

describe('what was found, after a person’s name', () => {
  test.each<[EvidenceSource, Partial<Found>, string]>([
    ['self', {}, 'stands in this bid'],
    ['affiliation', {}, 'belongs to Ada Bidder (since 2024)'],
    ['affiliation', { since: null }, 'belongs to Ada Bidder'],
    ['affiliation', { until: 2024 }, 'belonged to Ada Bidder (2024)'],
    ['affiliation', { until: 2025 }, 'belonged to Ada Bidder (2024 to 2025)'],
    ['affiliation', { since: null, until: 2025 }, 'belonged to Ada Bidder (until 2025)'],
    ['colleague', {}, 'was at Ports at the same time as Ada Bidder'],
    ['address', { title: 'wrexby.ac.uk' }, 'has an e-mail address of Ada Bidder (wrexby.ac.uk)'],
    ['work', {}, 'wrote “Ports” (2024) with Ada Bidder'],
    ['award', {}, 'won “Ports” (2024) with Ada Bidder'],
    ['bid', {}, 'stood in another bid (2024) with Ada Bidder'],
    ['register', { title: '' }, 'declared in their register: co-author, Ada Bidder (since 2024)'],
    [
      'register',
      { kind: 'family', title: 'A cousin', since: null },
      'declared in their register: family, Ada Bidder. A cousin',
    ],
  ])('of %s with %j reads “%s”', (source, over, words) => {
    expect(wordsOf(found(source, over))).toBe(words);
  });

  test('names no other competition by a bid that only stood in it', () => {
    expect(wordsOf(found('bid', { title: 'A sealed question' }))).not.toContain('A sealed question');
  });
});

test('two sources never share a key, and one source keeps its own', () => {
  const sources = [
    'self',
    'affiliation',
    'colleague',
    'address',
    'work',
    'award',
    'bid',
    'register',
  ] as const;
  expect(new Set(sources.map((source) => keyOf(found(source)))).size).toBe(sources.length);
  expect(keyOf(found('work', { title: 'Renamed', other: 'Renamed', since: 1999 }))).toBe(
    keyOf(found('work')),
  );
});
