import { expect, test } from 'vitest';
import { placeAmong } from './claimed-work.server';
import { termsNamed } from './named-terms';
import { newOffers } from './offered-work';
import { putCodes, worksOfBulk } from './orcid-record';

const work = (title: string, over: { doi?: string; year?: number } = {}) => ({
  title,
  doi: over.doi ?? null,
  year: over.year ?? 2020,
});

test('a work is offered once, by whatever it is known', () => {
  const known = [work('Rejected, before'), work('Taken', { doi: '10.1/a' })];
  const read = [
    ...[work('rejected before!'), work('Other words', { doi: '10.1/a' }), work('New'), work('new')],
    work('New', { year: 2021 }),
  ];
  expect(newOffers(read, known).map(({ title, year }) => [title, year])).toEqual([
    ['New', 2020],
    ['New', 2021],
  ]);
});

test('terms are named by whole words, in any case, with or without accents, once a work', () => {
  const terms = [
    { id: 'fraud', names: ['Fraud'] },
    { id: 'oic', names: ['Organised immigration crime', 'People smuggling'] },
    { id: 'art', names: ['Art'] },
    { id: 'cafe', names: ['Café crime'] },
  ];
  const counts = termsNamed(
    [
      { title: 'FRAUD, fraud and defrauded', description: '' },
      { title: 'x', description: 'On people-smuggling by art thieves' },
      { title: 'Defrauded', description: 'cafe crime' },
    ],
    terms,
  );
  expect([...counts]).toEqual([
    ...[
      ['fraud', 1],
      ['oic', 1],
      ['cafe', 1],
    ],
  ]);
});

const author = (position: number, name: string, over: { orcid?: string; personId?: string } = {}) => ({
  ...{ position, name, orcid: over.orcid ?? null, personId: over.personId ?? null },
});

test.each([
  ['by iD', [author(1, 'X'), author(2, 'Y', { orcid: '1' })], 2],
  ['by whole name', [author(1, 'Jan Smith'), author(2, 'Ada Smith')], 2],
  ['by the family name that only one has', [author(1, 'A. Smith'), author(2, 'B. Jones')], 1],
  ['not where two have it', [author(1, 'B. Smith'), author(2, 'C. Smith')], null],
  ['not where it is somebody else’s account', [author(1, 'Ada Smith', { personId: 'other' })], null],
  ['where it is theirs already', [author(1, 'Z', { personId: 'me' }), author(2, 'Ada Smith')], 1],
])('an author is found %s', (_how, authors, position) =>
  expect(placeAmong(authors, { id: 'me', name: 'Ada Smith', orcid: '1' })).toBe(position),
);

test.each([null, 1, 'x', [], {}, { group: 'x' }, { group: [{}, { 'work-summary': [{}] }, null] }])(
  'a record that is none, %j, holds nothing',
  (body) => {
    expect(putCodes(body)).toEqual([]);
    expect(worksOfBulk(body, 'x')).toEqual([]);
  },
);

test('parts of a work that cannot be read are left out', () => {
  const bulk = [
    { error: { 'response-code': 409 } },
    {
      work: {
        'put-code': 7,
        title: { title: { value: '<i>Ports</i> &amp; more' } },
        url: { value: 'ftp://x' },
        type: 9,
      },
    },
  ];
  expect(worksOfBulk({ bulk }, 'x')).toEqual([
    {
      ...{ sourceId: '7', title: 'Ports & more', description: '', year: null, kind: 'other', venue: '' },
      ...{ doi: null, webAddress: null, role: 'author', authors: [] },
    },
  ]);
});
