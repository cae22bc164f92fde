import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CROSSREF, DATACITE } from '../../../../../tests/support/outside/registry-answers';
import { fromCrossref } from './crossref';
import { fromDatacite } from './datacite';
import { plainText } from './registry-text';

const crossref = (over: Record<string, unknown>) =>
  fromCrossref({ ...CROSSREF, message: { ...CROSSREF.message, ...over } });
const datacite = (over: Record<string, unknown>) =>
  fromDatacite({ data: { attributes: { ...DATACITE.data.attributes, ...over } } });

describe('Crossref', () => {
  test.each([
    ['journal-article', 'article'],
    ['monograph', 'book'],
    ['book-chapter', 'chapter'],
    ['report-component', 'report'],
    ['proceedings-article', 'conference'],
    ['dissertation', 'thesis'],
    ['posted-content', 'preprint'],
    ['dataset', 'dataset'],
    ['component', 'other'],
    [undefined, 'other'],
    [7, 'other'],
  ])('%s is a %s', (type, kind) => expect(crossref({ type })?.kind).toBe(kind));

  test.each([
    ['a subtitle that the title says already', { subtitle: ['Profits'] }, 'Ports & profits'],
    ['no subtitle', { subtitle: [] }, 'Ports & profits'],
    ['a subtitle of another kind', { subtitle: 'x' }, 'Ports & profits'],
  ])('%s', (_what, over, title) => expect(crossref(over)?.title).toBe(title));

  test.each([
    ['an article number', { page: undefined, 'article-number': 'e1022' }, 'e1022'],
    ['pages before it', { 'article-number': 'e1022' }, '101-120'],
    ['neither', { page: undefined }, null],
  ])('pages: %s', (_what, over, pages) => expect(crossref(over)?.pages).toBe(pages));

  test('a book without authors is its editors’', () => {
    const editor = [{ family: 'Editor', given: 'Ed' }];
    expect(crossref({ author: [], editor })?.authors).toEqual([{ name: 'Ed Editor', orcid: null }]);
  });

  test.each([
    ['no title', { title: [] }],
    ['a title of marks alone', { title: ['<i></i>'] }],
    ['a title of another kind', { title: 'x' }],
  ])('%s is no work', (_what, over) => expect(crossref(over)).toBeNull());
});

describe('DataCite', () => {
  test('a publisher may be a text, and a name one string', () => {
    const creators = [{ name: 'Carberry, Josiah' }, { name: 'Office', nameType: 'Organizational' }, {}];
    const read = datacite({ publisher: 'Zenodo', creators, container: null });
    expect(read).toMatchObject({ publisher: 'Zenodo', venue: '', volume: null, pages: null });
    expect(read?.authors.map(({ name }) => name)).toEqual(['Carberry, Josiah', 'Office']);
  });

  test.each([
    ['JournalArticle', 'article'],
    ['Preprint', 'preprint'],
    ['Software', 'other'],
  ])('%s is a %s', (resourceTypeGeneral, kind) =>
    expect(datacite({ types: { resourceTypeGeneral } })?.kind).toBe(kind),
  );

  test('an iD of another scheme, or one that does not fit, is left out', () => {
    const identifiers = [
      { nameIdentifier: '0000-0002-1825-0097', nameIdentifierScheme: 'ISNI' },
      { nameIdentifier: '0000-0002-1825-0098', nameIdentifierScheme: 'ORCID' },
    ];
    const creators = identifiers.map((one) => ({ name: 'A', nameIdentifiers: [one] }));
    expect(datacite({ creators })?.authors.map(({ orcid }) => orcid)).toEqual([null, null]);
  });
});

test('marks and entities are taken out once, and what is no mark stays', () => {
  expect(plainText('<jats:italic>A</jats:italic> &amp;lt; 5 < 6 <mml:mi x="1">B</mml:mi>')).toBe(
    'A &lt; 5 < 6 B',
  );
  expect(plainText(undefined)).toBe('');
  expect(plainText('x'.repeat(9000))).toHaveLength(500);
});

test('whatever a registry answers, it is a reference or nothing', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (one, other) => {
      for (const body of [
        one,
        { message: one },
        { message: { title: [one], author: [other], issued: other } },
      ])
        expect(fromCrossref(body)?.title ?? 'nothing').not.toBe('');
      for (const body of [other, { data: { attributes: { titles: [{ title: one }], creators: other } } }])
        expect(fromDatacite(body)?.title ?? 'nothing').not.toBe('');
    }),
    { numRuns: 200 },
  );
});
