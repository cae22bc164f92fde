import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, divergences, frameworksApart, type Follower } from './divergence';

const area = (slug: string) => ({ slug, name: `Area ${slug}`, verified: true });
const set = (slug: string, priorities: Record<string, string[]>) => ({
  ...{ slug, document: `Set ${slug}` },
  priorities: Object.entries(priorities).map(([name, areas], at) => ({
    ...{ id: `${slug}${at}`, reference: `${slug}${at}`, name, position: at + 1, term: null },
    areas: areas.map(area),
  })),
});
const follower = (organisation: string, over: Partial<Follower> = {}): Follower => ({
  ...{ reference: organisation, organisation, organisationSlug: organisation.toLowerCase() },
  ...{ framework: null, set: null, startsOn: new Date('2026-01-01'), endsOn: null, note: '' },
  ...over,
});
const follows = (organisation: string, slug: string) =>
  follower(organisation, { set: { slug, document: `Set ${slug}` } });

describe('two sets of priorities', () => {
  test('that cover the same differ in nothing, whatever they are called', () => {
    const difference = differenceOf(set('a', { One: ['x', 'y'] }), set('b', { Two: ['y'], Three: ['x'] }));
    expect(difference).toMatchObject({ onlyInOne: [], onlyInOther: [], unmapped: [] });
    expect(difference.shared).toEqual(['Area x', 'Area y']);
  });

  test('name of each priority only what the other does not cover', () => {
    const difference = differenceOf(
      set('a', { One: ['x', 'y', 'z'], Two: ['x'] }),
      set('b', { Three: ['x', 'w'] }),
    );
    expect(difference.onlyInOne).toEqual([{ name: 'One', areas: ['Area y', 'Area z'] }]);
    expect(difference.onlyInOther).toEqual([{ name: 'Three', areas: ['Area w'] }]);
    expect(difference.shared).toEqual(['Area x']);
  });

  test('keep what is mapped to nothing apart, of both', () => {
    const difference = differenceOf(set('a', { Trust: [] }), set('b', { Hope: [], Fraud: ['x'] }));
    expect(difference.unmapped).toEqual(['Trust', 'Hope']);
    expect(difference.onlyInOne).toEqual([]);
    expect(difference.onlyInOther).toEqual([{ name: 'Fraud', areas: ['Area x'] }]);
  });

  test('without any priority differ by all of the other', () => {
    const difference = differenceOf(set('a', {}), set('b', { One: ['x'] }));
    expect(difference).toEqual({
      ...{ one: { slug: 'a', document: 'Set a' }, other: { slug: 'b', document: 'Set b' } },
      ...{ onlyInOne: [], onlyInOther: [{ name: 'One', areas: ['Area x'] }], shared: [], unmapped: [] },
    });
  });

  const drawn = fc.dictionary(
    fc.constantFrom('P', 'Q', 'R'),
    fc.uniqueArray(fc.constantFrom('u', 'v', 'w', 'x')),
  );

  test('turned round, the same is only in the other', () => {
    fc.assert(
      fc.property(drawn, drawn, (first, second) => {
        const [one, other] = [set('a', first), set('b', second)];
        const [forth, back] = [differenceOf(one, other), differenceOf(other, one)];
        expect(back.onlyInOne).toEqual(forth.onlyInOther);
        expect(back.onlyInOther).toEqual(forth.onlyInOne);
        expect(new Set(back.shared)).toEqual(new Set(forth.shared));
      }),
    );
  });

  test('have every threat area they cover in just one of three places', () => {
    fc.assert(
      fc.property(drawn, drawn, (first, second) => {
        const { onlyInOne, onlyInOther, shared } = differenceOf(set('a', first), set('b', second));
        const alone = [onlyInOne, onlyInOther].map((some) => some.flatMap(({ areas }) => areas));
        const covered = new Set([...Object.values(first), ...Object.values(second)].flat());
        expect(new Set([...alone.flat(), ...shared]).size).toBe(covered.size);
        expect(alone.flat().some((name) => shared.includes(name))).toBe(false);
      }),
    );
  });
});

describe('followed sets', () => {
  const sets = ['a', 'b', 'c'].map((slug) => set(slug, { [`Of ${slug}`]: [slug] }));

  test.each([
    ['nobody follows any', [], 0],
    ['all follow one', ['a', 'a', 'a'], 0],
    ['two are followed', ['a', 'b', 'a'], 1],
    ['three are followed', ['a', 'b', 'c'], 3],
  ] as const)('%s: compared by twos', (_what, followed, pairs) => {
    const followers = followed.map((slug, at) => follows(`O${at}`, slug));
    expect(divergences(followers, sets)).toHaveLength(pairs);
  });

  test('name who follows which, each once', () => {
    const followers = [follows('Police', 'b'), follows('Customs', 'a'), follows('Home Office', 'b')];
    const [apart] = divergences(followers, sets);
    expect(apart?.followers).toEqual({ one: ['Customs'], other: ['Police', 'Home Office'] });
    expect([apart?.one.slug, apart?.other.slug]).toEqual(['a', 'b']);
  });

  test('that are not known any more are left out', () => {
    expect(divergences([follows('Police', 'gone'), follows('Customs', 'a')], sets)).toEqual([]);
  });

  test('whoever follows a framework alone follows no set', () => {
    const framework = { slug: 'a', document: 'Framework a' };
    expect(divergences([follower('Police', { framework }), follows('Customs', 'b')], sets)).toEqual([]);
  });
});

describe('followed frameworks', () => {
  const on = (organisation: string, slug: string) =>
    follower(organisation, { framework: { slug, document: `Framework ${slug}` } });

  test('are apart only where there are two', () => {
    expect(frameworksApart([])).toEqual([]);
    expect(frameworksApart([on('Police', 'x'), on('Customs', 'x'), follows('Home Office', 'a')])).toEqual([]);
  });

  test('name their followers in the order they come', () => {
    expect(frameworksApart([on('Police', 'x'), on('Customs', 'y'), on('Army', 'x')])).toEqual([
      { slug: 'x', document: 'Framework x', followers: ['Police', 'Army'] },
      { slug: 'y', document: 'Framework y', followers: ['Customs'] },
    ]);
  });
});
