import { describe, expect, test } from 'vitest';
import {
  AT,
  declaredBy,
  known,
  panelist,
  pureCompetition,
  pureQuestion,
} from '../../../../tests/support/factories/pure-competition';
import { evaluatorsOf, livePanel, moderatorOf, stageOf, type EvaluationStage } from '../competition';
import { awaitedAt, declarationStage, influential, standingOf, whatStartWaitsFor } from './declarations';

const interest = { hasInterest: true, details: 'A cousin' };
const opened = { openedAt: AT, evaluationStartedAt: null };

describe('the stage of an evaluation', () => {
  const cases: [string, Parameters<typeof pureQuestion>[0], string | null, EvaluationStage, string | null][] =
    [
      ['not opened', { openedAt: null, evaluationStartedAt: null }, null, 'beforeOpening', 'publication'],
      ['opened', opened, null, 'declaring', 'opening'],
      ['started', {}, null, 'scoring', 'opening'],
      ['quality agreed', { qualityAgreedAt: AT }, null, 'ranking', 'award'],
      ['recommended', { qualityAgreedAt: AT }, 'r', 'recommended', 'award'],
      ['decided', { qualityAgreedAt: AT, decidedAt: AT }, null, 'decided', null],
      ['withdrawn, however far it was', { qualityAgreedAt: AT, withdrawnAt: AT }, 'r', 'withdrawn', null],
    ];

  test.each(cases)('%s', (_, over, recommendationId, stage, due) => {
    const competition = pureCompetition({ question: pureQuestion(over), recommendationId });
    expect(stageOf(competition)).toBe(stage);
    expect(declarationStage(competition)).toBe(due);
  });
});

describe('the panel', () => {
  test('is those whose membership has not ended', () => {
    const competition = pureCompetition({
      panel: [
        panelist('one'),
        panelist('gone', 'evaluator', AT),
        panelist('old', 'moderator', AT),
        panelist('mo', 'moderator'),
      ],
    });
    expect(livePanel(competition).map(({ person }) => person.id)).toEqual(['one', 'mo']);
    expect(evaluatorsOf(competition).map(({ person }) => person.id)).toEqual(['one']);
    expect(moderatorOf(competition)?.person.id).toBe('mo');
    expect(moderatorOf(pureCompetition({ panel: [] }))).toBeUndefined();
  });
});

describe('everybody who can influence the outcome', () => {
  test('is named on the question, on its panel, or a coordinator who declared; one person once', () => {
    const competition = pureCompetition({
      panel: [panelist('one'), panelist('holder', 'moderator'), panelist('gone', 'evaluator', AT)],
      declarations: [declaredBy('co', 'opening', { capacity: 'coordinator' }), declaredBy('stranger')],
    });
    expect(influential(competition).map(({ person, capacities }) => [person.id, capacities])).toEqual([
      ['author', ['author']],
      ['owner', ['seniorResponsibleOwner']],
      ['holder', ['budgetHolder', 'moderator']],
      ['one', ['evaluator']],
      ['co', ['coordinator']],
    ]);
  });
});

describe('where a person stands', () => {
  const standing = (
    over: Parameters<typeof declaredBy>[2] | null,
    scope: 'competition' | 'bid' = 'competition',
  ) =>
    standingOf(
      pureCompetition({
        question: pureQuestion({ route: { conflictScope: scope } }),
        declarations: over === null ? [] : [declaredBy('one', 'opening', over)],
      }),
      'one',
      'opening',
    );

  test.each([
    ['said nothing', null, 'missing', 'missing'],
    ['has no interest', {}, 'clear', 'clear'],
    ['has one that waits', interest, 'undecided', 'undecided'],
    ['has one that was dismissed', { ...interest, confirmed: false, decidedAt: AT }, 'clear', 'clear'],
    ['has a conflict', { ...interest, confirmed: true, decidedAt: AT }, 'conflicted', 'clear'],
  ])('who %s: %o', (_, over, competition, bid) => {
    expect(standing(over)).toBe(competition);
    expect(standing(over, 'bid')).toBe(bid);
  });

  test('counts for its own stage alone', () => {
    const competition = pureCompetition({ declarations: [declaredBy('one', 'publication')] });
    expect(standingOf(competition, 'one', 'opening')).toBe('missing');
    expect(standingOf(competition, 'one', 'publication')).toBe('clear');
    expect(standingOf(competition, 'two', 'publication')).toBe('missing');
  });
});

