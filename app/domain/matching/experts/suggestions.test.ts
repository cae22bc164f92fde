import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExpertCandidate } from './expert-candidates.server';
import type { ExpertMatch } from './expert-match';
import type { NearExperts } from './near-experts.server';
import { suggestionsFrom } from './suggestions';

const FRAUD = { scheme: 'threatArea' as const, name: 'Fraud' };
const SURVEY = { scheme: 'method' as const, name: 'Survey' };
const NATIONAL = { scheme: 'level' as const, name: 'National' };

const candidate = (id: string, over: Partial<ExpertCandidate> = {}): ExpertCandidate => ({
  ...{ id, reference: id.toUpperCase(), name: `Expert ${id}`, organisation: null, invited: false },
  ...{ terms: [], words: [], regions: [] },
  ...{ availability: 'available', availableFrom: null, walled: false, inTeam: false, onPanel: false },
  ...over,
});
const match = (expert: string, score: number, over: Partial<ExpertMatch> = {}): ExpertMatch => ({
  ...{ expert, score, evidence: score, otherWorks: 0 },
  works: [{ title: `Of ${expert}`, year: 2020, part: score }],
  terms: [{ term: 'port', part: score }],
  ...over,
});
const near = (
  byWorks: ExpertMatch[] = [],
  byProfile: [string, number][] = [],
  spoken: [string, string][] = [],
): NearExperts => ({ byWorks, byProfile: new Map(byProfile), spoken: new Map(spoken) });
const order = (candidates: ExpertCandidate[], given = near()) =>
  suggestionsFrom(candidates, given).map(({ reference }) => reference);

describe('who comes first', () => {
  test('is who shares more: a near work, a threat area, a whole profile, a method, a level', () => {
    const candidates = [
      candidate('e', { terms: [NATIONAL] }),
      candidate('d', { terms: [SURVEY] }),
      candidate('c'),
      candidate('b', { terms: [FRAUD] }),
      candidate('a'),
    ];
    expect(order(candidates, near([match('a', 4.1)], [['c', 1]]))).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  test('is found by works, terms and profile together', () => {
    const both = candidate('z', { terms: [NATIONAL] });
    const one = candidate('a', { terms: [SURVEY] });
    expect(order([one, both])).toEqual(['A', 'Z']);
    expect(order([one, both], near([match('z', 1.4)]))).toEqual(['Z', 'A']);
    expect(order([one, both], near([], [['z', 0.6]]))).toEqual(['Z', 'A']);
  });

  test('is never who is held back, however much they share', () => {
    const held: Partial<ExpertCandidate>[] = [
      { walled: true },
      { inTeam: true },
      { onPanel: true },
      { availability: 'unavailable' },
    ];
    for (const over of held)
      expect(
        order([candidate('a', { terms: [FRAUD], ...over }), candidate('b', { terms: [NATIONAL] })]),
      ).toEqual(['B', 'A']);
    expect(
      order([
        candidate('b', { terms: [FRAUD], availability: 'limited' }),
        candidate('a', { terms: [SURVEY] }),
      ]),
    ).toEqual(['B', 'A']);
  });

  test('is of equals the one whose reference is, not whose name is, whatever order they came in', () => {
    const equals = [
      candidate('b', { terms: [FRAUD], name: 'Aaron' }),
      candidate('a', { terms: [FRAUD], name: 'Zoe' }),
      candidate('c', { terms: [FRAUD], name: 'Bea' }),
    ];
    expect(order(equals)).toEqual(['A', 'B', 'C']);
    expect(order(equals.toReversed())).toEqual(['A', 'B', 'C']);
  });

  test('is nobody who shares nothing', () => {
    expect(order([candidate('a'), candidate('b', { words: ['port'] })], near([], [['a', 0]]))).toEqual([]);
    expect(order([candidate('a')], near([match('b', 0.9)]))).toEqual([]);
    // No nearer than so long a list is by chance.
    expect(order([candidate('a')], near([match('a', -0.1, { evidence: 0.9 })]))).toEqual([]);
  });

  test('does not turn on a profile that repeats the question more than once', () => {
    const candidates = [candidate('a', { terms: [SURVEY, NATIONAL] }), candidate('b')];
    expect(order(candidates, near([], [['b', 50]]))).toEqual(['A', 'B']);
  });
});

const drawn = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,3}$/),
    terms: fc.subarray([FRAUD, SURVEY, NATIONAL]),
    walled: fc.boolean(),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    profile: fc.double({ min: 0, max: 2, noNaN: true }),
  }),
  { selector: ({ id }) => id, maxLength: 10 },
);

