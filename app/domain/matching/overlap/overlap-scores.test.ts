import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlapOf, WEIGHTS, type Compared, type ComparedTerm, type Likeness } from './overlap';

const term = (slug: string, above: string[] = [], words = slug): ComparedTerm => ({
  ...{ slug, name: `Name of ${slug}`, above, words },
});
const group = (id: string, over: Partial<Compared> = {}): Compared => ({
  ...{ id, name: `Board ${id}`, kind: 'governs', purpose: 'Settles which couriers are followed' },
  ...{ areas: [term('drugs')], strands: ['pursue'], levels: ['national'] },
  ...{ members: [{ id: 'm1', name: 'Alpha Office' }], cadence: 2 },
  ...over,
});
const elsewhere = (id: string): Compared => ({
  ...{ id, name: `Panel ${id}`, kind: 'discusses', purpose: `Advises about ${id} alone` },
  ...{ areas: [term(`area-${id}`)], strands: [`strand-${id}`], levels: [`level-${id}`] },
  ...{ members: [{ id: `member-${id}`, name: `Member ${id}` }], cadence: 5 },
});
const others = ['p', 'q', 'r'].map((id) => elsewhere(id));
const between = (one: Partial<Compared>, other: Partial<Compared>) => {
  const overlap = overlapOf([group('x', one), group('y', other), ...others], 'x', 'y');
  if (!overlap) throw new Error('both are there');
  return overlap;
};
const likeness = (part: keyof Likeness, one: Partial<Compared>, other: Partial<Compared>) =>
  between(one, other).likeness[part];

describe('how often two meet', () => {
  test.each<[string, number | undefined, number | undefined, number]>([
    ['alike', 3, 3, 1],
    ['one step apart', 2, 3, 6 / 7],
    ['three steps apart', 0, 3, 4 / 7],
    ['as far apart as can be', 0, 6, 1 / 7],
    ['not known of one', undefined, 6, 1],
    ['not known of either', undefined, undefined, 1],
    ['every week, which is nought and no gap', 0, 0, 1],
  ])('%s', (_what, one, other, expected) => {
    const of = (cadence: number | undefined) => {
      const { cadence: _cadence, ...rest } = group('z');
      return cadence === undefined ? rest : { ...rest, cadence };
    };
    const pair = [
      { ...of(one), id: 'x' },
      { ...of(other), id: 'y' },
    ];
    expect(overlapOf(pair, 'x', 'y')?.likeness.cadence).toBeCloseTo(expected, 10);
    expect(overlapOf(pair, 'y', 'x')?.likeness.cadence).toBeCloseTo(expected, 10);
  });
});

describe('where and how two reach', () => {
  test.each<[string, Partial<Compared>, Partial<Compared>, number]>([
    ['the same', {}, {}, 1],
    ['nothing said by either', { strands: [], levels: [] }, { strands: [], levels: [] }, 0],
    ['another strand', {}, { strands: ['prevent'] }, 1 / 3],
    ['another level', {}, { levels: ['local'] }, 1 / 3],
    ['one more level', {}, { levels: ['national', 'local'] }, 2 / 3],
    ['neither', {}, { strands: ['prevent'], levels: ['local'] }, 0],
    ['one said twice', {}, { strands: ['pursue', 'pursue'] }, 1],
  ])('%s', (_what, one, other, expected) => expect(likeness('reach', one, other)).toBeCloseTo(expected, 10));
});

describe('what two are about', () => {
  test('a term above counts half, and what lies above that a quarter', () => {
    const child = { areas: [term('coins', ['money', 'economy'])] };
    const nearer = likeness('areas', child, { areas: [term('money', ['economy'])] });
    const further = likeness('areas', child, { areas: [term('economy')] });
    const same = likeness('areas', child, child);
    expect(same).toBeCloseTo(1, 10);
    expect(nearer).toBeLessThan(same);
    expect(further).toBeLessThan(nearer);
    expect(further).toBeGreaterThan(0);
  });

  test('a term that is chosen itself is not made quieter by one below it', () => {
    const both = { areas: [term('coins', ['money']), term('money')] };
    const turned = { areas: [term('money'), term('coins', ['money'])] };
    expect(likeness('areas', both, turned)).toBeCloseTo(1, 10);
  });

  test('two that share only the words of their terms are near by these', () => {
    const one = { areas: [term('laundering', [], 'laundering of money')] };
    const other = { areas: [term('proceeds', [], 'money laundering')] };
    expect(likeness('areas', one, other)).toBeGreaterThan(0.5);
    expect(likeness('areas', one, { areas: [term('proceeds', [], 'gains')] })).toBe(0);
  });

  test('nothing said of either is no likeness', () =>
    expect(likeness('areas', { areas: [] }, { areas: [] })).toBe(0));
});

describe('who sits in two', () => {
  const people = (...ids: string[]) => ({ members: ids.map((id) => ({ id, name: `Office ${id}` })) });
  test.each<[string, string[], string[], number]>([
    ['the same', ['a', 'b'], ['b', 'a'], 1],
    ['nobody in common', ['a'], ['b'], 0],
    ['nobody recorded', [], ['b'], 0],
    ['one of three', ['a', 'b'], ['c', 'b'], 0.2],
  ])('%s', (_what, one, other, least) => {
    const found = likeness('members', people(...one), people(...other));
    if (least === 1 || least === 0) expect(found).toBeCloseTo(least, 10);
    else {
      expect(found).toBeGreaterThan(least);
      expect(found).toBeLessThan(1 / 3);
    }
  });

  test('one who sits everywhere tells less than one who sits in these two alone', () => {
    const busy = others.map((one) => ({ ...one, members: [...one.members, { id: 'busy', name: 'Busy' }] }));
    const of = (shared: string) =>
      overlapOf([group('x', people('own', shared)), group('y', people('other', shared)), ...busy], 'x', 'y')
        ?.likeness.members ?? 0;
    expect(of('busy')).toBeLessThan(of('seldom'));
  });
});

