import { describe, expect, test } from 'vitest';
import { emptyContent, type BidContent } from './bid-content';
import { gapsIn, sectionStates } from './bid-gaps';
import { sectionOf, sectionsOf, wordsFor, type Outline } from './bid-sections';

const outline: Outline = {
  wordLimit: 1000,
  criteria: [
    { id: 'a', position: 1, name: 'Understanding', guidance: '', weight: 70 },
    { id: 'b', position: 2, name: 'Method', guidance: '', weight: 30 },
  ],
};
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

const complete = (): BidContent => ({
  quality: {
    summary: words(250),
    answers: { a: words(700), b: words(300) },
    people: [{ name: 'Rosa', role: 'Lead', narrative: words(400) }],
    milestones: [
      { title: 'Protocol', weeks: 4, share: 20 },
      { title: 'Report', weeks: 20, share: 80 },
    ],
    references: words(5000),
    confidential: [{ section: 'price', reason: 'Commercial', until: '2028-01-01' }],
    otherBids: { some: true, details: words(200) },
  },
  price: {
    lines: [{ role: 'Fellow', dayRate: 45_000, days: 20 }],
    otherCosts: [{ title: 'Travel', amount: 10_000 }],
    overheads: 0,
    fullEconomicCost: 80,
  },
});

test('a bid at every limit is complete', () => {
  expect(gapsIn(complete(), outline)).toEqual([]);
  expect(new Set(Object.values(sectionStates(complete(), outline)))).toEqual(new Set(['done']));
});

test('an empty bid lacks everything but what is optional', () => {
  expect(gapsIn(emptyContent(), outline).map(({ section }) => section)).toEqual([
    'summary',
    'criterion-1',
    'criterion-2',
    'people',
    'plan',
    'declaration',
    'price',
  ]);
  const states = sectionStates(emptyContent(), outline);
  expect(states).toMatchObject({
    summary: 'toDo',
    references: 'optional',
    confidential: 'optional',
    price: 'toDo',
  });
});

type Change = (content: BidContent) => void;

describe('what stands in the way', () => {
  test.each<[string, string, Change]>([
    [
      'summary',
      'Shorten your summary by 1 word: the limit is 250 words',
      (c) => (c.quality.summary += ' more'),
    ],
    [
      'criterion-2',
      'Shorten your answer on “Method” by 2 words: the limit is 300 words',
      (c) => (c.quality.answers['b'] += ' two more'),
    ],
    ['criterion-1', 'Write your answer on “Understanding”', (c) => (c.quality.answers['a'] = ' – ')],
    ['people', 'Add at least one person who would do the work', (c) => (c.quality.people = [])],
    ['people', 'Give the name, part and narrative CV of Rosa', (c) => (c.quality.people[0]!.role = '')],
    [
      'people',
      'Shorten the narrative CV of Rosa by 1 word',
      (c) => (c.quality.people[0]!.narrative += ' more'),
    ],
    ['plan', 'Add at least one milestone', (c) => (c.quality.milestones = [])],
    [
      'plan',
      'Give every milestone a title, a week and a share of the price',
      (c) => (c.quality.milestones[0]!.weeks = null),
    ],
    [
      'plan',
      'Make the shares of the price add up to 100%: they make 99%',
      (c) => (c.quality.milestones[0]!.share = 19),
    ],
    [
      'confidential',
      'Say why each confidential part is confidential, and until when',
      (c) => (c.quality.confidential[0]!.until = null),
    ],
    [
      'declaration',
      'Say whether anybody stands in another bid for this question',
      (c) => (c.quality.otherBids.some = null),
    ],
    ['declaration', 'Write your account of the other bids', (c) => (c.quality.otherBids.details = '')],
    ['price', 'Complete every line of the price, or clear it', (c) => (c.price.lines[0]!.days = null)],
    ['price', 'Complete every line of the price, or clear it', (c) => (c.price.otherCosts[0]!.title = '')],
    [
      'price',
      'Enter a price: it cannot be £0',
      (c) => (c.price = { ...c.price, lines: [], otherCosts: [], overheads: 0 }),
    ],
    [
      'price',
      'Say what share of the full economic cost the price covers',
      (c) => (c.price.fullEconomicCost = null),
    ],
  ])('%s: %s', (section, message, change) => {
    const content = complete();
    change(content);
    expect(gapsIn(content, outline)).toEqual([{ section, message }]);
    expect(sectionStates(content, outline)[section]).not.toBe('done');
  });
});

test('a declaration of none needs no account', () => {
  const content = complete();
  content.quality.otherBids = { some: false, details: '' };
  expect(gapsIn(content, outline)).toEqual([]);
});

test('the word limit is shared by weight, to the nearest ten', () => {
  expect(wordsFor({ weight: 33 }, { wordLimit: 3000 })).toBe(990);
  expect(wordsFor({ weight: 15 }, { wordLimit: 2500 })).toBe(380);
  expect(wordsFor({ weight: 1 }, { wordLimit: 100 })).toBe(10);
});

test('every criterion has a page of its own, in order', () => {
  expect(sectionsOf(outline).map(({ slug }) => slug)).toEqual([
    'summary',
    'criterion-1',
    'criterion-2',
    'people',
    'plan',
    'references',
    'confidential',
    'declaration',
    'price',
  ]);
  expect(sectionOf(outline, 'criterion-2')?.criterion?.id).toBe('b');
  expect(sectionOf(outline, 'criterion-3')).toBeUndefined();
});
