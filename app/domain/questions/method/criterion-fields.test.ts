import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import type { CriterionDraft } from '../criteria';
import {
  BAND_VALUES,
  DETAIL_LABELS,
  detailFields,
  detailsFrom,
  detailValues,
  hasDetails,
} from './criterion-fields';

const schema = z.object(detailFields('3'));
const draft = (over: Partial<CriterionDraft> = {}): CriterionDraft => ({
  name: 'Method',
  guidance: '',
  weight: 40,
  minimum: null,
  ...over,
});
const BANDS = ['None', '', 'Some', '', '', 'All'];

describe('what one criterion may say', () => {
  test('nothing of it has to be said', () => {
    const read = schema.parse({});
    expect(detailsFrom(read, '3')).toEqual({});
    expect(hasDetails(read, '3')).toBe(false);
  });

  test.each([
    ['words3', 10, 50_000],
    ['reasonWords3', 10, 1000],
  ])('%s goes from %i to %i', (field, least, most) => {
    for (const value of [least, most]) expect(schema.safeParse({ [field]: value }).success).toBe(true);
    for (const value of [least - 1, most + 1, 10.5, 'ten']) {
      const read = schema.safeParse({ [field]: value });
      expect([value, read.success]).toEqual([value, false]);
      expect(read.error?.issues[0]?.message).toContain('criterion 3');
    }
  });

  test('a band holds 300 characters and no more; a stage is one of the two', () => {
    expect(schema.safeParse({ band3of0: 'x'.repeat(300) }).success).toBe(true);
    expect(schema.safeParse({ band3of0: 'x'.repeat(301) }).success).toBe(false);
    expect(schema.safeParse({ stage3: 'interview' }).success).toBe(true);
    expect(schema.safeParse({ stage3: 'phone' }).success).toBe(false);
  });

  test('labels name criterion and score, so that no two are the same', () => {
    const labels = ['1', '2'].flatMap((row) => [
      ...BAND_VALUES.map((value) => DETAIL_LABELS.band(row, value)),
      DETAIL_LABELS.stage(row),
      DETAIL_LABELS.words(row),
      DETAIL_LABELS.reasonWords(row),
    ]);
    expect(new Set(labels).size).toBe(2 * (BAND_VALUES.length + 3));
  });
});

describe('from the form and back', () => {
  test.each<[string, Partial<CriterionDraft>]>([
    ['nothing', {}],
    ['at interview', { stage: 'interview' }],
    ['some bands, in their places', { bands: BANDS }],
    ['limits of words', { wordLimit: 500, reasonWords: 80 }],
    ['all of it', { stage: 'interview', bands: BANDS, wordLimit: 10, reasonWords: 1000 }],
  ])('%s is the same afterwards', (_, details) => {
    const values = detailValues('3', draft(details));
    expect(schema.safeParse(values).success).toBe(true);
    expect(detailsFrom(values, '3')).toEqual(details);
    expect(hasDetails(values, '3')).toBe(Object.keys(details).length > 0);
  });

  test('from the written bid is what a criterion is anyway', () => {
    expect(detailsFrom({ stage3: 'written' }, '3')).toEqual({});
    expect(detailsFrom(detailValues('3', draft({ stage: 'written' })), '3')).toEqual({});
  });

  test('bands always come as six, empty ones for the standard words', () => {
    expect(detailsFrom({ band3of5: 'All' }, '3').bands).toEqual(['', '', '', '', '', 'All']);
    expect(detailsFrom({ band3of0: '', band3of1: 7, band3of2: null }, '3').bands).toBeUndefined();
  });

  test('one row reads nothing of another', () => {
    const values = {
      ...detailValues('3', draft({ bands: BANDS, wordLimit: 500 })),
      words13: 20,
      band13of1: 'Else',
    };
    expect(detailsFrom(values, '1')).toEqual({});
    expect(detailsFrom(values, '3')).toEqual({ bands: BANDS, wordLimit: 500 });
  });

  test('an empty row shows empty fields', () => {
    const shown = detailValues('3', undefined);
    expect(new Set(Object.values(shown))).toEqual(new Set([undefined, '']));
    expect(Object.keys(shown).sort()).toEqual(Object.keys(detailFields('3')).sort());
  });
});
