import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaScored,
  HARM_ALONE,
  priorityOf,
  rankedArea,
  setOnDay,
} from '../../../../tests/support/factories/direction';
import { STARTING_WEIGHTS, type Weights } from '../../strategy/scoring/score';
import { rankAreas, rankSet } from './ranking';

const ranksOf = (areas: { slug: string; rank: number }[]) => areas.map(({ slug, rank }) => `${rank} ${slug}`);
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const perhaps = fc.option(share, { nil: null });
const scoredArea = fc.record({
  ...{ harm: perhaps, gap: perhaps, timeliness: perhaps },
  ...{ feasibility: perhaps, home: perhaps },
});
const someAreas = fc
  .array(scoredArea, { maxLength: 12 })
  .map((all) => all.map((scored, place) => areaScored(`area${place}`, scored)));

describe('threat areas in their order', () => {
  test('the highest score is first, and none at all is an empty list', () => {
    const areas = [areaScored('low', { harm: 0.1 }), areaScored('high', { harm: 1 })];
    expect(ranksOf(rankAreas(areas, HARM_ALONE))).toEqual(['1 high', '2 low']);
    expect(rankAreas([], HARM_ALONE)).toEqual([]);
  });

  test('equal ones share a rank, stay in the order of the list, and the next counts them all', () => {
    const areas = ['a', 'b', 'c'].map((slug) => areaScored(slug, { harm: 0.5 }));
    const all = [areaScored('last', { harm: 0.1 }), ...areas];
    expect(ranksOf(rankAreas(all, HARM_ALONE))).toEqual(['1 a', '1 b', '1 c', '4 last']);
    expect(ranksOf(rankAreas([...all].reverse(), HARM_ALONE))).toEqual(['1 c', '1 b', '1 a', '4 last']);
  });

  test('what nobody knows counts nothing, and is said to be unknown', () => {
    const [known, unknown] = rankAreas([areaScored('a'), areaScored('b', { harm: 0.001 })], HARM_ALONE);
    expect([known?.slug, known?.score.value]).toEqual(['b', 0.1]);
    expect([unknown?.slug, unknown?.score.value]).toEqual(['a', 0]);
    expect(unknown?.score.unknown).toEqual(['harm', 'gap', 'timeliness', 'feasibility']);
  });

  test('parts stand as they are exported, with three digits', () => {
    const [area] = rankAreas([areaScored('a', { harm: 1 / 3, home: 2 / 3, gap: 0.0004 })], HARM_ALONE);
    expect(area?.scored).toMatchObject({ harm: 0.333, home: 0.667, gap: 0, timeliness: null });
    expect(area?.score.value).toBe(33.3);
  });

  test.each<[string, Partial<Weights>, string[]]>([
    ['harm alone', { harm: 100, gap: 0 }, ['1 harmful', '2 unknown']],
    ['the gap alone', { harm: 0, gap: 100 }, ['1 unknown', '2 harmful']],
    ['both the same', { harm: 50, gap: 50 }, ['1 harmful', '1 unknown']],
    ['neither', { harm: 0, gap: 0 }, ['1 harmful', '1 unknown']],
  ])('weights turn the order round: %s', (_what, weights, order) => {
    const areas = [areaScored('harmful', { harm: 1 }), areaScored('unknown', { gap: 1 })];
    expect(ranksOf(rankAreas(areas, { ...HARM_ALONE, ...weights }))).toEqual(order);
  });

  test.each<[number | null, number, number]>([
    [1, 2, 100],
    [0.5, 1, 50],
    [0, 0, 0],
    [null, 1, 50],
  ])('about home by %s it counts %d times where all the weight lies at home', (home, factor, value) => {
    const weights = { ...HARM_ALONE, domestic: 100, overseas: 0 };
    const [area] = rankAreas([areaScored('a', { harm: 0.5, home })], weights);
    expect(area?.score).toMatchObject({ factor, value });
  });

  test('what it is weak on goes with it', () => {
    const areas = [{ ...areaScored('a'), weak: ['scale' as const, 'response' as const] }];
    expect(rankAreas(areas, STARTING_WEIGHTS)[0]?.weak).toEqual(['scale', 'response']);
  });
});