describe('what two say', () => {
  const said = (one: string, other: string) =>
    likeness('words', { name: 'Board', purpose: one }, { name: 'Board', purpose: other });

  test('in other words is nearer than another thing in other words', () => {
    const text = 'Traces bitcoin through mixers';
    const same = said(text, 'Follows cryptocurrency on the blockchain');
    expect(same).toBeGreaterThan(0.2);
    expect(same).toBeGreaterThan(2 * said(text, 'Follows heroin from Afghanistan'));
  });

  test('in the same words is nearest, even of words the field does not know', () => {
    expect(said('Grooms unicorns daily', 'Grooms unicorns daily')).toBeGreaterThan(
      said('Grooms unicorns daily', 'Grooms dragons daily'),
    );
  });

  test('is the same whoever speaks first, and nothing is said by nothing', () => {
    const [one, other] = ['Traces bitcoin', 'Follows cryptocurrency on the blockchain abroad'];
    expect(said(one, other)).toBeCloseTo(said(other, one), 10);
    expect(likeness('words', { name: '', purpose: '' }, { name: '', purpose: '' })).toBe(0);
  });
});

describe('who leads two', () => {
  const led = (leadId: string | undefined, ...ids: string[]): Partial<Compared> => ({
    ...(leadId === undefined ? {} : { leadId }),
    members: ids.map((id) => ({ id, name: id })),
  });
  test.each<[string, Partial<Compared>, Partial<Compared>, number]>([
    ['one and the same', led('a', 'a', 'b'), led('a', 'a', 'c'), 1],
    ['the same, though no member', led('a'), led('a'), 1],
    ['each sits in the other', led('a', 'a', 'b'), led('b', 'a', 'b'), 1],
    ['one sits in the other', led('a', 'a'), led('b', 'a', 'b'), 0.5],
    ['neither sits in the other', led('a', 'a', 'c'), led('b', 'b', 'c'), 0],
    ['not known of one', led(undefined, 'a'), led('b', 'b'), 1],
    ['not known of either', led(undefined, 'a'), led(undefined, 'b'), 1],
  ])('%s', (_what, one, other, expected) => {
    expect(likeness('lead', one, other)).toBe(expected);
    expect(likeness('lead', other, one)).toBe(expected);
  });
});

describe('the score of two', () => {
  test('two that are alike in all have the whole of it', () => {
    expect(between({ name: 'Board' }, { name: 'Board' }).score).toBeCloseTo(1, 10);
  });

  test('of two kinds it is five sixths', () => {
    const alike = between({}, {}).score;
    expect(between({}, { kind: 'discusses' }).score).toBeCloseTo((alike * 5) / 6, 10);
  });

  test.each<[keyof Likeness, Partial<Compared>]>([
    ['words', { name: 'Forum', purpose: 'Teaches schools' }],
    ['areas', { areas: [term('fraud')] }],
    ['members', { members: [{ id: 'm9', name: 'Omega' }] }],
    ['reach', { strands: ['prevent'], levels: ['local'] }],
  ])('nothing alike in %s takes off what that weighs, and no more', (part, over) => {
    const whole = { ...{ name: 'Board', purpose: 'Settles which couriers are followed' } };
    const found = between(whole, { ...whole, ...over });
    expect(found.likeness[part]).toBe(0);
    expect(found.score).toBeCloseTo(0.05 ** WEIGHTS[part], 10);
  });

  test.each<[keyof Likeness, Partial<Compared>]>([
    ['areas', { areas: [] }],
    ['members', { members: [] }],
    ['reach', { strands: [], levels: [] }],
  ])('where no %s are recorded of one, it lies between the same and quite other', (part, silent) => {
    const whole = { name: 'Board', purpose: 'Settles which couriers are followed' };
    for (const found of [between(whole, { ...whole, ...silent }), between({ ...whole, ...silent }, whole)]) {
      expect(found.score).toBeLessThan(1);
      expect(found.score).toBeGreaterThan(0.05 ** WEIGHTS[part]);
    }
  });

  test('no weight is nothing, and words weigh most', () => {
    const sorted = Object.values(WEIGHTS).toSorted((a, b) => b - a);
    expect(sorted.at(-1)).toBeGreaterThan(0);
    expect(sorted[0]).toBe(WEIGHTS.words);
  });

  test('is the same both ways round and whatever order all stand in', () => {
    const all = [
      group('x'),
      group('y', { purpose: 'Follows couriers', areas: [term('coins', ['drugs'])] }),
      ...others,
    ];
    const found = overlapOf(all, 'x', 'y')?.score ?? 0;
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(overlapOf(shuffled, 'x', 'y')?.score).toBeCloseTo(found, 10);
        expect(overlapOf(shuffled, 'y', 'x')?.score).toBeCloseTo(found, 10);
      }),
    );
  });

  test.each([
    ['the first', 'nobody', 'y'],
    ['the second', 'x', 'nobody'],
    ['both', 'nobody', 'nothing'],
  ])('there is none where %s is not there', (_what, first, second) =>
    expect(overlapOf([group('x'), group('y')], first, second)).toBeNull(),
  );
});
