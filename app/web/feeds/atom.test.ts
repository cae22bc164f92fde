import { load } from 'cheerio';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atomFeed, feedResponse, type Feed } from './atom';

const SINCE = new Date('2026-11-01T09:00:00Z');
const entry = {
  id: '01890000-0000-7000-8000-000000000000',
  title: 'Ports & <b>insiders</b>',
  summary: 'They "know" the quays',
  publishedAt: new Date('2026-11-20T09:00:00Z'),
  href: 'https://soundings.test/findings/ABCD?a=1&b="2"',
};
const feed: Feed = {
  id: 'urn:uuid:1',
  title: 'Soundings',
  href: 'https://soundings.test/',
  since: SINCE,
  entries: [],
};
const read = (text: string) => load(text, { xml: true });

test('a feed holds what RFC 4287 requires of it', () => {
  const $ = read(atomFeed({ ...feed, self: 'https://soundings.test/feeds/findings', entries: [entry] }));
  expect($('feed > id').text()).toBe('urn:uuid:1');
  expect($('feed > updated').text()).toBe('2026-11-20T09:00:00.000Z');
  expect($('feed > author > name').text()).toBe('Soundings');
  expect($('feed > link[rel=self]').attr('href')).toBe('https://soundings.test/feeds/findings');
  expect($('entry > title').text()).toBe(entry.title);
  expect($('entry > summary').text()).toBe(entry.summary);
  expect($('entry > link').attr('href')).toBe(entry.href);
  expect($('entry > id').text()).toBe(`urn:uuid:${entry.id}`);
});

test('one that holds nothing changed when it was made, and tells no secret address', () => {
  const $ = read(atomFeed(feed));
  expect($('feed > updated').text()).toBe(SINCE.toISOString());
  expect($('link[rel=self]').length).toBe(0);
});

test('whatever a title holds, it stays text and XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const text = atomFeed({ ...feed, entries: [{ ...entry, title }] });
      expect([...text].filter((sign) => sign < ' ' && !'\t\n\r'.includes(sign))).toEqual([]);
      expect(text).not.toMatch(/[\p{Surrogate}\uFFFE\uFFFF]/u);
      expect(read(text)('feed > entry > title').children().length).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('no search engine lists it', () => {
  const { headers } = feedResponse(feed, 'private, no-store');
  expect(headers.get('X-Robots-Tag')).toBe('noindex');
  expect(headers.get('Cache-Control')).toBe('private, no-store');
  expect(headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
});

test('a feed changed when the latest of its entries did, in whatever order they come', () => {
  const date = fc.date({ min: SINCE, max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(date, { maxLength: 6 }), (dates) => {
      const entries = dates.map((publishedAt, place) => ({ ...entry, id: String(place), publishedAt }));
      const $ = read(atomFeed({ ...feed, entries }));
      const latest = Math.max(SINCE.getTime(), ...dates.map((one) => one.getTime()));
      expect($('feed > updated').text()).toBe(new Date(latest).toISOString());
      expect(
        $('entry > id')
          .toArray()
          .map((id) => $(id).text()),
      ).toEqual(entries.map(({ id }) => `urn:uuid:${id}`));
    }),
    { numRuns: 30 },
  );
});

test('an address never ends its attribute', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', "'", '<', '>', '&', ';', 'a', ' ', '&quot;') }),
      (end) => {
        const href = `https://soundings.test/?q=${end}`;
        const $ = read(atomFeed({ ...feed, href, self: href, entries: [{ ...entry, href }] }));
        for (const place of ['feed > link[rel=self]', 'feed > link[rel=alternate]', 'entry > link'])
          expect(Object.keys($(place).attr() ?? {})).toEqual(['rel', 'href']);
        expect($('entry > link').attr('href')).toBe(href);
      },
    ),
    { numRuns: 40 },
  );
});
