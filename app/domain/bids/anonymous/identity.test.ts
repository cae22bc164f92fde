import { describe, expect, test } from 'vitest';
import { makeContent } from '../../../../tests/support/factories/bids';
import { hideInPrice, hideInQuality, hideInText, whatGivesAway, type Identity } from './identity';

const criteria = [{ id: 'c1', name: 'Method' }];
const sections = [
  { slug: 'summary' },
  { slug: 'criterion-1', criterion: { id: 'c1' } },
  { slug: 'people' },
  { slug: 'plan' },
  { slug: 'references' },
  { slug: 'price' },
];
const identity: Identity = {
  people: ['Ana Müller-Okafor', 'Li'],
  organisations: ['University of St. Neots (UK)', ''],
  addresses: ['ana@neots.ac.uk', 'neots.ac.uk'],
};

describe('hiding who bids', () => {
  test.each([
    ['Led by Ana Müller-Okafor.', 'Led by [hidden].'],
    ['led by ANA  MÜLLER-OKAFOR', 'led by [hidden]'],
    ['Müller-Okafor (2021) found', '[hidden] (2021) found'],
    ['At University of St. Neots (UK), we', 'At [hidden], we'],
    ['Write to someone.else@gmail.com or ana@neots.ac.uk', 'Write to [hidden] or [hidden]'],
    ['See https://www.neots.ac.uk/crime', 'See https://www.[hidden]/crime'],
    ['Li wrote it; liability and Liverpool did not', '[hidden] wrote it; liability and Liverpool did not'],
    ['Nothing here (at all) [or $1 $& there]', 'Nothing here (at all) [or $1 $& there]'],
    ['Ana Mu\u0308ller-Okafor', '[hidden]'],
    ['', ''],
  ])('%j reads %j', (typed, read) => expect(hideInText(typed, identity)).toBe(read));

  test('a whole bid holds no name, not even of those it names itself', () => {
    const content = makeContent({ criteria });
    content.quality.summary = 'Rosa Lindqvist and Ana Müller-Okafor of University of St. Neots (UK).';
    content.quality.otherBids = { some: true, details: 'Rosa stands in one with the University of Ashby' };
    content.price.lines = [{ role: 'Dr Lindqvist', dayRate: 1, days: 1 }];
    const quality = hideInQuality(content.quality, identity);
    expect(quality.summary).toBe('[hidden] and [hidden] of [hidden].');
    expect(quality.people[0]?.name).toBe('Person 1');
    expect(quality.references).toBe('[hidden] (2024), The harbour papers.');
    expect(quality.otherBids).toEqual({ some: true, details: '[hidden]' });
    expect(JSON.stringify(quality)).not.toMatch(/Lindqvist|Okafor|Neots|Ashby/);
    const withCv = { ...identity, people: [...identity.people, 'Rosa Lindqvist'] };
    expect(hideInPrice(content.price, withCv).lines[0]?.role).toBe('Dr [hidden]');
  });

  test('long hostile text takes no time to speak of', () => {
    const text = `${'a@'.repeat(20_000)} ${'a'.repeat(50_000)} ${'Ana '.repeat(20_000)}`;
    expect(hideInText(text, identity)).toContain('Ana');
  });
});

test('what gives a bidder away is told by section, each word once', () => {
  const content = makeContent({ criteria });
  content.quality.answers['c1'] = 'Ana Müller-Okafor, again Ana Müller-Okafor, ana@neots.ac.uk';
  content.price.lines = [{ role: 'Li', dayRate: 1, days: 1 }];
  expect(whatGivesAway(content, sections, identity)).toEqual([
    { section: 'criterion-1', words: ['ana@neots.ac.uk', 'Ana Müller-Okafor'] },
    { section: 'references', words: ['Lindqvist'] },
    { section: 'price', words: ['Li'] },
  ]);
  content.quality.references = '';
  content.quality.answers['c1'] = 'Nothing';
  content.price.lines = [];
  expect(whatGivesAway(content, sections, identity)).toEqual([]);
});
