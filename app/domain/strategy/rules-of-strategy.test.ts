import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSigned, signedBefore, STANDINGS, standingOf } from './joint/joint-set';
import { newPriorities, wrongWithNames } from './new-priorities';
import { checklistOf, isRecent, missingOf, OBJECTIVE_NEEDS } from './objectives/completeness';
import { asRecorded, knownBy, type RecordedRow } from './on-day/recorded';
import { setsByKind } from './priority-set';
import { averageOf, homeShareOf, placeFactor, rankOf, scoreOf, STARTING_WEIGHTS } from './scoring/score';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('where a jointly owned set stands', () => {
  const now = 'now';
  const owner = (organisationId: string, ...signed: string[]) => ({ organisationId, signed });
  const set = (over: Partial<Parameters<typeof standingOf>[0]> = {}) => ({
    ...{ publishedAt: null, withdrawnAt: null, textHash: now },
    owners: [owner('home', now), owner('police', now)],
    ...over,
  });

  test.each([
    ['every owner signed', set(), 'signed'],
    ['one did not', set({ owners: [owner('home', now), owner('police')] }), 'draft'],
    ['one signed another text', set({ owners: [owner('home', now), owner('police', 'old')] }), 'draft'],
    [
      'both signed several texts, this too',
      set({ owners: [owner('home', 'old', now), owner('police', now)] }),
      'signed',
    ],
    ['it has one owner alone', set({ owners: [owner('home', now)] }), 'draft'],
    ['it has none', set({ owners: [] }), 'draft'],
    ['it was published', set({ publishedAt: day('2026-01-01') }), 'published'],
    ['it was withdrawn', set({ withdrawnAt: day('2026-01-01') }), 'withdrawn'],
    ['it was published, then withdrawn', set({ publishedAt: 1, withdrawnAt: 2 }), 'withdrawn'],
    [
      'it was published and an owner is added since',
      set({ publishedAt: 1, owners: [owner('a')] }),
      'published',
    ],
  ] as const)('%s: %#', (_what, one, standing) => {
    expect(standingOf(one)).toBe(standing);
    expect(STANDINGS[standing]).not.toBe('');
  });

  test.each([
    [[], false, false],
    [['old'], false, true],
    [['old', 'older'], false, true],
    [[now], true, false],
    [['old', now], true, false],
  ])('whoever signed %j: stands behind it %s, signed before %s', (signed, stands, before) => {
    expect(hasSigned(owner('home', ...signed), now)).toBe(stands);
    expect(signedBefore(owner('home', ...signed), now)).toBe(before);
  });
});

describe('names of priorities', () => {
  test.each([
    [[], null],
    [['Fraud'], null],
    [['Fraud', 'Drugs'], null],
    [['Fraud', 'Fraud'], 'PrioritiesRepeat'],
    [['Fraud', 'FRAUD!'], 'PrioritiesRepeat'],
    [['Cyber crime', 'cyber-crime'], 'PrioritiesRepeat'],
    [['Fraud', '???'], 'PrioritiesRepeat'],
    [['—'], 'PrioritiesRepeat'],
  ])('%j: %s', (names, refused) => expect(wrongWithNames(names)?.name ?? null).toBe(refused));

  test('become rows in order; one that bears the name of a threat area is that', () => {
    let made = 0;
    const next = () => `n${(made += 1)}`;
    const areas = [
      { id: 'area of fraud', name: 'Fraud' },
      { id: 'area of drugs', name: 'Drugs' },
    ];
    const rows = newPriorities({
      names: ['Trust', 'fRAUD', 'Drugs and arms'],
      areas,
      newId: next,
      newReference: next,
    });
    expect(rows.map(({ position, slug, termId }) => [position, slug, termId])).toEqual([
      [1, 'trust', null],
      [2, 'fraud', 'area of fraud'],
      [3, 'drugs-and-arms', null],
    ]);
    expect(new Set(rows.flatMap(({ id, reference }) => [id, reference])).size).toBe(6);
  });
});

describe('an objective', () => {
  const said = {
    ...{ owner: 'Ada', measure: 'Fewer victims', costPounds: 1, dueOn: '2027-01-01', findings: 1 },
  };
  const bare = { owner: null, measure: '', costPounds: null, dueOn: null, findings: 0 };

  test.each([
    ['has all', said, []],
    ['has nothing', bare, OBJECTIVE_NEEDS],
    ['costs nothing, which is a cost', { ...said, costPounds: 0 }, []],
    ['has an owner of blanks', { ...said, owner: ' \t ' }, ['owner']],
    ['has an empty owner', { ...said, owner: '' }, ['owner']],
    ['has a measure of blanks', { ...said, measure: '\n' }, ['measure']],
    ['has no cost and no date', { ...said, costPounds: null, dueOn: null }, ['cost', 'date']],
    ['is evidenced by nothing', { ...said, findings: 0 }, ['evidence']],
  ])('that %s lacks just that', (_what, one, missing) => {
    expect(missingOf(one)).toEqual(missing);
    expect(OBJECTIVE_NEEDS.filter((need) => !checklistOf(one)[need])).toEqual(missing);
  });

  test.each([
    [2022, false],
    [2023, true],
    [2026, true],
    [2030, true],
    [null, false],
  ])('evidence of %s is recent in 2026: %s', (year, recent) => {
    expect(isRecent(year, day('2026-01-01'))).toBe(recent);
    expect(isRecent(year, day('2026-12-31'))).toBe(recent);
  });
});

