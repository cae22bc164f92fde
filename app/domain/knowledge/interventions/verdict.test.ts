import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Confidence } from '../finding';
import { directionOf, DIRECTIONS, type EffectDirection } from './direction';
import { verdictOf, type Evidence, type Verdict } from './verdict';

const one = (
  direction: EffectDirection,
  confidence: Confidence | null = 'moderate',
  isProtocol = false,
): Evidence => ({
  ...{ reference: 'x', direction, confidence, isProtocol },
});
const many = (count: number, evidence: Evidence): Evidence[] => Array.from({ length: count }, () => evidence);

describe('the verdict', () => {
  test.each<[string, Evidence[], number, Verdict]>([
    ['of nothing', [], 0, 'nothing'],
    ['of a protocol alone', [one('doesNotSay', null, true)], 0, 'nothing'],
    ['of a protocol that claims an effect', [one('helps', 'high', true)], 0, 'nothing'],
    ['of what nobody appraised', many(5, one('helps', null)), 0, 'notKnown'],
    ['of low confidence', [one('helps', 'low')], 0, 'notKnown'],
    ['of credible findings that say nothing of it', [one('doesNotSay', 'high')], 0, 'notKnown'],
    ['of one credible finding', [one('helps'), one('helps', null)], 0, 'helps'],
    ['of one against ten', [...many(10, one('helps', 'high')), one('noClearEffect')], 0, 'mixed'],
    ['of harm against help', [one('helps'), one('harms')], 0, 'mixed'],
    ['of help against what is not credible', [one('helps'), one('harms', 'low')], 0, 'helps'],
    ['of a credible finding that is mixed in itself', [one('mixed'), ...many(4, one('helps'))], 0, 'mixed'],
    ['of no effect alone', [one('noClearEffect'), one('noClearEffect', 'high')], 0, 'noClearEffect'],
    ['of harm alone', [one('harms')], 0, 'harms'],
    ['of no effect and harm', [one('harms'), one('noClearEffect')], 0, 'doesNotHelp'],
    [
      'of a contradiction that nobody appraised',
      [one('helps', null), one('noClearEffect', null)],
      1,
      'mixed',
    ],
    ['of a contradiction from elsewhere', [one('helps', 'high')], 1, 'mixed'],
  ])('%s', (_what, evidence, contradictions, verdict) =>
    expect(verdictOf(evidence, contradictions).verdict).toBe(verdict),
  );

  test('one credible finding is said to be thin, and two are not', () => {
    expect(verdictOf([one('helps')], 0).because).toContain('That is thin');
    expect(verdictOf(many(2, one('helps')), 0).because).not.toContain('thin');
  });

  const evidence = fc.record({
    reference: fc.constant('x'),
    direction: fc.constantFrom(...DIRECTIONS),
    confidence: fc.constantFrom(null, 'low', 'moderate', 'high'),
    isProtocol: fc.boolean(),
  }) as fc.Arbitrary<Evidence>;

  test('is never a vote: repeating what is there changes nothing', () =>
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), (all, times) => {
        expect(verdictOf(Array.from({ length: times }, () => all).flat(), 0).verdict).toBe(
          verdictOf(all, 0).verdict,
        );
      }),
    ));

  test('is moved by nothing that is not credible, once something credible points a way', () =>
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 8 }), evidence, (all, more) => {
        const weak = { ...more, confidence: 'low' as const };
        if (verdictOf(all, 0).verdict !== 'nothing')
          expect(verdictOf([...all, weak], 0).verdict).toBe(verdictOf(all, 0).verdict);
      }),
    ));

  test('what two appraisers agreed of the effect is where a reading starts', () =>
    expect(
      ['works', 'mixed', 'none', 'backfires', 'unclear', 'else'].map((effect) => directionOf({ effect })),
    ).toEqual(['helps', 'mixed', 'noClearEffect', 'harms', 'doesNotSay', null]));
});
