import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import { inOrder, nextStep, UPTAKE_KINDS } from './uptake';
import { mayRecordStep, maySeeUptake, mayWithdrawStep, type StepStanding } from './uptake-policy';

describe('the order of steps', () => {
  test('each is followed by the next, an outcome and a rejection by nothing', () => {
    expect(UPTAKE_KINDS.map((kind) => nextStep({ kind, taken: null }))).toEqual([
      'decision',
      'action',
      'outcome',
      null,
    ]);
    expect(nextStep({ kind: 'decision', taken: 'rejected' })).toBeNull();
    expect(nextStep({ kind: 'decision', taken: 'partly' })).toBe('action');
  });

  test('they are laid out each under what it follows, and what follows nothing known is left out', () => {
    const steps = [
      { reference: 'a', follows: null },
      { reference: 'b', follows: null },
      { reference: 'a1', follows: 'a' },
      { reference: 'a1x', follows: 'a1' },
      { reference: 'b1', follows: 'b' },
      { reference: 'lost', follows: 'gone' },
      { reference: 'round', follows: 'round' },
    ];
    expect(inOrder(steps).map(({ reference, depth }) => `${reference}${depth}`)).toEqual([
      'a0',
      'a11',
      'a1x2',
      'b0',
      'b11',
    ]);
  });
});

describe('who may do what', () => {
  const everybody = {
    visitor: nobody,
    unverified: someone({ id: 'unverified', verified: false }),
    committee: someone({ id: 'committee', roles: ['committeeReader'] }),
    member: someone({ id: 'member' }),
    recorder: someone({ id: 'recorder' }),
    auditor: someone({ id: 'auditor', roles: ['auditor'] }),
    coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  };
  const finding = {
    ...{ submittedById: 'sharer', state: 'published' as const, everPublished: true, everSubmitted: true },
    ...{ released: true, open: null },
  };
  const step = (over: Partial<StepStanding> = {}): StepStanding => ({
    ...{ finding, uses: false, recordedById: 'recorder', withdrawn: false, ...over },
  });
  const retracted = { ...finding, state: 'retracted' as const };
  const draft = { ...finding, state: 'draft' as const, everPublished: false, released: false };
  const record = (isFirst: boolean) => (actor: Parameters<typeof maySeeUptake>[0], standing: StepStanding) =>
    mayRecordStep(actor, standing, isFirst);

  test.each<[string, typeof mayWithdrawStep, StepStanding, string]>([
    ['sees what became of a released finding', maySeeUptake, step(), '---aaaa'],
    ['sees it of a draft', maySeeUptake, step({ finding: draft }), '-------'],
    ['starts, using nothing', record(true), step(), '---ddda'],
    ['starts, of a team that uses it', record(true), step({ uses: true }), '---aada'],
    ['starts from what was retracted', record(true), step({ uses: true, finding: retracted }), '---dddd'],
    ['goes on from what was retracted', record(false), step({ uses: true, finding: retracted }), '---aada'],
    ['withdraws', mayWithdrawStep, step(), '---dada'],
    ['withdraws again', mayWithdrawStep, step({ withdrawn: true }), '---dddd'],
  ])('who %s', (_what, may, standing, wanted) =>
    expect(
      Object.values(everybody)
        .map((actor) => ({ allow: 'a', deny: 'd', hide: '-' })[may(actor, standing).kind])
        .join(''),
    ).toBe(wanted),
  );
});
