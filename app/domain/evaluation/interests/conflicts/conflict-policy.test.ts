import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../../tests/support/factories/actors';
import {
  AT,
  declaredBy,
  pureCompetition,
  pureQuestion,
} from '../../../../../tests/support/factories/pure-competition';
import type { Actor, Person } from '../../../actor';
import { isAllowed } from '../../../policy';
import type { Competition } from '../../competition';
import type { ConflictForPolicy } from './conflict';
import { mayDecideConflict, mayPinConflict, maySeeConflicts } from './conflict-policy';

const on = (role: 'evaluator' | 'moderator') => ({ panels: [{ questionId: 'q', role }] });
const people = {
  moderator: someone({ id: 'mo', ...on('moderator') }),
  owner: someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') }),
  coordinator: someone({ id: 'co', roles: ['coordinator'] }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  evaluator: someone({ id: 'one', ...on('evaluator') }),
  author: someone({ id: 'author', ...inTeam('team', 'author') }),
  holder: someone({ id: 'holder', ...inTeam('team', 'budgetHolder') }),
  elsewhere: someone({ id: 'far', ...inTeam('another', 'seniorResponsibleOwner') }),
  administrator: someone({ id: 'admin', roles: ['administrator'] }),
  stranger: someone({ id: 'stranger' }),
  visitor: nobody,
} satisfies Record<string, Actor>;
type Who = keyof typeof people;

const competition = (over: Partial<Competition> = {}) =>
  pureCompetition({ declarations: ['one', 'mo', 'owner', 'co'].map((id) => declaredBy(id)), ...over });
const decided = () => competition({ question: pureQuestion({ decidedAt: AT }) });

const conflict = (over: Partial<ConflictForPolicy> = {}): ConflictForPolicy => ({
  ...{ personId: 'one', bidId: 'b', kind: 'coAuthor' },
  ...{ suspectedAt: AT, declaredAt: null, pinnedAt: null, confirmedAt: null, dismissedAt: null },
  ...over,
});
const kinds = (judge: (actor: Actor) => { kind: string }) =>
  Object.fromEntries((Object.keys(people) as Who[]).map((who) => [who, judge(people[who]).kind]));
const walled = (who: Person, bidId: string | null): Person => ({
  ...who,
  walls: [{ questionId: 'q', bidId }],
});

describe('the conflicts of a competition', () => {
  const inside = { evaluator: 'deny', author: 'deny', holder: 'deny' };
  const outside = { elsewhere: 'hide', administrator: 'hide', stranger: 'hide', visitor: 'hide' };

  test('are for the moderator, the owner and coordinators, and for the auditor after the decision', () => {
    const looking = { moderator: 'allow', owner: 'allow', coordinator: 'allow' };
    expect(kinds((actor) => maySeeConflicts(actor, competition(), []))).toEqual({
      ...{ ...looking, ...inside, ...outside },
      auditor: 'hide',
    });
    expect(kinds((actor) => maySeeConflicts(actor, decided(), []))).toEqual({
      ...{ ...looking, ...inside, ...outside },
      auditor: 'allow',
    });
  });

  test('are not there where a route takes no bids, nor for somebody unverified or halfway in', () => {
    const answered = competition({ question: pureQuestion({ route: { takesBids: false } }) });
    expect(kinds((actor) => maySeeConflicts(actor, answered, []))).toEqual(
      Object.fromEntries(Object.keys(people).map((who) => [who, 'hide'])),
    );
    for (const lacks of [{ verified: false }, { secondFactorPassed: false }])
      expect(maySeeConflicts({ ...people.owner, ...lacks }, competition(), []).kind).toBe('hide');
  });

  test.each<[string, Partial<Competition>, string]>([
    ['before opening', { declarations: [], question: pureQuestion({ openedAt: null }) }, 'allow'],
    ['once decided', { declarations: [], question: pureQuestion({ decidedAt: AT }) }, 'allow'],
    ['once opened', { declarations: [] }, 'deny'],
    ['with a declaration for publication alone', { declarations: [declaredBy('mo', 'publication')] }, 'deny'],
    ['with one for the award', { declarations: [declaredBy('mo', 'award')] }, 'allow'],
    ['with one not decided', { declarations: [declaredBy('mo', 'opening', { hasInterest: true })] }, 'deny'],
    [
      'with one that is no conflict',
      { declarations: [declaredBy('mo', 'opening', { hasInterest: true, confirmed: false })] },
      'allow',
    ],
    [
      'with one that is',
      { declarations: [declaredBy('mo', 'opening', { hasInterest: true, confirmed: true })] },
      'deny',
    ],
  ])('%s are there for a moderator: %s', (_, over, kind) => {
    expect(maySeeConflicts(people.moderator, competition(over), []).kind).toBe(kind);
  });

  test('stay closed to whoever may have one of their own, and to whoever has one', () => {
    for (const who of ['moderator', 'owner', 'coordinator'] as const) {
      const actor = people[who];
      const waiting = maySeeConflicts(actor, competition(), [conflict({ personId: actor.id })]);
      expect([waiting.kind, waiting.kind === 'deny' && waiting.why]).toEqual([
        'deny',
        expect.stringContaining('not decided yet'),
      ]);
      expect(maySeeConflicts(walled(actor, 'b'), competition(), []).kind).toBe('deny');
      expect(maySeeConflicts(walled(actor, null), competition(), []).kind).toBe('hide');
      const elsewhere = { ...actor, walls: [{ questionId: 'another', bidId: null }] };
      expect(maySeeConflicts(elsewhere, competition(), []).kind).toBe('allow');
    }
  });
});

describe('a decision', () => {
  const decides = (about: ConflictForPolicy, own: ConflictForPolicy[] = []) => {
    const { moderator, owner, coordinator, auditor, ...rest } = kinds((actor) =>
      mayDecideConflict(actor, decided(), own, about),
    );
    expect(Object.values(rest)).not.toContain('allow');
    return [moderator, owner, coordinator, auditor];
  };

  test.each<[string, Partial<ConflictForPolicy>, string[]]>([
    ['an evaluator', {}, ['allow', 'allow', 'allow', 'deny']],
    ['the whole competition', { bidId: null }, ['allow', 'allow', 'allow', 'deny']],
    ['the owner', { personId: 'owner' }, ['deny', 'deny', 'allow', 'deny']],
    ['the moderator', { personId: 'mo' }, ['deny', 'allow', 'allow', 'deny']],
    ['a coordinator', { personId: 'co' }, ['allow', 'allow', 'deny', 'deny']],
    ['one that was set', { pinnedAt: AT, confirmedAt: AT }, ['deny', 'deny', 'allow', 'deny']],
    ['one that was set and lifted', { pinnedAt: AT, dismissedAt: AT }, ['allow', 'allow', 'allow', 'deny']],
  ])('about %s', (_, over, expected) => {
    expect(decides(conflict(over))).toEqual(expected);
  });

  test('is never about oneself, whatever one is', () => {
    for (const who of ['moderator', 'owner', 'coordinator'] as const) {
      const all = someone({ ...people.coordinator, ...on('moderator'), id: people[who].id });
      for (const over of [{}, { pinnedAt: AT, confirmedAt: AT }])
        expect(mayDecideConflict(all, decided(), [], conflict({ personId: all.id, ...over })).kind).toBe(
          'deny',
        );
    }
  });

  test('is for nobody who may not read the conflicts, and only who has yet to declare hears that there is one', () => {
    const declare = { kind: 'deny', why: 'Declare your interests first. Then you can read those of others.' };
    for (const who of Object.keys(people) as Who[])
      for (const own of [[], [conflict()]]) {
        const seen = maySeeConflicts(people[who], competition(), own);
        if (isAllowed(seen)) continue;
        const told = mayDecideConflict(people[who], competition(), own, conflict());
        expect(told, who).toEqual(JSON.stringify(seen) === JSON.stringify(declare) ? seen : { kind: 'hide' });
        expect(mayPinConflict(people[who], competition(), own), who).toEqual(seen);
      }
  });
});

test('a conflict is set without evidence by a coordinator alone', () => {
  expect(kinds((actor) => mayPinConflict(actor, decided(), []))).toMatchObject({
    ...{ moderator: 'deny', owner: 'deny', coordinator: 'allow', auditor: 'deny', evaluator: 'deny' },
    stranger: 'hide',
  });
});
