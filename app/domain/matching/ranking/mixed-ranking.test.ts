import { expect, test } from 'vitest';
import { mixedScores, standardised } from './mixed-ranking';

test('scores are standardised over the greatest alone', () => {
  expect([...standardised([3, 1, -100], 2)]).toEqual([1, -1, -102]);
});

test('equal scores, one score and no score say nothing', () => {
  expect([...standardised([0.1, 0.1, 0.1])]).toEqual([0, 0, 0]);
  expect([...standardised([7])]).toEqual([0]);
  expect([...standardised([])]).toEqual([]);
});

test('with equal words the nearer in meaning leads, and with equal meaning the better by words', () => {
  const [near = 0, far = 0] = mixedScores([
    { words: 2, meaning: 0.9 },
    { words: 2, meaning: 0.1 },
  ]);
  expect(near).toBeGreaterThan(far);
  const [better = 0, worse = 0] = mixedScores([
    { words: 3, meaning: 0.5 },
    { words: 2, meaning: 0.5 },
  ]);
  expect(better).toBeGreaterThan(worse);
});

test('who is behind in both never leads', () => {
  const candidates = Array.from({ length: 150 }, (_, index) => ({
    words: 1 + ((index * 37) % 50),
    meaning: ((index * 53) % 101) / 100,
  }));
  const scores = mixedScores(candidates);
  candidates.forEach((one, index) => {
    candidates.forEach((other, at) => {
      if (one.words >= other.words && one.meaning >= other.meaning)
        expect(scores[index] ?? 0).toBeGreaterThanOrEqual(scores[at] ?? 0);
    });
  });
});

test('neither scale rules: ten times the score by words changes nothing', () => {
  const candidates = [5, 3, 2].map((words, index) => ({ words, meaning: [0.2, 0.9, 0.4][index] ?? 0 }));
  const scaled = mixedScores(candidates.map(({ words, meaning }) => ({ words: words * 10, meaning })));
  mixedScores(candidates).forEach((score, index) => {
    expect(scaled[index]).toBeCloseTo(score, 12);
  });
});