describe('who is awaited', () => {
  const awaited = (declarations: ReturnType<typeof declaredBy>[]) =>
    awaitedAt(pureCompetition({ declarations }), 'award').map(({ person }) => person.id);
  const everybody = ['author', 'owner', 'holder', 'one', 'two', 'mo'];

  test('everybody with influence who has not declared', () => {
    expect(awaited([])).toEqual(everybody);
    expect(awaited(everybody.map((id) => declaredBy(id, 'award')))).toEqual([]);
  });

  test('a declaration at another stage does not count', () => {
    expect(awaited(everybody.map((id) => declaredBy(id, 'opening')))).toEqual(everybody);
  });

  test('whoever declared an interest stays awaited until it is decided', () => {
    const rest = everybody.filter((id) => id !== 'owner').map((id) => declaredBy(id, 'award'));
    expect(awaited([...rest, declaredBy('owner', 'award', interest)])).toEqual(['owner']);
    expect(awaited([...rest, declaredBy('owner', 'award', { ...interest, confirmed: false })])).toEqual([]);
  });

  test('nobody who stands behind a wall around all of it', () => {
    const declarations = [declaredBy('holder', 'award', interest)];
    const walled = pureCompetition({ declarations, walled: ['holder', 'author'] });
    expect(awaitedAt(walled, 'award').map(({ person }) => person.id)).toEqual(['owner', 'one', 'two', 'mo']);
  });

  test('a coordinator who declared once is not asked again, but their interest is waited for', () => {
    const all = everybody.map((id) => declaredBy(id, 'award'));
    const before = declaredBy('co', 'opening', { capacity: 'coordinator' });
    expect(awaited([...all, before])).toEqual([]);
    expect(
      awaited([...all, before, declaredBy('co', 'award', { ...interest, capacity: 'coordinator' })]),
    ).toEqual(['co']);
  });
});

describe('what the start of scoring waits for', () => {
  test('a complete panel that has declared waits for nothing', () => {
    expect(whatStartWaitsFor(pureCompetition())).toEqual([]);
  });

  test('author, owner and budget holder declare too, but scoring does not wait for them', () => {
    expect(
      whatStartWaitsFor(pureCompetition({ named: [{ person: known('author'), capacity: 'author' }] })),
    ).toEqual([]);
  });

  test.each([
    [
      'too few evaluators',
      { panel: [panelist('one'), panelist('mo', 'moderator')] },
      ['The panel has 1 of at least 2 evaluators.'],
    ],
    ['no moderator', { panel: [panelist('one'), panelist('two')] }, ['The panel has no moderator.']],
    [
      'nobody at all',
      { panel: [] },
      ['The panel has 0 of at least 2 evaluators.', 'The panel has no moderator.'],
    ],
    [
      'somebody who has not declared',
      { declarations: [declaredBy('one'), declaredBy('mo')] },
      ['Name of two has not declared yet.'],
    ],
    [
      'an interest that is not decided',
      { declarations: [declaredBy('one'), declaredBy('mo'), declaredBy('two', 'opening', interest)] },
      ['The interest that Name of two declared is not decided yet.'],
    ],
    [
      'a membership that ended does not count',
      { panel: [panelist('one'), panelist('two', 'evaluator', AT), panelist('mo', 'moderator')] },
      ['The panel has 1 of at least 2 evaluators.'],
    ],
  ])('%s', (_, over, waits) => {
    expect(whatStartWaitsFor(pureCompetition(over))).toEqual(waits);
  });

  test('a route that asks for one evaluator says so in the singular', () => {
    const question = pureQuestion({ route: { minimumEvaluators: 1 } });
    expect(whatStartWaitsFor(pureCompetition({ question, panel: [panelist('mo', 'moderator')] }))).toEqual([
      'The panel has 0 of at least 1 evaluator.',
    ]);
  });
});
