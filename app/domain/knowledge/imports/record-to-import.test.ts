import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import { workKinds } from '../citations/work-kinds';
import { choiceByDefault, importChoices, mayImport, placeWord } from './bibliography-import';
import { bibliographyInput } from './bibliography-input';
import { recordToImport } from './record-to-import';

const whole = {
  ...{ title: ' Small boats ', authors: [' Leah Moyle '], year: 2020, kind: 'article', venue: 'Crime' },
  ...{ volume: '3', issue: null, pages: '1–9', publisher: null, doi: 'https://doi.org/10.1000/AbC.' },
  ...{ threatAreas: ['fraud'], verified: false },
};
const taken = (over: Record<string, unknown>) => recordToImport.safeParse({ ...whole, ...over });
const wrong = (over: Record<string, unknown>) => {
  const read = taken(over);
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
};

describe('a record as an import takes it', () => {
  test('is trimmed, its DOI bare, and what a file need not say is filled in', () => {
    expect(recordToImport.parse(whole)).toEqual({
      ...whole,
      ...{ title: 'Small boats', authors: ['Leah Moyle'], doi: '10.1000/abc', webAddress: null, licence: '' },
    });
  });

  test('is the same when it is read again', () => {
    const once = recordToImport.parse(whole);
    expect(recordToImport.parse(once)).toEqual(once);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no title', { title: '   ' }, 'title'],
    ['a title that never ends', { title: 'x'.repeat(501) }, 'title'],
    ['an author without a name', { authors: ['Ada', ' '] }, 'authors.1'],
    ['authors in one text', { authors: 'Ada, Ben' }, 'authors'],
    ['a year before print', { year: 1799 }, 'year'],
    ['a year far ahead', { year: 2101 }, 'year'],
    ['half a year', { year: 2020.5 }, 'year'],
    ['a year in words', { year: '2020' }, 'year'],
    ['a kind that there is not', { kind: 'podcast' }, 'kind'],
    ['a script for an address', { webAddress: 'javascript:alert(1)' }, 'webAddress'],
    ['a file for an address', { webAddress: 'file:///etc/passwd' }, 'webAddress'],
    ['no address at all', { webAddress: 'example' }, 'webAddress'],
    ['a venue that never ends', { venue: 'x'.repeat(301) }, 'venue'],
    ['a volume that never ends', { volume: 'x'.repeat(51) }, 'volume'],
    ['nobody who says if it was checked', { verified: undefined }, 'verified'],
  ])('%s is refused', (_what, over, field) => expect(wrong(over)).toEqual([field]));

  test('what the file adds beyond that is refused, not stored', () => {
    expect(taken({ publishedAt: '2020-01-01' }).success).toBe(false);
  });

  test.each([
    ['doi:10.1000/x', '10.1000/x'],
    ['10.1000/x', '10.1000/x'],
    ['not one', null],
    ['', null],
    [null, null],
  ])('the DOI %j becomes %j', (doi, stored) => {
    const read = taken({ doi });
    expect(read.success && read.data.doi).toBe(stored);
  });

  test.each(['http://example.org/a', 'https://example.org/a?b=c#d'])(
    'the address %s is taken',
    (webAddress) => expect(taken({ webAddress }).success).toBe(true),
  );

  test('every kind of work is taken, and the years at both ends', () => {
    expect(workKinds.filter((kind) => !taken({ kind }).success)).toEqual([]);
    expect([1800, 2100, null].filter((year) => !taken({ year }).success)).toEqual([]);
  });
});

describe('a file as it was sent', () => {
  const file = (text: string, name = 'works.ris') => new File([text], name);

  test('is told in logs by name and size, never by what is in it', () => {
    const read = bibliographyInput.parse(file('TY  - JOUR\nTI  - Secret title\n'));
    expect(JSON.stringify({ file: read })).toBe('{"file":{"name":"works.ris","size":30}}');
    expect(JSON.stringify({ file: read })).not.toContain('Secret');
  });

  test('keeps its bytes', async () => {
    expect(await bibliographyInput.parse(file('TY  - JOUR'))?.text()).toBe('TY  - JOUR');
  });

  test('that is empty, as a browser sends it when none was chosen, is none', () => {
    expect(bibliographyInput.parse(file('', ''))).toBeUndefined();
    expect(bibliographyInput.parse(undefined)).toBeUndefined();
  });

  test.each([
    [10_000_000, true],
    [10_000_001, false],
  ])('of %i bytes is taken: %s', (size, isTaken) => {
    const read = bibliographyInput.safeParse(new File([new Uint8Array(size)], 'works.csv'));
    expect(read.success).toBe(isTaken);
    expect(read.error?.issues[0]?.message).toBe(isTaken ? undefined : 'Choose a file of at most 10 MB');
  });

  test.each(['a text', 7, {}, []])('%j is no file', (given) =>
    expect(bibliographyInput.safeParse(given).success).toBe(false),
  );
});

describe('an import', () => {
  test.each([
    ['ods', 'Row'],
    ['csl-json', 'Item'],
    ['ris', 'Line'],
    ['bibtex', 'Line'],
    ['csv', 'Line'],
  ])('of %s counts places by %s', (format, word) => expect(placeWord(format)).toBe(word));

  test('a fault leaves a record out, whatever it matches', () => {
    for (const match of [null, 'doi', 'title', 'near', 'named'] as const)
      expect(choiceByDefault('It has no title.', match)).toBe('skip');
  });

  test('what a person named as the same is not made twice', () => {
    expect(choiceByDefault(null, 'named')).toBe('same');
    expect(importChoices).toContain(choiceByDefault(null, 'named'));
  });

  test.each([
    ['a visitor', nobody, 'deny'],
    ['an expert', someone({ expert: true }), 'deny'],
    ['an auditor', someone({ roles: ['auditor'] }), 'deny'],
    ['an administrator', someone({ roles: ['administrator'] }), 'deny'],
    ['a coordinator', someone({ roles: ['coordinator'] }), 'allow'],
    ['a coordinator not verified', someone({ roles: ['coordinator'], verified: false }), 'deny'],
  ] as const)('%s: %s', (_who, actor, kind) => expect(mayImport(actor).kind).toBe(kind));
});
