import { describe, expect, test } from 'vitest';
import { WorkIndex } from './work-index';

const ln = Math.log;

describe('cosine of a question with works', () => {
  /* Stems and bigrams, three works: fraud is in two, everything else in one. */
  const index = new WorkIndex([['fraud fraud'], ['fraud'], ['drug', 'border']]);
  const fraud = ln(4 / 2);
  const twice = 1 + ln(1 + ln(2));

  test('is what is worked out by hand', () => {
    const { ofWorks } = index.similarities(['fraud drug']);
    const question = Math.hypot(ln(4 / 2), ln(4));
    const first = Math.hypot(twice * fraud, ln(4));
    expect(ofWorks[0]).toBeCloseTo((fraud * twice * fraud) / (question * first), 6);
    expect(ofWorks[1]).toBeCloseTo(fraud / question, 6);
    expect(ofWorks[2]).toBeCloseTo((ln(4) * ln(4)) / (question * Math.hypot(ln(4), ln(4))), 6);
  });

  test('is 1 for the text itself and 0 where nothing is shared', () => {
    const { ofWorks } = index.similarities(['fraud fraud']);
    expect(ofWorks[0]).toBeCloseTo(1, 6);
    expect(ofWorks[2]).toBe(0);
  });

  test('finds a term of every work of an index with one work only', () => {
    expect(new WorkIndex([['smuggling']]).similarities(['smuggling']).ofWorks[0]).toBeCloseTo(1, 6);
  });

  test('is 0 everywhere for a work without words', () => {
    expect([...new WorkIndex([[''], ['fraud']]).similarities(['fraud']).ofWorks]).toEqual([0, 1]);
  });

  test('no bigram reaches from the title into the abstract', () => {
    const { terms } = index.similarities(['drug border']);
    expect(terms.map(({ term }) => term)).toEqual(['drug', 'border']);
  });
});

describe('what a question costs', () => {
  const index = new WorkIndex([['fraud ring'], ['fraud'], ['fraud'], ['fraud ring ferry']]);

  test('rare terms are looked up first and common ones not at all once enough was read', () => {
    const all = index.similarities(['fraud ring ferry']);
    expect(all.terms.map(({ term }) => term)).toEqual(['ferri', 'ring ferri', 'ring', 'fraud ring', 'fraud']);
    const few = index.similarities(['fraud ring ferry'], 6);
    expect(few.terms.map(({ term }) => term)).toEqual(['ferri', 'ring ferri', 'ring', 'fraud ring']);
    expect(few.ofWorks[1]).toBe(0);
  });

  test('at least one term is looked up', () => {
    expect(index.similarities(['fraud'], 1).terms).toHaveLength(1);
  });

  test('the weight of a term in a work is found, or is 0', () => {
    const { terms } = index.similarities(['ring']);
    const row = terms[0]?.row ?? -1;
    expect([0, 1, 2, 3].map((work) => index.weightIn(row, work) > 0)).toEqual([true, false, false, true]);
  });
});
