import { describe, expect, test } from 'vitest';
import type { Quantity, Round } from './elicitation';
import { factOf } from './elicitation-fact';
import { elicitationLines } from './elicitation-lines';
import { lettersOf, resultOf, type GivenEstimates } from './result';

const BOATS: Quantity = {
  position: 1,
  kind: 'quantity',
  asks: 'How many boats?',
  unit: 'boats',
  lower: 0,
  upper: 1000,
};
const CHANCE: Quantity = {
  position: 2,
  kind: 'probability',
  asks: 'Will it move?',
  unit: '%',
  lower: 0,
  upper: 100,
};

const estimate = (position: number, best: number, confidence = 80) => ({
  ...{ position, best, confidence, lowest: best - 10, highest: best + 10 },
  reasons: `Seen ${best}`,
});
const gave = (personId: string, round: Round, ...bests: number[]): GivenEstimates => ({
  personId,
  round,
  estimates: bests.map((best, place) => estimate(place + 1, best)),
});
const everybody = ['ann', 'ben', 'cat'];
const drawn = ['cat', 'ann', 'ben'].map((personId) => ({ personId }));
const firsts = [gave('ann', 1, 100, 20), gave('ben', 1, 200, 30), gave('cat', 1, 300, 40)];
const shown = (given: GivenEstimates[], closed: boolean, quantities = [BOATS, CHANCE], ownId = '') =>
  resultOf({ quantities, given, letters: lettersOf(drawn, everybody), ownId, closed });

describe('the lines of a file', () => {
  const lines = (given: GivenEstimates[], closed: boolean) =>
    elicitationLines(shown(given, closed, [BOATS])).slice(1);

  test('one line an estimate, by letter in the order of the draw', () => {
    expect(lines(firsts, false).map((line) => [line[4], line[5], line[8]])).toEqual([
      ['Expert A', 'first', 300],
      ['Expert B', 'first', 100],
      ['Expert C', 'first', 200],
    ]);
  });

  test('every line has a cell for every column, whatever is missing', () => {
    const [head = [], ...rest] = elicitationLines(shown([...firsts, gave('ann', 2, 150, 25)], true));
    expect(rest).toHaveLength(2 * (3 + 1 + 1));
    expect(rest.filter((line) => line.length !== head.length)).toEqual([]);
    expect(rest.flat().filter((cell) => cell === undefined || cell === null)).toEqual([]);
  });

  test('the ends at 80 per cent stand once a person, on the line of what counts', () => {
    const ofBoth = lines([...firsts, gave('ann', 2, 150)], true).filter(
      ([, , , , who]) => who === 'Expert B',
    );
    expect(ofBoth.map((line) => [line[5], line[10], line[11]])).toEqual([
      ['first', '', ''],
      ['second', 140, 160],
    ]);
  });

  test('the joint figure is the last line of its quantity, once second estimates have closed', () => {
    expect(lines(firsts, true).at(-1)).toEqual([
      ...['How many boats?', 'boats', 0, 1000, 'Together', '', 190, 210, 200, 80, 190, 210, ''],
    ]);
    expect(lines(firsts, false).some((line) => line.includes('Together'))).toBe(false);
  });

  test('no cell names anybody', () => {
    const cells = elicitationLines(shown(firsts, true)).flat().join('\n');
    for (const personId of everybody) expect(cells).not.toContain(personId);
  });

  test('nothing given yet leaves the head alone', () => {
    expect(elicitationLines([])).toHaveLength(1);
    expect(elicitationLines(shown([], false))).toHaveLength(1);
  });
});

describe('the result of one quantity', () => {
  test('each reader finds their own answers, and nobody else’s, marked', () => {
    const own = (ownId: string) => shown(firsts, true, [BOATS], ownId)[0]?.answers.map(({ isOwn }) => isOwn);
    expect(own('cat')).toEqual([true, false, false]);
    expect(own('ben')).toEqual([false, false, true]);
    expect(own('stranger')).toEqual([false, false, false]);
  });

  test('a second estimate without a first one in time counts for nothing', () => {
    const [result] = shown([...firsts.slice(0, 2), gave('cat', 2, 900)], true, [BOATS]);
    expect(result?.answers.map(({ letter }) => letter)).toEqual(['B', 'C']);
    expect(result?.final).toBeNull();
  });

  test('what moved is signed, and no move is zero, not nothing', () => {
    const given = [...firsts, gave('ann', 2, 60), gave('ben', 2, 200)];
    expect(shown(given, true, [BOATS])[0]?.answers.map(({ moved }) => moved)).toEqual([null, -40, 0]);
  });

  test('second estimates never change what the first came to', () => {
    const before = shown(firsts, true, [BOATS])[0];
    const after = shown([...firsts, gave('ann', 2, 700)], true, [BOATS])[0];
    expect(after?.first).toEqual(before?.first);
    expect(after?.final?.best).toBe((700 + 200 + 300) / 3);
  });

  test('quantities are kept apart', () => {
    expect(shown(firsts, true).map(({ quantity, final }) => [quantity.unit, final?.best])).toEqual([
      ['boats', 200],
      ['%', 30],
    ]);
  });
});

describe('letters', () => {
  const many = Array.from({ length: 60 }, (_, place) => `person ${place}`);
  const letters = [
    ...lettersOf(
      many.map((personId) => ({ personId })),
      many,
    ).values(),
  ];
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [51, 'AZ'],
    [52, 'BA'],
  ])('the one at %i is %s', (place, letter) => expect(letters[place]).toBe(letter));
  test('are never shared', () => expect(new Set(letters).size).toBe(many.length));
  test('go to nobody who gave no first estimate', () => {
    expect([...lettersOf(drawn, ['ben']).entries()]).toEqual([['ben', 'A']]);
    expect(lettersOf(drawn, ['somebody else']).size).toBe(0);
  });
});

test.each([
  [
    { questionId: 'q', findingId: null },
    { noun: 'question', nounId: 'q' },
  ],
  [
    { questionId: null, findingId: 'f' },
    { noun: 'finding', nounId: 'f' },
  ],
])('a fact about %j stands in the history of its subject', (about, noun) => {
  expect(factOf('ExpertHasLeft', { id: 'e', ...about }, { personId: 'p' })).toEqual({
    name: 'ExpertHasLeft',
    ...noun,
    data: { elicitationId: 'e', personId: 'p' },
  });
});
