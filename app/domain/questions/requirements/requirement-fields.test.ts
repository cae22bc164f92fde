import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { blankRow, wholeRow } from '../../../../tests/support/factories/draft-rows';
import { publishedContent } from '../drafting/published-content';
import { taskState, TASKS } from '../tasks/task-list';
import { asksEligibility } from './requirement';
import {
  CONDITION_ROWS,
  ESSENTIAL_ROWS,
  halfRequirement,
  organisationsFrom,
  requirementAnswers,
  requirementFields,
  requirementsFrom,
  requirementValues,
} from './requirement-fields';

const typed = {
  eligibleOrganisations: ['university'],
  condition2: 'We are based in the UK',
  essential1: 'Experience of interviewing in prisons',
  evidence1: 'One study in the last five years',
  essential5: 'A secure place for data',
  evidence5: 'Its certificate',
};

describe('who may bid and what every bid must show', () => {
  test('rows left empty are nothing, and the rest move up in their order', () => {
    expect(requirementsFrom(typed)).toEqual([
      { kind: 'eligibility', position: 1, text: 'We are based in the UK', evidence: '' },
      {
        kind: 'essential',
        position: 1,
        text: 'Experience of interviewing in prisons',
        evidence: 'One study in the last five years',
      },
      { kind: 'essential', position: 2, text: 'A secure place for data', evidence: 'Its certificate' },
    ]);
    expect(requirementsFrom({})).toEqual([]);
    expect(organisationsFrom({})).toEqual([]);
    expect([ESSENTIAL_ROWS.length, CONDITION_ROWS.length]).toEqual([12, 6]);
  });

  test('what is stored comes back into the same fields', () => {
    const held = { eligibleOrganisations: ['university'], requirements: requirementsFrom(typed) };
    const values = requirementValues(held);
    expect(values).toMatchObject({
      eligibleOrganisations: ['university'],
      condition1: 'We are based in the UK',
      essential2: 'A secure place for data',
      evidence2: 'Its certificate',
      essential3: '',
    });
    expect(requirementsFrom(values)).toEqual(held.requirements);
  });

  test.each([
    [{ essential3: 'A secure place' }, 'evidence3'],
    [{ evidence2: 'Its certificate' }, 'essential2'],
    [typed, undefined],
    [{}, undefined],
  ])('half a requirement is sent back to its empty field: %j', (values, field) => {
    expect(halfRequirement(values)?.field).toBe(field);
  });

  test('a kind that is not on the list is refused, none and one are taken', () => {
    const schema = z.object(requirementFields);
    const kinds = (eligibleOrganisations: unknown) => schema.safeParse({ eligibleOrganisations });
    expect(kinds('pirates').success).toBe(false);
    expect(kinds('').data?.eligibleOrganisations).toEqual([]);
    expect(kinds('university').data?.eligibleOrganisations).toEqual(['university']);
  });

  test('nobody has to fill any of it in, and half of it keeps the task open', () => {
    expect(taskState(TASKS.criteria, blankRow())).toBe('done');
    const half = [{ kind: 'essential' as const, position: 1, text: 'A secure place', evidence: '' }];
    expect(taskState(TASKS.criteria, blankRow({ requirements: half }))).not.toBe('done');
    expect(requirementAnswers(blankRow())).toEqual([]);
    expect(asksEligibility(blankRow())).toBe(false);
  });

  test('all of it is part of the published version, and asks bidders who may bid', () => {
    const row = wholeRow({ eligibleOrganisations: ['university'], requirements: requirementsFrom(typed) });
    const windows = { biddingWorkingDays: null, clarificationsCloseAt: null, answersDueAt: null };
    const published = publishedContent({ ...row, visibility: 'network' }, windows);
    const answers = published.tasks.find(({ task }) => task === 'criteria')?.answers ?? [];
    expect(answers).toContainEqual({ label: 'Kinds of organisation that may bid', value: 'University' });
    expect(answers).toContainEqual({
      label: 'Condition 1 for whoever bids',
      value: 'We are based in the UK',
    });
    expect(answers).toContainEqual({
      label: 'Essential requirement 2',
      value: 'A secure place for data\nEvidence: Its certificate',
    });
    expect(asksEligibility(row)).toBe(true);
    expect(asksEligibility({ ...row, requirements: [] })).toBe(true);
    expect(asksEligibility({ eligibleOrganisations: [], requirements: row.requirements })).toBe(true);
  });
});
