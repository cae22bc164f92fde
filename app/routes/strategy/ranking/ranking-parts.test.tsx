import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { draw, rowsIn, textOf, words } from '../../../../tests/support/drawn';
import type { RankedArea, RankedPriority } from '~/domain/insight/direction/ranking';
import type { Moved } from '~/domain/insight/direction/sensitivity-page.server';
import { PARTS, STARTING_WEIGHTS } from '~/domain/strategy/scoring/score';
import { AreaTable } from './area-table';
import { ChooseSet, ChooseWeights } from './choose';
import { ComparedSets, headingOf } from './compared-sets';
import { csvFile } from './csv.server';
import { movedHeading, MovedTable } from './moved-table';
import { PriorityTable } from './priority-table';
import { WeightsShown } from './weights-shown';

const area = (over: Partial<RankedArea> = {}): RankedArea => ({
  ...{ slug: 'fraud', name: 'Fraud', weak: [], rank: 1 },
  scored: { harm: 1, gap: 0.4, timeliness: null, feasibility: 0, home: null },
  score: { value: 52, unknown: ['timeliness'], factor: 1 },
  ...over,
});
const priority = (over: Partial<RankedPriority> = {}): RankedPriority => ({
  ...{ reference: 'H7K4QXMF', name: 'Fewer victims', score: 52, rank: 1 },
  areas: [{ slug: 'fraud', name: 'Fraud' }],
  ...over,
});
const links = (element: ReactElement) => {
  const $ = draw(element);
  return $('a')
    .toArray()
    .map((node) => [words($(node).text()), $(node).attr('href')]);
};
const heads = (element: ReactElement) => {
  const $ = draw(element);
  return $('thead th')
    .toArray()
    .map((node) => words($(node).text()));
};

describe('threat areas by score', () => {
  test('a part that is not known is said, and nothing is a nought', () => {
    expect(rowsIn(draw(<AreaTable areas={[area()]} />))).toEqual([
      ['1', 'Fraud', '52', '1', '0.4', 'not known', '0', 'not known', '1'],
    ]);
  });

  test('has a column for every part, its place and its factor', () => {
    expect(heads(<AreaTable areas={[]} />)).toEqual([
      ...['Rank', 'Threat area', 'Score', 'Harm', 'Gap in understanding', 'Timeliness', 'Feasibility'],
      ...['Share at home', 'Place factor'],
    ]);
  });

  test('names the sides that are weakly understood, and none where none is', () => {
    const $ = draw(<AreaTable areas={[area({ weak: ['scale', 'drivers'] }), area({ slug: 'drugs' })]} />);
    expect(words($('tbody tr').first().text())).toContain('Weak on scale, drivers');
    expect($('.govuk-tag')).toHaveLength(1);
  });

  test('keeps the order and the shared ranks that it is given', () => {
    const areas = [
      area({ rank: 1 }),
      area({ slug: 'b', name: 'B', rank: 1 }),
      area({ slug: 'c', name: 'C', rank: 3 }),
    ];
    expect(rowsIn(draw(<AreaTable areas={areas} />)).map(([rank, name]) => [rank, name])).toEqual([
      ['1', 'Fraud'],
      ['1', 'B'],
      ['3', 'C'],
    ]);
  });

  test('leads to the area, and shows a hostile name as text', () => {
    const name = '<script>alert(1)</script>';
    const $ = draw(<AreaTable areas={[area({ name })]} />);
    expect($('script')).toHaveLength(0);
    expect($('tbody a').text()).toBe(name);
    expect($('tbody a').attr('href')).toBe('/threat-areas/fraud');
  });
});

describe('priorities by score', () => {
  test('one that covers nothing says so and has neither rank nor score', () => {
    const none = priority({ name: 'Trust', score: null, rank: null, areas: [] });
    expect(rowsIn(draw(<PriorityTable priorities={[priority(), none]} />))).toEqual([
      ['1', 'Fewer victims', '52', 'Fraud'],
      ['None', 'Trust', 'Not mapped', 'Unmapped: no threat area'],
    ]);
  });

  test('a score of nothing is a score', () => {
    expect(rowsIn(draw(<PriorityTable priorities={[priority({ score: 0 })]} />))[0]?.[2]).toBe('0');
  });

  test('with what is done under each has three more columns', () => {
    const counts = { question: 3, finding: 0, award: 1 };
    const table = (
      <PriorityTable activity priorities={[{ ...priority(), counts }]} name="Priorities of 2026" />
    );
    expect(heads(table).slice(-3)).toEqual(['Questions', 'Findings', 'Awards']);
    expect(rowsIn(draw(table))[0]?.slice(-3)).toEqual(['3', '0', '1']);
    expect(draw(table)('body').html()).toContain('Priorities of 2026');
    expect(heads(<PriorityTable priorities={[{ ...priority(), counts }]} />)).toHaveLength(4);
  });

  test('leads to each priority by its grouped reference', () => {
    expect(links(<PriorityTable priorities={[priority()]} />)).toEqual([
      ['Fewer victims', '/priorities/H7K4-QXMF'],
    ]);
  });
});

