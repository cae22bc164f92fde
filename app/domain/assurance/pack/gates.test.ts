import { describe, expect, test } from 'vitest';
import { inTeam, someone } from '../../../../tests/support/factories/actors';
import { AT, pureQuestion } from '../../../../tests/support/factories/pure-competition';
import type { Competition } from '../../evaluation/competition';
import { mayMakePack } from '../assurance-policy';
import { closedGates } from './gates';

const owner = someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') });
const coordinator = someone({ id: 'keeper', roles: ['coordinator'] });
const auditor = someone({ id: 'auditor', roles: ['auditor'] });
const author = someone({ id: 'author', ...inTeam('team', 'author') });

type Over = Parameters<typeof pureQuestion>[0];
const competition = (over: Over = {}, more: Partial<Competition> = {}): Competition => ({
  ...{ question: pureQuestion(over), panel: [], declarations: [], named: [], bidWalls: [] },
  recommendationId: null,
  ...more,
});
const closed = (about: Competition, actor = owner) => [...closedGates(actor, about).keys()];

describe('what a pack leaves out for now', () => {
  const agreed = { qualityAgreedAt: AT };
  const decided = { ...agreed, decidedAt: AT };
  test.each<[string, Competition, string[]]>([
    ['sealed bids', competition({ openedAt: null }), ['bids', 'scores']],
    ['bids before the decision, which the panel reads alone', competition(), ['bids', 'scores']],
    ['bids while bidders are hidden', competition(decided, { hidesBidders: true }), ['bids', 'scores']],
    ['nothing once it is decided', competition(decided), []],
    ['nothing where it was decided without agreed scores', competition({ decidedAt: AT }), []],
    ['nothing of bids where the route takes none', competition({ route: { takesBids: false } }), []],
  ])('%s', (_what, about, gates) => {
    expect(closed(about)).toEqual(gates);
    for (const why of closedGates(owner, about).values()) expect(why).toMatch(/\.$/);
  });

  test('answers of experts for all but those who asked', () => {
    const advice = competition({ route: { takesBids: false, takesAdvice: true } });
    expect([closed(advice), closed(advice, coordinator)]).toEqual([[], ['advice']]);
  });
});

describe('who makes a pack', () => {
  const may = (actor: Parameters<typeof mayMakePack>[0], over: Over = {}, involved: string[] = []) =>
    mayMakePack(actor, { question: pureQuestion(over), involved }).kind;

  test('the owner and an uninvolved coordinator at any time, an uninvolved auditor once it is settled', () => {
    expect([may(owner, {}, ['owner']), may(coordinator), may(auditor)]).toEqual(['allow', 'allow', 'hide']);
    for (const settled of [{ decidedAt: AT }, { answeredAt: AT }, { withdrawnAt: AT }])
      expect(may(auditor, settled)).toBe('allow');
    expect(may(coordinator, {}, ['keeper'])).toBe('deny');
    expect(may(auditor, { decidedAt: AT }, ['auditor'])).toBe('deny');
  });

  test('nobody else, nobody behind a wall, and nobody before it is published', () => {
    expect([may(author), may(someone({ expert: true }))]).toEqual(['deny', 'hide']);
    const walled = (bidId: string | null) => ({ ...owner, walls: [{ questionId: 'q', bidId }] });
    expect([may(walled('b')), may(walled(null))]).toEqual(['deny', 'hide']);
    expect(may(owner, { publishedAt: null })).toBe('deny');
  });
});
