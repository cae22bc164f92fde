import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosine, raritiesIn, rarity, stemsOf, weightedJaccard } from './rarity';

describe('how rare a thing is', () => {
  test.each([
    ['nothing there at all', 0, 0, 0],
    ['one of one', 1, 1, Math.log(2)],
    ['all of ten', 10, 10, Math.log(1.1)],
    ['all but one of ten', 10, 9, Math.log(11 / 9)],
    ['one of ten', 10, 1, Math.log(11)],
    ['none of ten, as though it were one', 10, 0, Math.log(11)],
  ])('%s', (_what, total, having, expected) => expect(rarity(total, having)).toBeCloseTo(expected, 10));

  test('the more have it, the less it tells, and it never tells against', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (total, some) => {
        const having = Math.min(total, some);
        expect(rarity(total, having)).toBeGreaterThan(0);
        expect(rarity(total, having)).toBeGreaterThan(rarity(total, having + 1));
        expect(rarity(total + 1, having)).toBeGreaterThan(rarity(total, having));
      }),
    );
  });

  test('is counted over sets, whatever their order', () => {
    const sets = [['a', 'b'], ['a', 'c'], ['a'], []];
    const [there, back] = [raritiesIn(sets), raritiesIn(sets.toReversed())];
    for (const member of ['a', 'b', 'c', 'd']) expect(there(member)).toBe(back(member));
    expect(there('a')).toBeCloseTo(Math.log(5 / 3), 10);
    expect(there('b')).toBeCloseTo(Math.log(5), 10);
    expect(there('b')).toBe(there('c'));
  });

  test('without any set nothing tells anything', () => expect(raritiesIn([])('a')).toBe(0));

  test('takes names that every object has as any other', () => {
    const tells = raritiesIn([['constructor', '__proto__'], ['a'], ['a']]);
    expect(tells('constructor')).toBeCloseTo(Math.log(4), 10);
    expect(tells('__proto__')).toBeCloseTo(Math.log(4), 10);
    expect(tells('toString')).toBeCloseTo(Math.log(4), 10);
    expect(tells('a')).toBeCloseTo(Math.log(2), 10);
  });
});

describe('words as stems', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['blanks and signs alone', ' \n\t–…!?<>"', []],
    ['a letter alone is no word', 'a I x', []],
    ['two letters are', 'at', ['at']],
    ['forms of one word', 'trace traces tracing traced', ['trace']],
    ['capitals', 'BORDER Border border', ['border']],
    ['numbers', 'G7 2026 100', ['g7', '2026', '100']],
    ['a hyphen parts', 'cross-border', ['cross', 'border']],
    ['an apostrophe parts', "force's", ['forc']],
    ['an underscore parts', 'one_two', ['on', 'two']],
    ['markup is letters between signs', '<script>alert(1)</script>', ['script', 'alert']],
    ['other alphabets', 'Überwachung граница 国境', ['überwachung', 'граница', '国境']],
    ['a sign for a squid is no word', '🦑 net', ['net']],
  ])('%s', (_what, text, stems) => expect([...stemsOf(text).keys()]).toEqual(stems));

  test('each keeps the form in which it stood first', () => {
    expect([...stemsOf('Tracing payments; traces a PAYMENT').values()]).toEqual(['tracing', 'payments']);
    expect([...stemsOf('a PAYMENT traces, tracing payments').values()]).toEqual(['payment', 'traces']);
  });

  test('saying it twice adds nothing, and no stem is of one letter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const stems = stemsOf(text);
        expect([...stemsOf(`${text} ${text}`)]).toEqual([...stems]);
        expect([...stems.keys()].filter((stem) => stem.length < 2)).toEqual([]);
        expect([...stems.values()].every((word) => word === word.toLowerCase())).toBe(true);
      }),
    );
  });

  test('an enormous text is read', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `number${at % 500}`).join(' ');
    expect(stemsOf(text).size).toBe(500);
  });
});

const weights = fc
  .array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.double({ min: 0.01, max: 100, noNaN: true })),
    { maxLength: 5 },
  )
  .map((pairs) => new Map(pairs));