describe('two choices of weights', () => {
  const side = (name: string, domestic: number) => ({ name, domestic, overseas: 100 - domestic });
  const row = (change: number | null, over: Partial<Moved> = {}): Moved => ({
    ...{ key: 'fraud', name: 'Fraud', change },
    one: { rank: 2, score: 40.5 },
    other: { rank: 1, score: 60 },
    ...over,
  });

  test.each([
    [1, 'Up 1'],
    [12, 'Up 12'],
    [0, 'Stays'],
    [-3, 'Down 3'],
    [null, ''],
  ])('a change of %s is “%s”', (change, shown) => {
    const table = (
      <MovedTable rows={[row(change)]} one={side('A', 70)} other={side('B', 30)} of="Threat area" />
    );
    expect(rowsIn(draw(table))).toEqual([['Fraud', '2 (40.5)', '1 (60)', shown]]);
    expect(heads(table)).toEqual(['Threat area', 'A, 70/30', 'B, 30/70', 'Change']);
  });

  test('what is not mapped has no place under either', () => {
    const none = { rank: null, score: null };
    const table = (
      <MovedTable
        rows={[row(null, { one: none, other: none })]}
        one={side('A', 70)}
        other={side('B', 30)}
        of="Priority"
      />
    );
    expect(rowsIn(draw(table))).toEqual([['Fraud', 'Not mapped', 'Not mapped', '']]);
  });

  test.each([
    [[], 'The order stays the same under both weights'],
    [[0, 0, null], 'The order stays the same under both weights'],
    [[1, 0], 'One threat area changes its place'],
    [[1, -1], '2 threat areas change their places'],
    [[-2, 1, 1, null], '3 threat areas change their places'],
  ])('changes of %j: “%s”', (changes, heading) => {
    expect(movedHeading(changes.map((change) => row(change)))).toBe(heading);
  });
});

describe('two sets side by side', () => {
  const compared = (change: number | null, one: number | null = 1, other: number | null = 1) => ({
    ...{ slug: `${one}-${other}-${change}`, name: 'Fraud', score: 10, one, other, change },
  });

  test.each([
    [[], 'Both sets rank the same threat areas alike'],
    [[compared(0)], 'Both sets rank the same threat areas alike'],
    [[compared(null, null, null)], 'Both sets rank the same threat areas alike'],
    [[compared(1)], '1 threat area moves'],
    [[compared(1), compared(-1)], '2 threat areas move'],
    [[compared(null, 1, null)], '1 is in one set alone'],
    [[compared(null, 1, null), compared(null, null, 2)], '2 are in one set alone'],
    [[compared(2), compared(null, null, 1)], '1 threat area moves and 1 is in one set alone'],
  ])('%# is said in a sentence', (areas, heading) => expect(headingOf({ areas })).toBe(heading));

  const none = { question: 0, finding: 0, award: 0 };
  const set = (slug: string, document: string) => ({
    ...{ slug, document, aligned: { question: 2, finding: 1, award: 0 } },
    priorities: [{ ...priority(), counts: none }],
  });
  const page = {
    ...{ one: set('one', 'Set of 2024'), other: set('other', 'Set of 2026') },
    areas: [
      compared(3, 4, 1),
      compared(-1),
      compared(0),
      compared(null, null, 1),
      compared(null, 1, null),
      compared(null, null, null),
    ],
    unmapped: { priorities: [{ set: 'Set of 2024', name: 'Trust' }], areas: ['Arms'] },
    top: { count: 5, entering: ['Drugs', 'Fraud'], leaving: [] },
    harm: { one: 80, other: 100 },
    all: { question: 9, finding: 8, award: 7 },
    untagged: none,
  };

  test('each threat area says how it moves, comes in or drops out', () => {
    const rows = rowsIn(draw(<ComparedSets compared={page} />)).slice(0, 6);
    expect(rows.map((cells) => cells.slice(2))).toEqual([
      ['4', '1', 'Up 3'],
      ['1', '1', 'Down 1'],
      ['1', '1', 'Stays'],
      ['Not in this set', '1', 'Comes in'],
      ['1', 'Not in this set', 'Drops out'],
      ['Not in this set', 'Not in this set', 'In neither'],
    ]);
  });

  test('says what enters, what leaves, what harm is covered and what is left out', () => {
    const text = textOf(<ComparedSets compared={page} />);
    expect(text).toContain('Among the first 5 come in: Drugs, Fraud. Drop out: none.');
    expect(text).toContain('Of the harm that is known, the first set covers 80%, the second 100%.');
    expect(text).toContain('Unmapped priority of Set of 2024: Trust');
    expect(text).toContain('In neither set: Arms');
    expect(text).not.toContain('Every priority is mapped');
  });

  test('without a harm figure claims nothing by harm, and says when nothing is left out', () => {
    const text = textOf(
      <ComparedSets compared={{ ...page, harm: null, unmapped: { priorities: [], areas: [] } }} />,
    );
    expect(text).toContain('No harm figure is recorded, so nothing is weighed by harm.');
    expect(text).toContain('Every priority is mapped, and every threat area is in one of the sets.');
    expect(text).not.toContain('In neither set');
  });

  test('counts what is done under each once, and what has no threat area', () => {
    expect(rowsIn(draw(<ComparedSets compared={page} />)).slice(-4)).toEqual([
      ['Set of 2024', '2', '1', '0'],
      ['Set of 2026', '2', '1', '0'],
      ['All there are', '9', '8', '7'],
      ['Of these without a threat area', '0', '0', '0'],
    ]);
  });
});