test('the order is one, whoever is loaded first, and a nearer work never moves anybody down', () => {
  fc.assert(
    fc.property(drawn, fc.nat(), (people, pick) => {
      const candidates = people.map(({ id, terms, walled }) => candidate(id, { terms, walled }));
      const given = (over: (id: string, score: number) => number) =>
        near(
          people.map(({ id, score }) => match(id, over(id, score))),
          people.map(({ id, profile }) => [id, profile]),
        );
      const once = order(
        candidates,
        given((_, score) => score),
      );
      expect(
        order(
          candidates.toReversed(),
          given((_, score) => score),
        ),
      ).toEqual(once);
      const chosen = people[pick % Math.max(1, people.length)]?.id;
      if (!chosen || !once.includes(chosen.toUpperCase())) return;
      const nearer = order(
        candidates,
        given((id, score) => (id === chosen ? score + 0.5 : score)),
      );
      expect(nearer.indexOf(chosen.toUpperCase())).toBeLessThanOrEqual(once.indexOf(chosen.toUpperCase()));
    }),
  );
});

describe('what is said of somebody', () => {
  test('is what they share, in words as people write them', () => {
    const [suggested] = suggestionsFrom(
      [candidate('a', { terms: [FRAUD, SURVEY], words: ['insid', 'quay'], organisation: 'Tidal College' })],
      near([], [], [['insid', 'insiders']]),
    );
    expect(suggested).toMatchObject({
      ...{ reference: 'A', name: 'Expert a', organisation: 'Tidal College', invited: false },
      ...{ works: [], workWords: [], ruledOut: [] },
      reasons: ['Threat area: Fraud', 'Method: Survey', 'Words in common: insiders and quay'],
    });
  });

  test('are the works that counted, each with its share of all of them', () => {
    const works = [
      { title: 'First', year: 2021, part: 0.5 },
      { title: 'Second', year: null, part: 0.2 },
      { title: 'Third', year: 2019, part: 0.1 },
    ];
    const [suggested] = suggestionsFrom(
      [candidate('a')],
      near(
        [match('a', 0.7, { evidence: 1, works, otherWorks: 0.2, terms: [{ term: 'launder', part: 1 }] })],
        [],
        [['launder', 'laundering']],
      ),
    );
    expect(suggested?.works).toEqual([
      { title: 'First', year: 2021, share: 50 },
      { title: 'Second', year: null, share: 20 },
      { title: 'Third', year: 2019, share: 10 },
    ]);
    expect(suggested?.workWords).toEqual(['laundering']);
  });

  test('is six words of their works at most', () => {
    const terms = [...'abcdefghi'].map((term) => ({ term, part: 1 }));
    const [suggested] = suggestionsFrom([candidate('a')], near([match('a', 1, { terms })]));
    expect(suggested?.workWords).toEqual([...'abcdef']);
  });

  test('is that they were invited, and what stands in the way, which hides nobody', () => {
    const [suggested] = suggestionsFrom(
      [candidate('a', { terms: [FRAUD], invited: true, onPanel: true, inTeam: true })],
      near(),
    );
    expect(suggested).toMatchObject({
      invited: true,
      ruledOut: ['Belongs to the team that asks', 'Is on the panel of this question'],
    });
  });

  test('holds neither their id nor where they work from', () => {
    const [suggested] = suggestionsFrom([candidate('a', { terms: [FRAUD], regions: ['London'] })], near());
    expect(Object.keys(suggested ?? {}).sort()).toEqual([
      ...['invited', 'name', 'organisation', 'reasons', 'reference', 'ruledOut', 'workWords', 'works'],
    ]);
  });
});
