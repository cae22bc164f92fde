import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AS_OF, inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import {
  panelist,
  pureCompetition,
  pureQuestion,
} from '../../../../tests/support/factories/pure-competition';
import type { Actor } from '../../actor';
import type { Assigning, Competition } from '../competition';
import {
  mayAssign,
  maySeeAssessors,
  maySeeHelpfulness,
  mayStatePreferences,
  whereAssigned,
} from './assigning-policy';
import { availabilityFields, availabilityRow, gapsInAvailability } from './availability-input';

const input = z.strictObject(availabilityFields);
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('what an assessor can take', () => {
  test.each<[unknown, number | undefined]>([
    ['', undefined],
    [undefined, undefined],
    ['   ', undefined],
    ['0', 0],
    ['200', 200],
    [7, 7],
  ])('%o is %o bids at most', (mostBids, expected) => {
    expect(input.parse({ mostBids }).mostBids).toBe(expected);
  });

  test.each(['-1', '201', '2.5', 'three', '1e9', 'NaN', 'Infinity', {}])(
    '%o is no number of bids',
    (mostBids) => {
      const read = input.safeParse({ mostBids });
      expect(read.error?.issues.map(({ message }) => message)).toEqual([
        'Enter a whole number from 0 to 200',
      ]);
    },
  );

  test.each<[Record<string, Date>, Record<string, string>]>([
    [{}, {}],
    [{ awayFrom: day('2026-12-24'), awayUntil: day('2026-12-24') }, {}],
    [{ awayFrom: day('2026-12-24') }, { awayUntil: 'Say when you are back, as the last day away' }],
    [{ awayUntil: day('2026-12-24') }, { awayFrom: 'Say from when you are away' }],
    [
      { awayFrom: day('2026-12-24'), awayUntil: day('2026-12-23') },
      { awayUntil: 'The last day away comes before the first' },
    ],
    [{ availableUntil: day('2020-01-01') }, {}],
  ])('%o has the gaps %o', (dates, gaps) => {
    expect(gapsInAvailability(dates)).toEqual(gaps);
  });

  test('what is left open is stored as open, and no bids as none', () => {
    const open = { mostBids: null, availableUntil: null, awayFrom: null, awayUntil: null };
    expect(availabilityRow({})).toEqual(open);
    expect(availabilityRow({ mostBids: 0 })).toEqual({ ...open, mostBids: 0 });
  });
});

const PLAN: Assigning = {
  ...{ perBid: 2, mostBids: 3, anonymous: true, scoresDueOn: null, confirmedAt: null, places: [] },
};
const planned = (over: Partial<Competition> = {}) => pureCompetition({ assigning: PLAN, ...over });
const sealed = planned({ question: pureQuestion({ openedAt: null, evaluationStartedAt: null }) });
const onPanel = (id: string, role: 'evaluator' | 'moderator'): Actor =>
  someone({ id, panels: [{ questionId: 'q', role }] });
const wall = (bidId: string | null) => [{ questionId: 'q', bidId }];

const WHO: Record<string, Actor> = {
  visitor: nobody,
  stranger: someone(),
  author: someone({ id: 'author', ...inTeam('team', 'author') }),
  owner: someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') }),
  colleague: someone({ id: 'colleague', ...inTeam('team', 'evaluator') }),
  coordinator: someone({ id: 'desk', roles: ['coordinator'] }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  evaluator: onPanel('one', 'evaluator'),
  moderator: onPanel('mo', 'moderator'),
};
type Policy = (actor: Actor, competition: Competition) => { kind: string };
const who = (policy: Policy, competition: Competition) => {
  const found: Record<string, string[]> = { allow: [], deny: [], hide: [] };
  for (const [name, actor] of Object.entries(WHO)) found[policy(actor, competition).kind]?.push(name);
  return found;
};
const STRANGERS = ['visitor', 'stranger', 'auditor'];
const KNOWS = ['author', 'owner', 'colleague', 'coordinator', 'evaluator', 'moderator'];
const without = (...out: string[]) => KNOWS.filter((name) => !out.includes(name));

describe('who may', () => {
  test('see the assessors: who runs the competition and its moderator, also before the opening', () => {
    for (const competition of [planned(), sealed, pureCompetition()])
      expect(who(maySeeAssessors, competition)).toEqual({
        allow: ['author', 'owner', 'moderator'],
        deny: ['colleague', 'coordinator', 'evaluator'],
        hide: STRANGERS,
      });
  });

  test('assign: the moderator, once bids are open and to be assigned', () => {
    expect(who(mayAssign, planned())).toEqual({
      allow: ['moderator'],
      deny: without('moderator'),
      hide: STRANGERS,
    });
    for (const competition of [sealed, pureCompetition()])
      expect(who(mayAssign, competition).hide).toEqual(Object.keys(WHO));
  });

  test('say what they prefer: evaluators who have declared', () => {
    const allowed = who(mayStatePreferences, planned());
    expect([allowed['allow'], allowed['hide']]).toEqual([['evaluator'], STRANGERS]);
    const undeclared = who(mayStatePreferences, planned({ declarations: [] }));
    expect([undeclared['allow'], undeclared['deny']]).toEqual([[], KNOWS]);
    for (const competition of [sealed, pureCompetition()])
      expect(who(mayStatePreferences, competition).hide).toEqual(Object.keys(WHO));
  });

  test('see how helpful assessments were: coordinators and the moderator', () => {
    const seen = who(maySeeHelpfulness, planned());
    expect([seen['allow'], seen['hide']]).toEqual([['coordinator', 'moderator'], STRANGERS]);
    for (const competition of [sealed, pureCompetition()])
      expect(who(maySeeHelpfulness, competition).hide).toEqual(Object.keys(WHO));
  });

  test('do nothing behind a wall; one about a single bid keeps the moderator from settling all', () => {
    const behind = { ...WHO['moderator'], walls: wall(null) } as Actor;
    for (const policy of [maySeeAssessors, mayAssign, mayStatePreferences, maySeeHelpfulness])
      expect(policy(behind, planned()).kind).toBe('hide');
    const partly = { ...WHO['moderator'], walls: wall('b1') } as Actor;
    expect(mayAssign(partly, planned()).kind).toBe('deny');
    const desk = { ...WHO['coordinator'], walls: wall(null) } as Actor;
    expect(maySeeHelpfulness(desk, planned()).kind).toBe('hide');
  });

  test('refuse or rate only where something is assigned', () => {
    const allow = { kind: 'allow' as const };
    expect(whereAssigned(planned(), allow).kind).toBe('allow');
    for (const competition of [sealed, pureCompetition(), planned({ assigning: null })])
      expect(whereAssigned(competition, allow).kind).toBe('hide');
  });

  test('who has left the panel has no say, whatever its list still holds', () => {
    const gone = planned({ panel: [panelist('one', 'evaluator', AS_OF)] });
    expect(mayStatePreferences(someone({ id: 'one' }), gone).kind).toBe('hide');
  });
});
