import { describe, expect, test } from 'vitest';
import { filesOf } from '../pack/write-pack.server';
import type { Fields, Pack } from '../pack/pack';
import { redactPack } from './redact-pack';
import { leavesOf, valueAt, type Redaction } from './redaction';
import { finderOf, tracesOf } from './traces';

const set = (name: string, stage: Pack['sets'][number]['stage'], ...records: Fields[]) => ({
  ...{ name, title: name, stage },
  records: records.map((fields, place) => ({ key: `${name}${place}`, fields })),
});
const fact = (position: number, data: Fields): Fields => ({
  position,
  id: `f${position}`,
  name: 'AwardWasDecided',
  data,
  hash: `h${position}`,
});

const pack: Pack = {
  question: 'AAAA2222',
  leftOut: [],
  sets: [
    set(
      'score',
      'assessment',
      { id: 's', reason: 'Weak on  Zebra\nmethod, zebra again', value: 3 },
      { id: 't', reason: 'Fine' },
    ),
    set('award', 'decision', {
      id: 'a',
      amount: 3_912_300,
      reference: 'AW',
      text_hash: 'abc',
      nested: { hash: 'x' },
    }),
    set('letter', 'decision', { text: 'About ZEBRA METHOD and £39,123, “quoted” <b>', html: '&lt;b&gt;' }),
    set('open-contracting', 'publication', {
      value: { amount: 39_123 },
      link: 'https://x.example/?q=zebra%20method',
    }),
    set(
      'facts',
      'facts',
      fact(4, { kind: 'plain' }),
      fact(5, { words: 'zebra method' }),
      fact(9, { kind: 'late' }),
    ),
  ],
  chain: [
    {
      before: '0',
      entries: [
        { position: 4, hash: 'h4' },
        { position: 5, hash: 'h5' },
      ],
      head: { position: 5, chain: '', signedAt: '', signature: '' },
    },
    {
      before: '0',
      entries: [{ position: 9, hash: 'h9' }],
      head: { position: 9, chain: '', signedAt: '', signature: '' },
    },
  ],
};

const redaction = (over: Partial<Redaction>): Redaction => ({
  ...{ reference: 'R', setName: 'score', recordKey: 'score0', field: 'reason', passage: null },
  ...{ exemption: 's.43(2)', everywhere: null },
  ...over,
});
const textOf = (redactions: Redaction[]) => {
  const done = redactPack(pack, redactions);
  const heading = {
    title: done.clean('A title'),
    madeAt: '2026-01-01T00:00:00Z',
    madeBy: 'X',
    redacted: true,
  };
  return {
    ...done,
    text: filesOf(done.pack, heading)
      .map(({ text }) => text)
      .join('\n'),
  };
};
const fieldsOf = ({ pack: { sets } }: { pack: Pack }, name: string, place = 0) =>
  sets.find((one) => one.name === name)?.records[place]?.fields;

