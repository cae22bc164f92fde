import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import { AT, pureQuestion } from '../../../../tests/support/factories/pure-competition';
import type { Actor } from '../../actor';
import type { AwardForPolicy } from '../award-policy';
import { mayAct, PART_NAMES, partsOf, sideOf, type Part } from './part';

const award = (over: Partial<AwardForPolicy> = {}): AwardForPolicy => ({
  noticeAt: AT,
  withdrawnAt: null,
  bidId: 'won',
  question: pureQuestion({ decidedAt: AT }),
  winners: [
    { personId: 'lead', role: 'lead' },
    { personId: 'editor', role: 'editor' },
    { personId: 'partner', role: 'partner' },
  ],
  ...over,
});

const walled = (bidId: string | null) => [{ questionId: 'q', bidId }];
const people = {
  lead: someone({ id: 'lead', expert: true }),
  editor: someone({ id: 'editor', expert: true }),
  partner: someone({ id: 'partner', expert: true }),
  author: someone({ id: 'author', ...inTeam('team', 'author') }),
  owner: someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') }),
  holder: someone({ id: 'holder', ...inTeam('team', 'budgetHolder') }),
  secondHolder: someone({ id: 'second', ...inTeam('team', 'budgetHolder') }),
  observer: someone({ id: 'observer', ...inTeam('team', 'observer') }),
  evaluator: someone({ id: 'evaluator', panels: [{ questionId: 'q', role: 'evaluator' }] }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  loser: someone({ id: 'loser', expert: true }),
  otherHolder: someone({ id: 'other', ...inTeam('elsewhere', 'author', 'budgetHolder') }),
  visitor: nobody,
} satisfies Record<string, Actor>;
type Who = keyof typeof people;

describe('the parts of delivery', () => {
  const table: [Who, Part[]][] = [
    ['lead', ['lead', 'winner']],
    ['editor', ['winner']],
    ['partner', []],
    ['author', ['team']],
    ['owner', ['team', 'owner']],
    ['holder', ['budgetHolder']],
    ['secondHolder', ['budgetHolder']],
    ['observer', []],
    ['evaluator', []],
    ['auditor', []],
    ['coordinator', []],
    ['loser', []],
    ['otherHolder', []],
    ['visitor', []],
  ];
  test.each(table)('of the %s are %j', (who, parts) => {
    expect(partsOf(people[who], award())).toEqual(parts);
  });

  test('the signatory signs only as one of those who won', () => {
    expect(partsOf(people.partner, award(), 'partner')).toEqual(['signatory']);
    expect(partsOf(people.editor, award(), 'editor')).toEqual(['winner', 'signatory']);
    expect(partsOf(people.loser, award(), 'loser')).toEqual([]);
    expect(partsOf(people.owner, award(), 'owner')).toEqual(['team', 'owner']);
  });

  test.each([
    ['before the notice', { noticeAt: null }],
    ['after the decision was withdrawn', { withdrawnAt: AT }],
  ])('nobody has won anything %s', (_, over) => {
    for (const who of ['lead', 'editor', 'partner'] as const)
      expect(partsOf(people[who], award(over), who)).toEqual([]);
    expect(partsOf(people.author, award(over))).toEqual(['team']);
  });

  test('nobody has a part unverified, or without their second factor', () => {
    for (const who of ['lead', 'owner', 'holder'] as const)
      for (const lacks of [{ verified: false }, { secondFactorPassed: false }])
        expect(partsOf({ ...people[who], ...lacks }, award(), who)).toEqual([]);
  });

  test('a conflict about the bid or the whole competition takes the part away, one about another bid does not', () => {
    for (const who of ['author', 'owner', 'holder'] as const) {
      for (const bidId of ['won', null])
        expect(partsOf({ ...people[who], walls: walled(bidId) }, award())).toEqual([]);
      expect(partsOf({ ...people[who], walls: walled('lost') }, award()).length).toBeGreaterThan(0);
    }
  });

  test('who works for the winner never acts for those who ask, whatever they are there', () => {
    const both = award({ winners: [{ personId: 'owner', role: 'editor' }] });
    expect(partsOf(people.owner, both)).toEqual(['winner']);
    const paid = award({ winners: [{ personId: 'holder', role: 'partner' }] });
    expect(partsOf(people.holder, paid)).toEqual([]);
  });

  test('stand on one side or on none', () => {
    expect(sideOf(partsOf(people.lead, award()))).toBe('winner');
    expect(sideOf(partsOf(people.owner, award()))).toBe('team');
    for (const who of ['partner', 'holder', 'auditor', 'visitor'] as const)
      expect(sideOf(partsOf(people[who], award()))).toBeNull();
  });
});

describe('a step of delivery', () => {
  const judged = (who: Who, by: Part[], over: Partial<AwardForPolicy> = {}) =>
    mayAct(people[who], award(over), partsOf(people[who], award(over)), by);

  test('is there for those with the part, denied to others who read it, and hidden from the rest', () => {
    const by: Part[] = ['team'];
    const kinds = Object.fromEntries(
      (Object.keys(people) as Who[]).map((who) => [who, judged(who, by).kind]),
    );
    expect(kinds).toEqual({
      lead: 'deny',
      editor: 'deny',
      partner: 'deny',
      author: 'allow',
      owner: 'allow',
      holder: 'deny',
      secondHolder: 'deny',
      observer: 'deny',
      evaluator: 'deny',
      auditor: 'deny',
      coordinator: 'deny',
      loser: 'hide',
      otherHolder: 'hide',
      visitor: 'hide',
    });
  });

  test('says in words who can take it', () => {
    expect(judged('partner', ['winner', 'budgetHolder'])).toEqual({
      kind: 'deny',
      why: `Only ${PART_NAMES.winner} or ${PART_NAMES.budgetHolder} can do this.`,
    });
  });

  test('is hidden from who won until the notice', () => {
    expect(judged('lead', ['winner'], { noticeAt: null }).kind).toBe('hide');
    expect(judged('lead', ['winner']).kind).toBe('allow');
  });
});