describe('whatever the scores are, their order', () => {
  test('holds every area once, by falling score, and the first is ranked 1', () => {
    fc.assert(
      fc.property(someAreas, (areas) => {
        const ranked = rankAreas(areas, STARTING_WEIGHTS);
        expect(ranked.map(({ slug }) => slug).sort()).toEqual(areas.map(({ slug }) => slug).sort());
        for (const [place, { score, rank }] of ranked.entries()) {
          const before = ranked[place - 1];
          if (!before) expect(rank).toBe(1);
          else if (before.score.value === score.value) expect(rank).toBe(before.rank);
          else expect([rank, before.score.value > score.value]).toEqual([place + 1, true]);
        }
      }),
    );
  });

  test('gives each area the same rank in whichever order they come', () => {
    fc.assert(
      fc.property(someAreas, (areas) => {
        const byName = (all: typeof areas) =>
          Object.fromEntries(rankAreas(all, STARTING_WEIGHTS).map(({ slug, rank }) => [slug, rank]));
        expect(byName([...areas].reverse())).toEqual(byName(areas));
      }),
    );
  });

  test('does not touch what it was given', () => {
    const areas = [areaScored('b', { harm: 0.1234 }), areaScored('a', { harm: 0.9 })];
    const before = structuredClone(areas);
    rankAreas(areas, STARTING_WEIGHTS);
    expect(areas).toEqual(before);
  });
});

describe('priorities of a set', () => {
  const areas = [rankedArea('fraud', 80), rankedArea('drugs', 40), rankedArea('ports', 41.1)];
  const ranked = (...priorities: ReturnType<typeof priorityOf>[]) =>
    rankSet(setOnDay('s', { priorities }), areas).priorities;

  test('count as their threat areas do on average', () => {
    const [both, one] = ranked(priorityOf('one', 'drugs'), priorityOf('both', 'fraud', 'drugs'));
    expect([both?.reference, both?.score, both?.rank]).toEqual(['both', 60, 1]);
    expect([one?.reference, one?.score, one?.rank]).toEqual(['one', 40, 2]);
  });

  test('averages are rounded to a tenth', () => {
    expect(ranked(priorityOf('p', 'drugs', 'ports'))[0]?.score).toBe(40.5);
    expect(ranked(priorityOf('p', 'fraud', 'drugs', 'ports'))[0]?.score).toBe(53.7);
  });

  test('those mapped to nothing stand last, without a score or rank, and push nobody down', () => {
    const all = ranked(priorityOf('none'), priorityOf('low', 'drugs'), priorityOf('high', 'fraud'));
    expect(all.map(({ reference, rank, score }) => [reference, rank, score])).toEqual([
      ['high', 1, 80],
      ['low', 2, 40],
      ['none', null, null],
    ]);
  });

  test('threat areas that are not scored that day are left out of its list and of its average', () => {
    const [mixed, gone] = ranked(priorityOf('gone', 'retired'), priorityOf('mixed', 'retired', 'fraud'));
    expect(mixed).toMatchObject({ score: 80, areas: [{ slug: 'fraud', name: 'FRAUD' }] });
    expect(gone).toMatchObject({ score: null, rank: null, areas: [] });
  });

  test('of one score share a rank and keep the order in which the set names them', () => {
    const all = ranked(priorityOf('b', 'fraud'), priorityOf('a', 'fraud'), priorityOf('c', 'drugs'));
    expect(all.map(({ reference, rank }) => [reference, rank])).toEqual([
      ['b', 1],
      ['a', 1],
      ['c', 3],
    ]);
  });

  test('the set is named as it is; one without priorities has none', () => {
    const set = rankSet(setOnDay('s', { document: 'Aims', interim: true, priorities: [] }), areas);
    expect(set).toEqual({ slug: 's', document: 'Aims', interim: true, priorities: [] });
  });

  test('a score of nought is a score: it is ranked before those that have none', () => {
    const zero = rankSet(setOnDay('s', { priorities: [priorityOf('none'), priorityOf('zero', 'a')] }), [
      rankedArea('a', 0),
    ]);
    expect(zero.priorities.map(({ reference, rank, score }) => [reference, rank, score])).toEqual([
      ['zero', 1, 0],
      ['none', null, null],
    ]);
  });
});