describe('the weights of a page', () => {
  test('of Soundings itself say that nobody chose others', () => {
    const text = textOf(<WeightsShown weights={STARTING_WEIGHTS} weighting={null} />);
    expect(text).toContain(
      'Weights: harm 40, gap in understanding 30, timeliness 15, feasibility 15; home 50, overseas 50.',
    );
    expect(text).toContain('nobody has chosen others for everybody');
  });

  test('that were saved name who, when and why', () => {
    const saved = { name: 'Home first', note: 'The review', savedBy: 'Ada', savedAt: '2026-06-30T23:30:00Z' };
    const text = textOf(
      <WeightsShown weights={{ ...STARTING_WEIGHTS, domestic: 70, overseas: 30 }} weighting={saved} />,
    );
    expect(text).toContain('home 70, overseas 30. “Home first”, saved by Ada on 1 July 2026: The review');
    expect(text).not.toContain('nobody has chosen');
  });

  test('explain every part and the factor', () => {
    const $ = draw(<WeightsShown weights={STARTING_WEIGHTS} weighting={null} />);
    expect($('details li')).toHaveLength(PARTS.length + 1);
  });
});

describe('the choices of a ranking', () => {
  const choices = {
    sets: [
      { slug: 'a', document: 'Set A', startsWritten: '2024', endsWritten: '2025-03' },
      { slug: 'b', document: 'Set B', startsWritten: '2026-01-05', endsWritten: null },
    ],
    weightings: [{ reference: 'H7K4QXMF', name: 'Home first' }],
  };
  const optionsOf = (element: ReactElement) => {
    const $ = draw(element);
    return $('option')
      .toArray()
      .map((node) => [$(node).attr('value'), words($(node).text()), $(node).attr('selected') !== undefined]);
  };

  test('name each set with its period, and what no choice means', () => {
    expect(
      optionsOf(<ChooseSet name="set" label="Set" none="In force" chosen="b" choices={choices} />),
    ).toEqual([
      ['', 'In force', false],
      ['a', 'Set A, 2024 to March 2025', false],
      ['b', 'Set B, 5 January 2026 onwards', true],
    ]);
  });

  test('name each weighting, and nothing chosen is none', () => {
    const rows = optionsOf(
      <ChooseWeights name="w" label="Weights" none="All" chosen={undefined} choices={choices} />,
    );
    expect(rows.map(([value, text]) => [value, text])).toEqual([
      ['', 'All'],
      ['H7K4QXMF', 'Home first'],
    ]);
  });
});

describe('the file', () => {
  test('is marked with its day, never kept by others, and runs nothing', async () => {
    const response = csvFile('ranking', new Date('2026-11-21'), [['=1+1', 2]]);
    const text = await response.text();
    expect(text.split('\r\n')[0]).toContain('OFFICIAL, inside the network only, as of 2026-11-21');
    expect(text).not.toMatch(/(^|[\r\n",])=1\+1/);
    expect(response.headers.get('Content-Disposition')).toBe(
      'attachment; filename="soundings-ranking-2026-11-21.csv"',
    );
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  });
});
