import { describe, expect, test } from 'vitest';
import {
  rankedArea,
  rankedPriority,
  rankedSet,
  HARM_ALONE,
} from '../../../../tests/support/factories/direction';
import { STARTING_WEIGHTS } from '../../strategy/scoring/score';
import { compareSets } from './comparison';
import type { RankedArea, RankedSet } from './ranking';
import { areaLines, comparisonLines, setLines, weightLines } from './score-lines';

const COUNTS = { question: 3, finding: 2, award: 1 };
const counted = (set: RankedSet) => ({
  ...set,
  priorities: set.priorities.map((priority) => ({ ...priority, counts: COUNTS })),
  aligned: { question: 6, finding: 5, award: 4 },
});
const AREAS: RankedArea[] = [
  rankedArea('a', 80, { scored: { harm: 1, home: 0.5 }, weak: ['scale', 'harm'] }),
  rankedArea('b', 0, { rank: 2 }),
];
const linesOf = (one: RankedSet, other: RankedSet, areas = AREAS) =>
  comparisonLines(
    {
      ...compareSets(areas, one, other),
      ...{ one: counted(one), other: counted(other), scored: areas },
      all: { question: 30, finding: 20, award: 10 },
      untagged: { question: 7, finding: 8, award: 9 },
    },
    STARTING_WEIGHTS,
  );
const startingWith = (lines: (string | number)[][], word: string) =>
  lines.filter(([first]) => first === word);

describe('weights as they are exported', () => {
  test('each is a line, the parts first, then home and overseas', () => {
    expect(weightLines(STARTING_WEIGHTS)).toEqual([
      ['weight', 'harm', 40],
      ['weight', 'gap', 30],
      ['weight', 'timeliness', 15],
      ['weight', 'feasibility', 15],
      ['weight', 'domestic', 50],
      ['weight', 'overseas', 50],
    ]);
  });

  test('a weight of nought is nought, not empty', () => {
    expect(weightLines(HARM_ALONE)).toContainEqual(['weight', 'gap', 0]);
  });
});

describe('threat areas as they are exported', () => {
  test('what is not known is empty, what is nought is nought', () => {
    const [head, known, unknown] = areaLines(AREAS);
    expect(head).toEqual([
      ...['area', 'key', 'name', 'harm', 'gap', 'timeliness', 'feasibility', 'home', 'place factor'],
      ...['score', 'rank', 'weak on'],
    ]);
    expect(known).toEqual(['area', 'a', 'A', 1, '', '', '', 0.5, 1, 80, 1, 'scale harm']);
    expect(unknown).toEqual(['area', 'b', 'B', '', '', '', '', '', 1, 0, 2, '']);
    const nought = areaLines([rankedArea('z', 0, { scored: { harm: 0, gap: 0, home: 0 } })])[1];
    expect(nought?.slice(3, 8)).toEqual([0, 0, '', '', 0]);
  });

  test('every line has a cell for each of the head', () => {
    const widths = areaLines(AREAS).map((line) => line.length);
    expect(new Set(widths)).toEqual(new Set([12]));
  });

  test('without any the head stands alone', () => expect(areaLines([])).toHaveLength(1));
});

describe('a set as it is exported', () => {
  test('is nothing where none is chosen, and its head where it names no priority', () => {
    expect(setLines(null)).toEqual([]);
    expect(setLines(rankedSet('s'))).toEqual([
      ['priority', 'set', 'reference', 'name', 'threat areas', 'score', 'rank'],
    ]);
  });

  test('names what each covers; one that is mapped to nothing has no score or rank', () => {
    const set = rankedSet('s', rankedPriority('p', 1, ['a', 'b']), rankedPriority('q', null, []));
    expect(setLines(set).slice(1)).toEqual([
      ['priority', 's', 'p', 'Priority p', 'a b', 99, 1],
      ['priority', 's', 'q', 'Priority q', '', '', ''],
    ]);
  });
});

describe('a comparison as it is exported', () => {
  const one = rankedSet('old', rankedPriority('p', 1, ['a']), rankedPriority('bare', null, []));
  const other = rankedSet('new', rankedPriority('x', 1, ['z']), rankedPriority('y', 2, ['a']));
  const lines = linesOf(one, other);

  test('begins with the weights and the parts, so that the scores can be worked out again', () => {
    expect(lines.slice(0, 6)).toEqual(weightLines(STARTING_WEIGHTS));
    expect(lines.slice(6, 9)).toEqual(areaLines(AREAS));
  });

  test('tells of each priority what is done under it, those of the first set before the others', () => {
    expect(startingWith(lines, 'priority')).toEqual([
      [
        ...['priority', 'set', 'reference', 'name', 'threat areas', 'score', 'rank'],
        ...['questions', 'findings', 'awards'],
      ],
      ['priority', 'old', 'p', 'Priority p', 'a', 99, 1, 3, 2, 1],
      ['priority', 'old', 'bare', 'Priority bare', '', '', '', 3, 2, 1],
      ['priority', 'new', 'x', 'Priority x', 'z', 99, 1, 3, 2, 1],
      ['priority', 'new', 'y', 'Priority y', 'a', 98, 2, 3, 2, 1],
    ]);
  });

  test('tells what moves by how many places; an empty cell where one does not cover it', () => {
    expect(startingWith(lines, 'change')).toEqual([
      ['change', 'key', 'name', 'rank in old', 'rank in new', 'change'],
      ['change', 'a', 'A', 1, 2, -1],
      ['change', 'b', 'B', '', '', ''],
    ]);
    const same = linesOf(one, one);
    expect(startingWith(same, 'change')[1]).toEqual(['change', 'a', 'A', 1, 1, 0]);
  });

  test('names what is mapped to nothing, and what neither covers', () => {
    expect(startingWith(lines, 'unmapped')).toEqual([
      ['unmapped', 'of', 'name'],
      ['unmapped', 'Document old', 'Priority bare'],
      ['unmapped', 'both sets', 'B'],
    ]);
  });

  test('adds up what is aligned with each, of all, and what has no threat area', () => {
    expect(startingWith(lines, 'aligned')).toEqual([
      ['aligned', 'set', 'questions', 'findings', 'awards'],
      ['aligned', 'old', 6, 5, 4],
      ['aligned', 'new', 6, 5, 4],
      ['aligned', 'all', 30, 20, 10],
      ['aligned', 'without a threat area', 7, 8, 9],
    ]);
  });

  test('ends with the harm that is covered, and says nothing of harm that nobody knows', () => {
    expect(lines.at(-1)).toEqual(['harm covered, of 100', 100, 100]);
    const unknown = linesOf(one, other, [rankedArea('a', 1)]);
    expect(startingWith(unknown, 'harm covered, of 100')).toEqual([]);
  });
});