describe('a record as it was said', () => {
  const row: RecordedRow & { slug: string } = {
    ...{ slug: 'a', document: 'Now', note: 'Note', content: null },
    ...{
      startsWritten: '2024',
      endsWritten: '2026-03',
      startsOn: day('2024-01-01'),
      endsOn: day('2026-03-31'),
    },
  };
  const { content: _content, ...asItIs } = row;

  test('without a version is as it is', () => expect(asRecorded(row)).toEqual(asItIs));

  test('that says nothing is as it is too', () => {
    expect(asRecorded({ ...row, content: {} })).toEqual(asItIs);
  });

  test.each([
    [
      { document: 'Then', note: '' },
      { document: 'Then', note: '', endsOn: day('2026-03-31') },
    ],
    [{ endsWritten: null }, { endsWritten: null, endsOn: null }],
    [{ endsWritten: '2025' }, { endsWritten: '2025', endsOn: day('2025-12-31') }],
    [{ startsWritten: '2024-02' }, { startsWritten: '2024-02', startsOn: day('2024-02-01') }],
  ])('of content %j says that', (content, expected) => {
    expect(asRecorded({ ...row, content })).toMatchObject(expected);
  });

  test('whose dates are turned round keeps those that it has', () => {
    expect(asRecorded({ ...row, content: { endsWritten: '2023' } })).toMatchObject({
      startsOn: row.startsOn,
      endsOn: row.endsOn,
    });
  });

  const versions = [30, 20, 10].map((at) => ({ at, recordedAt: new Date(at) }));
  test.each([
    [31, [30, 20, 10]],
    [30, [20, 10]],
    [11, [10]],
    [10, [10]],
    [0, [10]],
  ])('by %i is known of %j', (until, known) => {
    expect(knownBy(versions, new Date(until)).map(({ at }) => at)).toEqual(known);
  });

  test('what stands for what held before is used only where nothing was known', () => {
    const first = [{ at: 0, recordedAt: new Date(0) }];
    expect(knownBy(versions, new Date(10), first)).toEqual(first);
    expect(knownBy(versions, new Date(11), first).map(({ at }) => at)).toEqual([10]);
    expect(knownBy(versions, new Date(1), [])).toEqual([]);
    expect(knownBy([], new Date(1))).toEqual([]);
  });
});

describe('sets of a kind on a day', () => {
  const standing = 'current' as const;
  const set = (slug: string, startsOn: string, endsOn: string | null) => ({
    ...{ slug, kind: 'system' as const, standing, startsOn: day(startsOn) },
    endsOn: endsOn === null ? null : day(endsOn),
  });
  const sets = [
    set('a', '2020-01-01', '2020-12-31'),
    set('b', '2020-06-01', '2020-06-30'),
    set('c', '2030-01-01', null),
  ];
  test.each([
    ['2019-12-31', [], null],
    ['2020-01-01', ['a'], null],
    ['2020-06-15', ['a', 'b'], null],
    ['2020-12-31', ['a'], null],
    ['2021-01-01', [], 'b'],
    ['2029-12-31', [], 'b'],
    ['2030-01-01', ['c'], null],
  ])('%s: %j, last %s', (on, current, last) => {
    const kind = setsByKind(sets, day(on)).find((one) => one.kind === 'system');
    expect(kind?.current.map(({ slug }) => slug)).toEqual(current);
    expect(kind?.last?.slug ?? null).toBe(last);
  });
});

describe('the score of anything', () => {
  const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 });

  test('ranks somebody first, and nobody lower than last', () => {
    fc.assert(
      fc.property(values, (all) => {
        const ranks = all.map((value) => rankOf(value, all));
        expect(Math.min(...ranks)).toBe(1);
        expect(Math.max(...ranks)).toBeLessThanOrEqual(all.length);
        expect(ranks).toEqual(all.map((value) => rankOf(value, [...all].reverse())));
      }),
    );
  });

  test('averages lie between the least and the most, to one decimal', () => {
    fc.assert(
      fc.property(values, (all) => {
        const average = averageOf(all) ?? Number.NaN;
        expect(average).toBeGreaterThanOrEqual(Math.min(...all));
        expect(average).toBeLessThanOrEqual(Math.max(...all));
        expect(Math.abs(average * 10 - Math.round(average * 10))).toBeLessThan(1e-9);
      }),
    );
  });

  test('a part without weight counts nothing', () => {
    const parts = { harm: 1, gap: 1, timeliness: 1, feasibility: 1, home: null };
    const only = { ...STARTING_WEIGHTS, harm: 100, gap: 0, timeliness: 0, feasibility: 0 };
    expect(scoreOf(parts, only).value).toBe(100);
    expect(scoreOf({ ...parts, harm: 0 }, only).value).toBe(0);
    expect(scoreOf({ ...parts, gap: null }, only)).toMatchObject({ value: 100, unknown: ['gap'] });
  });

  test.each([
    [1, 100, 2],
    [0, 100, 0],
    [0.5, 100, 1],
    [0, 0, 2],
    [1, 0, 0],
    [0.25, 70, 0.8],
    [null, 0, 1],
  ])('at home by %s with %i for home is times %s', (home, domestic, factor) => {
    const weights = { ...STARTING_WEIGHTS, domestic, overseas: 100 - domestic };
    expect(placeFactor(home, weights)).toBe(factor);
  });

  test('the share at home turns round with the places', () => {
    const some = fc.nat(50);
    fc.assert(
      fc.property(some, some, some, (home, overseas, both) => {
        const one = homeShareOf({ home, overseas, both });
        const other = homeShareOf({ home: overseas, overseas: home, both });
        if (one === null) expect(other).toBeNull();
        else expect(one + (other ?? 0)).toBeCloseTo(1, 10);
      }),
    );
  });
});
