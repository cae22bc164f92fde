import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import { NO_STAGE } from '../../../../tests/support/factories/question-stages';
import type { Actor } from '../../actor';
import type { QuestionForPolicy } from '../question-policy';
import { answersInWords, cascadeDays, cascadeState, isAnswered } from './cascade';
import { mayAnswerCascade, mayCascade, maySeeCascade } from './cascade-policy';

const day = (text: string) => new Date(text);

describe('days', () => {
  test('are working days, and coordinators hear three working days after the last', () => {
    const holidays = new Set(['2026-12-25', '2026-12-28']);
    expect(cascadeDays(day('2026-12-18'), 5, holidays)).toEqual({
      answerBy: day('2026-12-29'),
      escalateOn: day('2027-01-01'),
    });
  });

  test.each<[string, string | null, string]>([
    ['2026-12-11', null, 'waiting'],
    ['2026-12-12', null, 'overdue'],
    ['2026-12-15', null, 'overdue'],
    ['2026-12-16', null, 'escalated'],
    ['2027-12-16', 'accepted', 'accepted'],
    ['2026-12-01', 'noted', 'noted'],
    ['2026-12-16', 'declined', 'declined'],
  ])('on %s, answered %s: %s', (today, answer, state) => {
    const stages = { answer, answerBy: day('2026-12-11'), escalateOn: day('2026-12-16') };
    expect(cascadeState(stages, day(today))).toBe(state);
  });
});

test('answers are counted in words', () => {
  expect(answersInWords(['waiting', 'accepted', 'escalated', 'waiting'])).toBe(
    '4 teams: 1 accepted; 2 waiting for an answer; 1 not answered, coordinators know.',
  );
  expect(answersInWords(['noted'])).toBe('1 team: 1 noted.');
  expect((['noted', 'declined', 'accepted', 'waiting', 'overdue'] as const).map(isAnswered)).toEqual([
    ...[true, true, true, false, false],
  ]);
});

describe('who', () => {
  const question: QuestionForPolicy = {
    ...NO_STAGE,
    publishedAt: day('2026-11-01'),
    id: 'question',
    teamId: 'team',
    authorId: 'author',
    seniorResponsibleOwnerId: 'owner',
    budgetHolderId: 'holder',
    visibility: 'network',
    releasedAt: null,
    route: { takesBids: true, takesAdvice: false },
    invitations: [],
    sponsorships: [],
  };
  const judge = (actor: Actor, of = question, answer: string | null = null) => [
    mayCascade(actor, of).kind,
    maySeeCascade(actor, { teamId: 'force', answer, question: of }).kind,
    mayAnswerCascade(actor, { teamId: 'force', answer, question: of }).kind,
  ];

  test.each<[string, Actor, string[]]>([
    ['an author', someone(inTeam('team', 'author')), ['allow', 'allow', 'deny']],
    ['the owner', someone({ id: 'owner' }), ['allow', 'allow', 'deny']],
    ['an author of the force', someone(inTeam('force', 'author')), ['deny', 'allow', 'allow']],
    ['an observer of the force', someone(inTeam('force', 'observer')), ['deny', 'allow', 'deny']],
    ['another force', someone(inTeam('other', 'author')), ['deny', 'hide', 'hide']],
    ['an expert', someone({ expert: true }), ['deny', 'hide', 'hide']],
    ['a coordinator', someone({ roles: ['coordinator'] }), ['deny', 'allow', 'deny']],
    ['an auditor before the decision', someone({ roles: ['auditor'] }), ['hide', 'hide', 'hide']],
    ['an auditor who may bid', someone({ roles: ['auditor'], expert: true }), ['deny', 'hide', 'hide']],
    ['nobody in particular', nobody, ['hide', 'hide', 'hide']],
  ])('%s', (_, actor, verdicts) => {
    expect(judge(actor)).toEqual(verdicts);
  });

  test('only a live question of the whole network goes out, and is answered once', () => {
    const author = someone(inTeam('team', 'author'));
    const force = someone(inTeam('force', 'author'));
    expect(judge(author, { ...question, visibility: 'invited' })[0]).toBe('deny');
    expect(judge(author, { ...question, publishedAt: null })[0]).toBe('deny');
    const answered = { ...question, answeredAt: day('2026-11-20') };
    expect([judge(author, answered)[0], judge(force, answered)[2]]).toEqual(['deny', 'deny']);
    expect(judge(force, question, 'noted')[2]).toBe('deny');
    expect(judge(force, { ...question, visibility: 'team' })).toEqual(['hide', 'hide', 'hide']);
  });
});
