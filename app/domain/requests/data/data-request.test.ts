import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DATA_WANTED } from '../../../../tests/support/factories/datasets';
import {
  dataRequestFields,
  decisionFields,
  NO_PART,
  opinionFields,
  wrongInAsking,
  wrongInOpinion,
  wrongInWords,
} from './data-form';
import {
  heard,
  missingFor,
  type Opinion,
  showDays,
  standsAs,
  type Tally,
  tallyInWords,
  wrongInDecision,
} from './data-request';

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2027-11-30');
const tally = (over: Partial<Tally> = {}): Tally => ({
  ...{ quorum: 2, approve: 0, conditions: 0, refuse: 0 },
  ...over,
});
const decision = (outcome: Opinion, over: { conditions?: string; expiresOn?: Date | undefined } = {}) => ({
  ...{ outcome, conditions: '', expiresOn: LATER as Date | undefined },
  ...over,
});

describe('a decision', () => {
  test.each<[string, Tally, ReturnType<typeof decision>, string | null]>([
    ['with nobody heard', tally(), decision('approve'), 'QuorumIsMissing'],
    ['with one of two heard', tally({ approve: 1 }), decision('approve'), 'QuorumIsMissing'],
    ['as both think', tally({ approve: 2 }), decision('approve'), null],
    ['against most', tally({ approve: 2, refuse: 1 }), decision('refuse'), 'PanelThinksOtherwise'],
    [
      'for, when as many are against',
      tally({ approve: 1, refuse: 1 }),
      decision('approve'),
      'PanelThinksOtherwise',
    ],
    ['against, when as many are for', tally({ approve: 1, refuse: 1 }), decision('refuse'), null],
    ['for, all against', tally({ refuse: 2 }), decision('approve'), 'PanelThinksOtherwise'],
    [
      'without the conditions that one wants',
      tally({ approve: 1, conditions: 1 }),
      decision('approve'),
      'ConditionsAreWanted',
    ],
    [
      'on conditions that nobody wrote',
      tally({ conditions: 2 }),
      decision('conditions'),
      'ConditionsAreMissing',
    ],
    ['on conditions', tally({ conditions: 2 }), decision('conditions', { conditions: 'In the room' }), null],
    [
      'on conditions that nobody asked for',
      tally({ approve: 2 }),
      decision('conditions', { conditions: 'Yes' }),
      null,
    ],
    ['without an end', tally({ approve: 2 }), decision('approve', { expiresOn: undefined }), 'EndIsMissing'],
    ['with an end of today', tally({ approve: 2 }), decision('approve', { expiresOn: NOW }), 'DayHasPassed'],
    [
      'with an end too far',
      tally({ approve: 2 }),
      decision('approve', { expiresOn: new Date('2032-01-01') }),
      'EndIsTooFar',
    ],
    ['against, without an end', tally({ refuse: 2 }), decision('refuse', { expiresOn: undefined }), null],
  ])('%s', (_name, given, asked, expected) => {
    expect(wrongInDecision(given, asked, NOW)?.name ?? null).toBe(expected);
  });

  test('counts those heard, and says how many are missing', () => {
    expect(heard(tally({ approve: 1, conditions: 2, refuse: 3 }))).toBe(6);
    expect(wrongInDecision(tally({ quorum: 5, refuse: 2 }), decision('refuse'), NOW)?.message).toBe(
      '3 more of the panel must say what they think first.',
    );
  });

  test.each([
    [{ outcome: 'refuse', words: 'Why', terms: '' }, 'CodeIsMissing'],
    [{ outcome: 'refuse', code: 'data' as const, words: '', terms: '' }, 'WordsAreMissing'],
    [{ outcome: 'refuse', code: 'data' as const, words: 'Why', terms: '' }, null],
    [{ outcome: 'approve', words: '', terms: '' }, 'TermsAreMissing'],
    [{ outcome: 'conditions', words: '', terms: 'Cite it' }, null],
  ])('%j lacks %s', (given, expected) => expect(wrongInWords(given)?.name ?? null).toBe(expected));

  test('has an outcome and a code of the lists', () => {
    const form = z.strictObject(decisionFields);
    expect(form.safeParse({ outcome: 'maybe' }).success).toBe(false);
    expect(form.safeParse({ outcome: 'refuse', code: 'mood' }).success).toBe(false);
    expect(form.parse({ outcome: 'refuse', code: 'data' })).toMatchObject({ words: '', terms: '' });
  });
});