describe('what is withheld', () => {
  test('a passage goes wherever it stands in its field, whatever its case and spaces, and the rest stays', () => {
    const done = textOf([redaction({ passage: 'zebra method' })]);
    expect(fieldsOf(done, 'score')).toEqual({
      id: 's',
      reason: 'Weak on  [redacted: s.43(2)], zebra again',
      value: 3,
    });
    const twice = textOf([redaction({ passage: 'Zebra' })]);
    expect(fieldsOf(twice, 'score')?.['reason']).toBe(
      'Weak on  [redacted: s.43(2)]\nmethod, [redacted: s.43(2)] again',
    );
  });

  test('where the same words stand besides is found, in a letter, an address and a fact', () => {
    const { elsewhere } = redactPack(pack, [redaction({ passage: 'zebra method' })]);
    expect(elsewhere.get('R')?.map(({ setName }) => setName)).toEqual([
      'letter',
      'open-contracting',
      'facts',
    ]);
  });

  test('everywhere means everywhere, and a changed fact is withheld whole with its stretch of the chain', () => {
    const done = textOf([redaction({ passage: 'zebra method', everywhere: true })]);
    expect(done.text).not.toMatch(/zebra(\s|%20|\+)method/i);
    expect(done.text).toContain('zebra again');
    expect(fieldsOf(done, 'facts', 1)).toEqual({ withheld: true });
    expect(fieldsOf(done, 'facts', 0)).toMatchObject({ hash: 'h4' });
    expect(done.pack.chain.map(({ head }) => head.position)).toEqual([9]);
    expect(done.elsewhere.get('R')).toEqual([]);
  });

  test('an amount is withheld in pence and pounds, as a number and in words', () => {
    const asked = redaction({ setName: 'award', recordKey: 'award0', field: 'amount' });
    expect(
      redactPack(pack, [asked])
        .elsewhere.get('R')
        ?.map(({ setName }) => setName),
    ).toEqual(['letter', 'open-contracting']);
    const done = textOf([{ ...asked, everywhere: true }]);
    expect(done.text).not.toMatch(/39,?123/);
    expect(fieldsOf(done, 'open-contracting')?.['value']).toEqual({ amount: '[redacted: s.43(2)]' });
  });

  test('a record and a file leave nothing but the mark, not even identifiers or how many there were', () => {
    expect(fieldsOf(textOf([redaction({ field: null })]), 'score')).toEqual({
      withheld: '[redacted: s.43(2)]',
    });
    const whole = textOf([redaction({ recordKey: null, field: null })]);
    expect(whole.pack.sets[0]?.records).toHaveLength(1);
    const facts = textOf([redaction({ setName: 'facts', recordKey: null, field: null })]);
    expect(facts.pack.chain).toEqual([]);
  });

  test('no fingerprint of a text is left to be tried out', () => {
    expect(fieldsOf(textOf([]), 'award')).toEqual({
      id: 'a',
      amount: 3_912_300,
      reference: 'AW',
      nested: {},
    });
  });

  test('a place that is gone is told, and withholds nothing by guess', () => {
    const gone = [
      redaction({ setName: 'none' }),
      redaction({ recordKey: 'none' }),
      redaction({ field: 'none' }),
      redaction({ field: 'constructor' }),
      redaction({ passage: 'never said' }),
      redaction({ field: 'value', passage: '3' }),
    ];
    for (const one of gone) expect(redactPack(pack, [one]).lost).toEqual(['R']);
  });

  test('what goes beside the pack is cleaned of all that is withheld, decided or not', () => {
    const { clean } = redactPack(pack, [redaction({ passage: 'zebra method', everywhere: false })]);
    expect(clean('We weighed the Zebra  Method')).toBe('We weighed the [redacted: s.43(2)]');
  });
});

describe('traces', () => {
  test('signs of patterns, quotes and line ends are words like others', () => {
    for (const text of [
      'a.*b (c)',
      'say "this"\nand that',
      'back\\slash',
      '50% + $1',
      'naïve café',
      'two-part',
      '[x]',
      '<i>&',
    ]) {
      const { hits, without } = finderOf([{ text }]);
      expect(hits(`before ${text} after`)).toBe(true);
      expect(without(`before ${text} after`, '█')).toBe('before █ after');
      expect(hits(JSON.stringify({ text: `x ${text} y` }))).toBe(true);
      expect(hits(encodeURIComponent(`x ${text} y`))).toBe(true);
    }
    expect(finderOf([{ text: 'a.*b' }]).hits('axxb')).toBe(false);
    expect(finderOf([{ text: 'café' }]).hits('cafe\u0301')).toBe(true);
    expect(finderOf([]).hits('anything')).toBe(false);
  });

  test('identifiers, instants, counters and what is too short to tell are not looked for', () => {
    const values = [
      '01890000-0000-7000-8000-000000000000',
      '2026-01-01T00:00:00Z',
      '2026-01-01',
      'ab',
      7,
      true,
    ];
    expect(tracesOf(values, { whole: false })).toEqual([]);
    expect(tracesOf({ position: 4000, inner: { revision: 5000 } }, { whole: true })).toEqual([]);
    const record = { state: 'weighted', name: 'Ada Lee', code: 'CONTRACT-2026-17', amount: 500_000 };
    expect(tracesOf(record, { whole: true })).toEqual([
      ...[{ text: 'Ada Lee' }, { text: 'CONTRACT-2026-17' }, { number: 500_000 }],
    ]);
  });

  test('words that only begin like an instant or a mark are looked for like others', () => {
    for (const text of ['2026-01-01T10:00 at the dock', '[redacted: s.40(2)] or so it says'])
      expect(tracesOf(text, { whole: false })).toEqual([{ text }]);
  });

  test('numbers are whole numbers: none is found within a longer one', () => {
    const { hits } = finderOf([{ number: 500_000 }]);
    expect([
      hits('£5,000'),
      hits('£5,000.00'),
      hits('5000'),
      hits(5000),
      hits('15,000'),
      hits('50000'),
      hits('5,0001'),
    ]).toEqual([...[true, true, true, true, false, false, false]]);
  });

  test('the way to a field leads back to it, whatever its name', () => {
    const fields: Fields = { 'a/b': [{ '~c': 'x' }, { d: ['y'] }], e: '', f: null };
    const leaves = leavesOf(fields);
    expect(leaves.map(({ value }) => value)).toEqual(['x', 'y']);
    for (const { field, value } of leaves) expect(valueAt(fields, field)).toBe(value);
  });
});
