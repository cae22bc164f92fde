import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordingOn } from './term';
import { addTermInput, aliasesOf, retireTermInput } from './term-form';
import { asSentence, nameFromSlug, slugFromName } from './wording';

describe('other names of a term', () => {
  test('are one a line, each once, without the empty ones', () => {
    expect(aliasesOf(' door scams \n\ncallers\ndoor scams')).toEqual(['door scams', 'callers']);
    expect(aliasesOf('')).toEqual([]);
  });

  test('written into the form and read again are the same', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const names = aliasesOf(typed);
        expect(aliasesOf(names.join('\n'))).toEqual(names);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

describe('a slug', () => {
  test('is safe in any address, and the same when made of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const slug = slugFromName(name);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*-?)?$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(encodeURIComponent(slug)).toBe(slug);
      }),
    );
  });

  test.each([
    ['Cash-in-transit & cargo theft', 'cash-in-transit-cargo-theft'],
    ['Société générale', 'societe-generale'],
    ['  --  ', ''],
    ['日本', ''],
    ["'; DROP TABLE term; --", 'drop-table-term'],
  ])('of %j is %j', (name, slug) => expect(slugFromName(name)).toBe(slug));

  test('reads as a name again', () => {
    expect(nameFromSlug('protect-uk-integrity')).toBe('Protect UK integrity');
    expect(nameFromSlug('ai-and-3d-printing')).toBe('AI and 3D printing');
  });
});

test('a note is a sentence once, however often it is made one', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const sentence = asSentence(text);
      expect(asSentence(sentence)).toBe(sentence);
      if (text.trim() !== '') expect(sentence).toMatch(/[.!?]$/);
    }),
  );
  expect(asSentence(' the end is a guess ')).toBe('The end is a guess.');
  expect(asSentence('Is it?')).toBe('Is it?');
});

describe('the wording of a day', () => {
  const at = (number: number, from: string) => ({ number, holdsFrom: new Date(from) });
  const versions = [at(3, '2026-05-01'), at(1, '2020-01-01'), at(2, '2026-05-01')];
  test.each([
    ['2019-12-31', null],
    ['2020-01-01', 1],
    ['2026-04-30', 1],
    ['2026-05-01', 3],
    ['2030-01-01', 3],
  ])('on %s was version %s', (day, number) => {
    expect(wordingOn(versions, new Date(day))?.number ?? null).toBe(number);
  });
});

describe('the forms', () => {
  test('say what is missing in our words', () => {
    const says = (parsed: { error?: { issues: { message: string }[] } | undefined }) =>
      parsed.error?.issues.map(({ message }) => message);
    expect(says(addTermInput.safeParse({}))).toEqual([
      'Choose what kind of term this is',
      'Enter a name',
      'Say what changes and why',
    ]);
    const reference = 'H7K4QXM2';
    expect(says(retireTermInput.safeParse({ reference, revision: '1' }))).toContain(
      'Say why this term is retired',
    );
  });

  test('parsed again are the same', () => {
    const typed = {
      scheme: 'method',
      name: ' Ride-along ',
      changeNote: 'New',
      reviewBy: { day: '31', month: '3', year: '2027' },
    };
    const once = addTermInput.parse(typed);
    expect(once.reviewBy).toEqual(new Date('2027-03-31'));
    expect(addTermInput.parse(once)).toEqual(once);
  });
});
