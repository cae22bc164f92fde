import { expect, test } from 'vitest';
import { isOpenToChange, stateOf, type BidStages, type BidState } from './bid';

const at = new Date('2026-11-21T17:00:00Z');
const untouched: BidStages = {
  submitted: false,
  withdrawnAt: null,
  excludedAt: null,
  openedAt: null,
  evaluationStartedAt: null,
  outcome: null,
};

test.each<[BidState, Partial<BidStages>]>([
  ['draft', {}],
  ['draft', { openedAt: at }],
  ['submitted', { submitted: true }],
  ['submitted', { submitted: true, withdrawnAt: at }],
  ['withdrawn', { withdrawnAt: at }],
  ['withdrawn', { withdrawnAt: at, openedAt: at, evaluationStartedAt: at }],
  ['opened', { submitted: true, openedAt: at }],
  ['inEvaluation', { submitted: true, openedAt: at, evaluationStartedAt: at }],
  ['awarded', { submitted: true, openedAt: at, evaluationStartedAt: at, outcome: 'awarded' }],
  ['notAwarded', { submitted: true, openedAt: at, evaluationStartedAt: at, outcome: 'notAwarded' }],
  ['excluded', { submitted: true, openedAt: at, excludedAt: at, outcome: 'notAwarded' }],
])('%s when %o', (state, stages) => {
  expect(stateOf({ ...untouched, ...stages })).toBe(state);
});

test('only what is not opened can still change', () => {
  expect((['draft', 'submitted', 'withdrawn'] as const).every(isOpenToChange)).toBe(true);
  expect(
    (['opened', 'inEvaluation', 'awarded', 'notAwarded', 'excluded'] as const).some(isOpenToChange),
  ).toBe(false);
});
