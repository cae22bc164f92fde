import { expect, test } from 'vitest';
import { NO_STAGE } from '../../../tests/support/factories/question-stages';
import { isEditable, stateLabel, stateOf, type QuestionStages, type QuestionState } from './question';

const now = new Date('2026-11-22T12:00:00Z');
const before = new Date('2026-11-20T12:00:00Z');
const after = new Date('2026-12-20T12:00:00Z');
const published = { submittedAt: before, publishedAt: before, clarificationsCloseAt: after, closesAt: after };
const closed = { ...published, clarificationsCloseAt: before, closesAt: before };

test.each<[string, Partial<QuestionStages>, QuestionState]>([
  ['nothing happened', {}, 'draft'],
  ['a closing date in a draft means nothing yet', { closesAt: before }, 'draft'],
  ['submitted', { submittedAt: before }, 'awaitingApproval'],
  ['returned after it was submitted', { submittedAt: before, returnedAt: now }, 'returned'],
  ['submitted again after it was returned', { submittedAt: now, returnedAt: before }, 'awaitingApproval'],
  ['withdrawn before publication', { submittedAt: before, withdrawnAt: now }, 'withdrawn'],
  ['published', published, 'open'],
  ['published without an end', { ...published, clarificationsCloseAt: null, closesAt: null }, 'open'],
  ['window closed', { ...published, clarificationsCloseAt: before }, 'clarificationsClosed'],
  ['the closing instant itself is late', { ...closed, closesAt: now }, 'closed'],
  ['closed', closed, 'closed'],
  ['opened', { ...closed, openedAt: before }, 'opened'],
  ['in evaluation', { ...closed, openedAt: before, evaluationStartedAt: before }, 'inEvaluation'],
  ['decided', { ...closed, decidedAt: before }, 'decided'],
  ['in delivery', { ...closed, decidedAt: before, deliveryStartedAt: before }, 'inDelivery'],
  ['answered', { ...closed, decidedAt: before, answeredAt: before }, 'answered'],
  ['withdrawn wins over all', { ...closed, answeredAt: before, withdrawnAt: before }, 'withdrawn'],
])('%s', (_why, stages, state) => {
  expect(stateOf({ ...NO_STAGE, ...stages }, now)).toBe(state);
});

test('a decided question says how it was decided', () => {
  expect(stateLabel('decided', 'noneSuitable')).toBe('None suitable');
  expect(stateLabel('decided')).toBe('Decided');
  expect(stateLabel('open', 'awarded')).toBe('Open');
});

test('only a draft and a returned question can be edited', () => {
  expect(isEditable('draft') && isEditable('returned')).toBe(true);
  expect(isEditable('awaitingApproval') || isEditable('open')).toBe(false);
});
