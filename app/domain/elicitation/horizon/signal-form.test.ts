import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { evidenceFields, judgementFields, signalFields } from './signal-form';
import {
  CONFIDENCE_NAMES,
  likelihoods,
  LIKELIHOODS,
  movement,
  SIGNAL_CONFIDENCES,
  signalConfidences,
} from './yardstick';

const messages = (shape: z.ZodRawShape, given: Record<string, unknown>) => {
  const read = z.strictObject(shape).safeParse(given);
  return read.success ? {} : z.flattenError(read.error).fieldErrors;
};

describe('a signal', () => {
  const whole = {
    ...{ title: 'Drones over prisons', changing: 'They drop parcels.', questions: '', elicitation: '' },
    reviewBy: '2027-06-01',
  };

  test('needs words and a day; areas, questions and a round it may have', () => {
    expect(messages(signalFields, whole)).toEqual({});
    expect(messages(signalFields, {})).toEqual({
      title: ['Say in a few words what is changing'],
      changing: ['Say what is changing, and why it may matter'],
      reviewBy: ['Enter when to look at it again'],
    });
  });

  test.each([
    [{ title: '   ' }, 'title'],
    [{ title: 'x'.repeat(201) }, 'title'],
    [{ changing: 'x'.repeat(6001) }, 'changing'],
    [{ questions: 'x'.repeat(401) }, 'questions'],
    [{ reviewBy: '2027-02-30' }, 'reviewBy'],
    [{ elicitation: 'ABC' }, 'elicitation'],
    [{ threatAreas: ['x'.repeat(101)] }, 'threatAreas'],
  ])('%# is refused beside its field', (change, field) => {
    expect(Object.keys(messages(signalFields, { ...whole, ...change }))).toEqual([field]);
  });
});

describe('a judgement', () => {
  const given = { likelihood: 'likely', confidence: 'low', reason: 'Counts of seizures' };

  test('has a likelihood, a confidence and a reason, none of which stands for another', () => {
    expect(messages(judgementFields, given)).toEqual({});
    expect(Object.keys(messages(judgementFields, {}))).toEqual(['likelihood', 'confidence', 'reason']);
    expect(messages(judgementFields, { ...given, likelihood: 'high' })).toEqual({
      likelihood: ['Choose how likely it is'],
    });
    expect(messages(judgementFields, { ...given, confidence: 'likely' })).toEqual({
      confidence: ['Choose how sound that judgement is'],
    });
  });

  test.each(['__proto__', 'toString', 'constructor'])('%s is no likelihood', (likelihood) => {
    expect(messages(judgementFields, { ...given, likelihood })).toHaveProperty('likelihood');
  });
});

describe('evidence', () => {
  test('says what it shows', () => {
    expect(messages(evidenceFields, { finding: '2222-2222', address: '', says: 'It grows' })).toEqual({});
    expect(messages(evidenceFields, { says: ' ' })).toEqual({ says: ['Say what it shows'] });
  });

  test.each([
    ['https://news.example/drones', true],
    ['HTTP://news.example', true],
    ['javascript:alert(1)', false],
    ['https:///nowhere', false],
    ['https://a b', false],
    ['ftp://news.example', false],
    [' https://news.example ', true],
  ])('%s is an address: %j', (address, good) => {
    expect(messages(evidenceFields, { address, says: 'x' })).toEqual(
      good ? {} : { address: ['Enter an address that begins with https://'] },
    );
  });
});

describe('the yardstick', () => {
  test('its ranges rise, stay apart, and reach from nothing to everything', () => {
    const ranges = likelihoods.map((one) => LIKELIHOODS[one].range.match(/\d+/g)?.map(Number) ?? []);
    expect(ranges[0]?.[0]).toBe(0);
    expect(ranges.at(-1)?.at(-1)).toBe(100);
    ranges.forEach(([from = NaN, to = NaN], index) => {
      expect(from).toBeLessThan(to);
      expect(from).toBeGreaterThan(ranges[index - 1]?.[1] ?? -1);
    });
  });

  const steps = fc.constantFrom(...likelihoods);
  test('a way there and back is as long, and turned round', () => {
    fc.assert(
      fc.property(steps, steps, (one, other) => {
        const turned = movement(other, one)
          .replace('More', 'more')
          .replace('Less', 'More')
          .replace('more', 'Less');
        expect(movement(one, other)).toBe(turned);
        expect(movement(one, other) === 'As before').toBe(one === other);
      }),
    );
  });

  test('from one end to the other are as many steps as there are between', () => {
    expect(movement('remoteChance', 'almostCertain')).toBe('More likely, by 6 steps');
    expect(movement('almostCertain', 'remoteChance')).toBe('Less likely, by 6 steps');
  });

  test('confidence is never told in words of likelihood', () => {
    const likely = likelihoods.map((one) => LIKELIHOODS[one].words.toLowerCase());
    for (const one of signalConfidences) {
      expect(SIGNAL_CONFIDENCES[one].startsWith(`${CONFIDENCE_NAMES[one]} confidence: `)).toBe(true);
      expect(likely.filter((words) => SIGNAL_CONFIDENCES[one].toLowerCase().includes(words))).toEqual([]);
    }
  });
});