describe('what two share of all they have', () => {
  test.each<[string, [string, number][], [string, number][], number]>([
    ['neither has any', [], [], 0],
    ['one has none', [['x', 1]], [], 0],
    ['the same', [['x', 3]], [['x', 3]], 1],
    ['nothing in common', [['x', 3]], [['y', 3]], 0],
    [
      'one of three',
      [
        ['x', 1],
        ['y', 1],
      ],
      [
        ['y', 1],
        ['z', 1],
      ],
      1 / 3,
    ],
    [
      'the rarer of three',
      [
        ['x', 1],
        ['y', 8],
      ],
      [
        ['y', 8],
        ['z', 1],
      ],
      0.8,
    ],
    ['the same more quietly', [['x', 1]], [['x', 4]], 0.25],
    ['what weighs nothing', [['x', 0]], [['x', 0]], 0],
    [
      'what weighs nothing beside what does',
      [
        ['x', 0],
        ['y', 2],
      ],
      [
        ['x', 0],
        ['y', 2],
      ],
      1,
    ],
  ])('%s', (_what, one, other, expected) => {
    expect(weightedJaccard(new Map(one), new Map(other))).toBeCloseTo(expected, 10);
    expect(weightedJaccard(new Map(other), new Map(one))).toBeCloseTo(expected, 10);
  });

  test('lies between none and all, is the same both ways, and is all with oneself', () => {
    fc.assert(
      fc.property(weights, weights, (one, other) => {
        const likeness = weightedJaccard(one, other);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(weightedJaccard(other, one)).toBeCloseTo(likeness, 10);
        expect(weightedJaccard(one, one)).toBe(one.size === 0 ? 0 : 1);
      }),
    );
  });

  test('another thing that one alone has makes them less alike', () => {
    fc.assert(
      fc.property(weights, weights, fc.double({ min: 0.01, max: 100, noNaN: true }), (one, other, weight) => {
        const before = weightedJaccard(one, other);
        const after = weightedJaccard(new Map([...one, ['only here', weight]]), other);
        if (before === 0) expect(after).toBe(0);
        else expect(after).toBeLessThan(before);
      }),
    );
  });
});

const members = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
  .map((list) => new Set(list));

describe('the angle between two sets', () => {
  const evenly = () => 1;
  test.each<[string, string[], string[], number]>([
    ['neither has any', [], [], 0],
    ['one has none', ['x'], [], 0],
    ['the same', ['x', 'y'], ['y', 'x'], 1],
    ['nothing in common', ['x'], ['y'], 0],
    ['one of two each', ['x', 'y'], ['y', 'z'], 0.5],
    ['one of four', ['x'], ['x', 'y', 'z', 'w'], 0.5],
  ])('%s', (_what, one, other, expected) => {
    expect(cosine(new Set(one), new Set(other), evenly)).toBeCloseTo(expected, 10);
    expect(cosine(new Set(other), new Set(one), evenly)).toBeCloseTo(expected, 10);
  });

  test('counts what tells more for more: by its square', () => {
    const weigh = (member: string) => (member === 'rare' ? 3 : 1);
    const likeness = cosine(new Set(['rare', 'x']), new Set(['rare', 'y']), weigh);
    expect(likeness).toBeCloseTo(9 / 10, 10);
    expect(cosine(new Set(['x', 'rare']), new Set(['x', 'y']), weigh)).toBeCloseTo(1 / Math.sqrt(20), 10);
  });

  test('is none where nothing tells anything', () =>
    expect(cosine(new Set(['x']), new Set(['x']), () => 0)).toBe(0));

  test('lies between none and all, is the same both ways, whatever weighs what', () => {
    const weighing = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
    );
    fc.assert(
      fc.property(members, members, weighing, (one, other, table) => {
        const weigh = (member: string) => table[member] ?? 1;
        const likeness = cosine(one, other, weigh);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1 + 1e-9);
        expect(cosine(other, one, weigh)).toBeCloseTo(likeness, 10);
        expect(cosine(one, one, weigh)).toBeCloseTo(one.size === 0 ? 0 : 1, 10);
      }),
    );
  });

  test('does not change when all weighs more alike', () => {
    fc.assert(
      fc.property(members, members, fc.integer({ min: 2, max: 1000 }), (one, other, times) => {
        const weigh = (member: string) => member.charCodeAt(0);
        expect(cosine(one, other, (member) => weigh(member) * times)).toBeCloseTo(
          cosine(one, other, weigh),
          10,
        );
      }),
    );
  });
});