describe('an opinion', () => {
  test.each([
    [{ conflict: '', opinion: 'approve', reason: 'Sound' }, null],
    [{ conflict: '', opinion: 'approve', reason: '' }, 'ReasonIsMissing'],
    [{ conflict: '', reason: 'Sound' }, 'OpinionIsMissing'],
    [{ conflict: 'We share an office', reason: '' }, null],
    [{ conflict: 'We share an office', opinion: 'refuse', reason: 'No' }, 'ConflictIsDeclared'],
    [{ conflict: 'We share an office', opinion: NO_PART, reason: '' }, null],
    [{ conflict: '', opinion: NO_PART, reason: 'No' }, 'ConflictIsMissing'],
  ])('%j: %s', (given, expected) => expect(wrongInOpinion(given)?.name ?? null).toBe(expected));

  test('is one of three, or none', () => {
    const form = z.strictObject(opinionFields);
    expect(form.parse({ opinion: 'conditions', reason: ' Yes ' })).toEqual({
      ...{ opinion: 'conditions', reason: 'Yes', conflict: '' },
    });
    expect(form.safeParse({ opinion: 'later' }).success).toBe(false);
    expect(form.parse({ opinion: NO_PART }).opinion).toBe(NO_PART);
  });
});

describe('what is asked', () => {
  const form = z.strictObject(dataRequestFields);
  const errors = (over: object) => {
    const result = form.safeParse({ ...DATA_WANTED, ...over });
    return result.success ? {} : z.flattenError(result.error).fieldErrors;
  };

  test('says every one of the five safes, what, why and on what basis', () => {
    expect(Object.keys(z.flattenError(form.safeParse({}).error as z.ZodError).fieldErrors)).toEqual([
      ...['extract', 'purpose', 'basis', 'safePeople', 'safeProjects', 'safeSettings', 'safeData'],
      ...['safeOutputs', 'startsOn', 'endsOn'],
    ]);
    expect(errors({})).toEqual({});
    expect(errors({ safeData: ' ' })).toEqual({ safeData: ['Say what is left out or made coarse'] });
    expect(errors({ basis: 'curiosity' })).toEqual({ basis: ['Choose the lawful basis'] });
    expect(form.parse(form.parse(DATA_WANTED))).toEqual(form.parse(DATA_WANTED));
  });

  test.each([
    ['2026-12-01', '2026-11-30', 'DaysAreTurnedRound'],
    ['2026-01-01', '2026-11-22', 'DayHasPassed'],
    ['2026-01-01', '2026-11-23', null],
    ['2026-12-01', '2031-12-01', null],
    ['2026-12-01', '2031-12-02', 'PeriodIsTooLong'],
  ])('from %s to %s: %s', (startsOn, endsOn, expected) => {
    const asked = form.parse({ ...DATA_WANTED, startsOn, endsOn });
    expect(wrongInAsking(asked, new Date('2026-11-23'))?.name ?? null).toBe(expected);
  });
});

describe('where a request stands', () => {
  const course = { state: 'approved' as const, expiresOn: '2026-11-23', closing: null, confirmedAt: null };
  test.each([
    [{ state: 'asked' as const, expiresOn: null }, 'Waiting for the panel'],
    [{ state: 'withdrawn' as const, expiresOn: null }, 'Withdrawn'],
    [{ state: 'refused' as const, expiresOn: null }, 'Refused'],
    [{}, 'Approved'],
    [{ expiresOn: '2026-11-22' }, 'Ended: return or destroy the data'],
    [{ expiresOn: '2026-11-22', renewed: true }, 'Renewed'],
    [{ closing: 'destroyed' }, 'Waiting for the holder to confirm what became of the data'],
    [{ closing: 'destroyed', confirmedAt: NOW }, 'Closed: what became of the data is confirmed'],
  ])('%j is “%s”', (over, words) =>
    expect(standsAs({ ...course, renewed: false, ...over }, new Date('2026-11-23'))).toBe(words),
  );

  test.each([
    [null, 'Nothing decided yet'],
    [0.2, '0 days'],
    [1.4, '1 day'],
    [12, '12 days'],
  ])('%s days: %s', (days, words) => expect(showDays(days)).toBe(words));
});

test('what a panel said is told in words', () => {
  const tally = { quorum: 2, approve: 1, conditions: 0, refuse: 1 };
  expect(tallyInWords(tally, 3)).toBe('2 of 3 heard: 1 would approve, nobody on conditions, 1 would refuse.');
  expect([
    missingFor(tally),
    missingFor({ ...tally, quorum: 3 }),
    missingFor({ ...tally, quorum: 1 }),
  ]).toEqual([...[0, 1, 0]]);
});
