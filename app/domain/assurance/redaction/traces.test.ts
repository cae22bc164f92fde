import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../pack/pack';
import { finderOf, tracesOf } from './traces';

const MARK = '█';

describe('what to look for elsewhere', () => {
  test.each<[string, Json, boolean, unknown[]]>([
    ['two signs are too short', 'ab', false, []],
    ['three signs are enough', 'abc', false, [{ text: 'abc' }]],
    ['spaces at the ends do not count', '  ab  ', false, []],
    ['words without the spaces around them', '  two words ', false, [{ text: 'two words' }]],
    ['of a record no short single word', 'elevensigns', true, []],
    ['of a record a word of twelve signs', 'twelve-signs', true, [{ text: 'twelve-signs' }]],
    ['of a record two words, however short', 'A Lee', true, [{ text: 'A Lee' }]],
    ['999 is too small', 999, false, []],
    ['1000 is told', 1000, false, [{ number: 1000 }]],
    ['a debt is as telling as a sum', -1000, false, [{ number: -1000 }]],
    ['yes and no tell nothing', [true, false, null], false, []],
    ['an instant with its zone', '2026-11-21T10:00:00.000+00:00', false, []],
    [
      'an identifier in capitals is a word',
      '01890000-0000-7000-8000-00000000000A',
      false,
      [{ text: '01890000-0000-7000-8000-00000000000A' }],
    ],
  ])('%s', (_what, value, whole, traces) => expect(tracesOf(value, { whole })).toEqual(traces));

  test.each(['position', 'number', 'revision', 'size', 'version'])(
    '%s counts, and tells nothing',
    (counter) => {
      expect(tracesOf({ [counter]: 5000, inner: [{ [counter]: 6000 }] }, { whole: false })).toEqual([]);
      expect(tracesOf({ [`${counter}_paid`]: 5000 }, { whole: false })).toEqual([{ number: 5000 }]);
    },
  );

  test('the same words are looked for once', () => {
    expect(tracesOf({ a: 'the same', b: ['the same', 4000], c: 4000 }, { whole: true })).toEqual([
      { text: 'the same' },
      { number: 4000 },
    ]);
  });
});

describe('words', () => {
  const found = (text: string, leaf: string) => finderOf([{ text }]).without(leaf, MARK);

  test.each([
    ['whatever their case', 'Zebra Method', 'the ZEBRA method', `the ${MARK}`],
    ['across lines', 'two words', 'two\n\n  words', MARK],
    ['as often as they stand', 'zebra', 'zebra, Zebra', `${MARK}, ${MARK}`],
    ['in a page', 'A & <B>', 'so A &amp; &lt;B&gt; said', `so ${MARK} said`],
    ['with quotes in a page', 'say "it\'s"', 'say &quot;it&#39;s&quot;', MARK],
    ['in an address', 'A & B', '?q=A%20%26%20B', `?q=${MARK}`],
    ['in a form’s address', 'A & B', '?q=A+%26+B', `?q=${MARK}`],
    ['in JSON', 'line\nend', '{"a":"line\\nend"}', `{"a":"${MARK}"}`],
    ['within longer words', 'zebra', 'zebras', `${MARK}s`],
    ['composed or not', 'caf\u00e9', 'the cafe\u0301', `the ${MARK}`],
    ['with signs of patterns', '(a|b)*', 'x (a|b)* y', `x ${MARK} y`],
  ])('%s', (_what, text, leaf, left) => expect(found(text, leaf)).toBe(left));

  test('the longest of several goes first, so that no end of it is left', () => {
    const { without } = finderOf([{ text: 'Ada' }, { text: 'Ada Lovelace' }]);
    expect(without('Ada Lovelace met Ada', MARK)).toBe(`${MARK} met ${MARK}`);
  });

  test('a mark with signs of a replacement stands as it is', () => {
    expect(finderOf([{ text: 'zebra' }]).without('a zebra', '[$& $1 $$]')).toBe('a [$& $1 $$]');
  });

  test('where they do not stand, nothing changes, not even how signs are composed', () => {
    const leaf = 'cafe\u0301';
    expect(finderOf([{ text: 'zebra' }]).without(leaf, MARK)).toBe(leaf);
    expect(finderOf([]).without(leaf, MARK)).toBe(leaf);
  });

  test('half a sign does not break the search', () => {
    const { hits } = finderOf([{ text: 'half \ud83d sign' }]);
    expect([hits('nothing of it'), hits('half \ud83d sign')]).toEqual([false, true]);
  });

  test('asked twice it answers the same', () => {
    const { hits } = finderOf([{ text: 'zebra' }]);
    expect([hits('zebra'), hits('zebra'), hits('zebra')]).toEqual([true, true, true]);
  });
});

describe('amounts', () => {
  const { hits, without } = finderOf([{ number: 3_912_350 }]);

  test.each([
    '3912350',
    '3,912,350',
    '39123.5',
    '39,123.5',
    '£39,123.50',
    'it cost 39123.50.',
    '(39,123.50)',
    'it is 3912350, no less',
  ])('stand in %j', (leaf) => expect(hits(leaf)).toBe(true));

  test.each(['39123', '39,123.51', '139,123.50', '39,123.505', '3912350.5', '13912350', '39 123.50', ''])(
    'do not stand in %j',
    (leaf) => expect(hits(leaf)).toBe(false),
  );

  test('as numbers in pence and pounds, and no other', () => {
    expect([3_912_350, 39_123.5, 39_123, -3_912_350].map(hits)).toEqual([true, true, false, false]);
    expect(without(39_123.5, MARK)).toBe(MARK);
    expect(without(7, MARK)).toBe(7);
  });

  test('whatever the sum, it is found as it is told in pounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 10 ** 11 }), (pence) => {
        const finder = finderOf([{ number: pence }]);
        const told = (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' });
        expect(finder.without(`It cost ${told}, all in.`, MARK)).toBe(`It cost £${MARK}, all in.`);
      }),
    );
  });
});

describe('whatever is withheld', () => {
  const word = fc.string({ minLength: 3, maxLength: 20 }).filter((text) => text.trim().length >= 3);

  test('it stands nowhere once it was taken out, in any form in which it stood', () => {
    fc.assert(
      fc.property(word, (raw) => {
        const text = raw.trim();
        const finder = finderOf([{ text }]);
        const forms = [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)];
        for (const form of forms) {
          expect(finder.hits(`${form} and more`)).toBe(true);
          expect(finder.hits(finder.without(`— ${form} —`, MARK))).toBe(false);
        }
      }),
    );
  });
});
