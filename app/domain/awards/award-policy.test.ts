import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import { AT, pureQuestion } from '../../../tests/support/factories/pure-competition';
import type { Actor, Person } from '../actor';
import type { Verdict } from '../policy';
import {
  isOnAskingSide,
  isWinner,
  mayDeliver,
  mayPay,
  mayReview,
  mayRunAward,
  maySeeAward,
  maySeeDelivery,
  mayWithdrawAward,
  type AwardForPolicy,
} from './award-policy';

const people = {
  author: someone({ id: 'author', ...inTeam('team', 'author') }),
  secondAuthor: someone({ id: 'second', ...inTeam('team', 'author') }),
  owner: someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') }),
  holder: someone({ id: 'holder', ...inTeam('team', 'budgetHolder') }),
  observer: someone({ id: 'observer', ...inTeam('team', 'observer') }),
  evaluator: someone({ id: 'evaluator', panels: [{ questionId: 'q', role: 'evaluator' }] }),
  moderator: someone({ id: 'moderator', panels: [{ questionId: 'q', role: 'moderator' }] }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  lead: someone({ id: 'lead', expert: true }),
  editor: someone({ id: 'editor', expert: true }),
  partner: someone({ id: 'partner', expert: true }),
  loser: someone({ id: 'loser', expert: true }),
  otherTeam: someone({ id: 'other', ...inTeam('elsewhere', 'author', 'budgetHolder') }),
  reader: someone({ id: 'reader', roles: ['committeeReader'] }),
  visitor: nobody,
} satisfies Record<string, Actor>;
type Who = keyof typeof people;

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
const before = award({ noticeAt: null });

const asking: Who[] = [
  'author',
  'secondAuthor',
  'owner',
  'holder',
  'observer',
  'evaluator',
  'moderator',
  'coordinator',
  'auditor',
];
const winners: Who[] = ['lead', 'editor', 'partner'];
const network: Who[] = ['loser', 'otherTeam'];

const verdicts = (judge: (actor: Actor) => Verdict) =>
  Object.fromEntries(Object.entries(people).map(([who, actor]) => [who, judge(actor).kind]));
const expected = (allow: Who[], deny: Who[]) =>
  Object.fromEntries(
    (Object.keys(people) as Who[]).map((who) => [
      who,
      allow.includes(who) ? 'allow' : deny.includes(who) ? 'deny' : 'hide',
    ]),
  );
const without = (all: Who[], ...out: Who[]) => all.filter((who) => !out.includes(who));

describe('knowing of an award', () => {
  test('before the notice it is the asking side’s alone, the winner not included', () => {
    expect(verdicts((actor) => maySeeAward(actor, before))).toEqual(expected(asking, []));
  });

  test('from the notice on everybody who knows the question does', () => {
    expect(verdicts((actor) => maySeeAward(actor, award()))).toEqual(
      expected([...asking, ...winners, ...network], []),
    );
  });

  test('released, visitors too', () => {
    const released = award({ question: pureQuestion({ decidedAt: AT, releasedAt: AT }) });
    expect(maySeeAward(nobody, released).kind).toBe('allow');
    expect(maySeeAward(nobody, { ...released, noticeAt: null }).kind).toBe('hide');
  });

  test('a withdrawn decision closes it again to everybody outside', () => {
    expect(verdicts((actor) => maySeeAward(actor, award({ withdrawnAt: AT })))).toEqual(expected(asking, []));
  });

  test('milestones and deliverables are for the two sides of the contract', () => {
    const sees = Object.entries(people).filter(([, actor]) => maySeeDelivery(actor, award()));
    expect(sees.map(([who]) => who)).toEqual([...asking, ...winners]);
  });
});

describe('what each may do with an award', () => {
  const runners: Who[] = ['author', 'secondAuthor', 'owner'];
  const all = [...asking, ...winners, ...network];

  test.each([
    ['notice, contract, sign-off and closing: authors and owner', mayRunAward, runners],
    ['withdrawing: the owner, never the author', mayWithdrawAward, ['owner']],
    ['delivering: lead and editors of the winning bid', mayDeliver, ['lead', 'editor']],
    [
      'reviewing: panel and team, never who delivers',
      mayReview,
      ['author', 'secondAuthor', 'owner', 'holder', 'observer', 'evaluator', 'moderator'],
    ],
    ['paying: the budget holder', mayPay, ['holder']],
  ] as [string, (actor: Actor, award: AwardForPolicy) => Verdict, Who[]][])('%s', (_, judge, allowed) => {
    expect(verdicts((actor) => judge(actor, award()))).toEqual(expected(allowed, without(all, ...allowed)));
  });

  test('nothing of it exists for those who may not know of the award', () => {
    for (const judge of [mayRunAward, mayWithdrawAward, mayDeliver, mayReview, mayPay])
      for (const who of [...winners, ...network, 'reader', 'visitor'] as Who[])
        expect([who, judge(people[who], before).kind]).toEqual([who, 'hide']);
  });

  test('before the notice nobody delivers', () => {
    expect(isWinner(people.lead, before)).toBe(false);
    expect(isWinner(people.lead, award({ withdrawnAt: AT }))).toBe(false);
    expect(isWinner(people.lead, award())).toBe(true);
  });

  test('an author who holds the owner’s role in the team does not decide on their own question', () => {
    const both = someone({ id: 'author', ...inTeam('team', 'author', 'seniorResponsibleOwner') });
    expect(mayWithdrawAward(both, award()).kind).toBe('deny');
    expect(mayRunAward(both, award()).kind).toBe('allow');
  });

  test('a winner who is of the team too reviews nothing', () => {
    const double = someone({ id: 'lead', ...inTeam('team', 'observer') });
    expect(mayReview(double, award()).kind).toBe('deny');
  });
});

describe('a confirmed conflict', () => {
  const walled = (person: Person, bidId: string | null = null): Person => ({
    ...person,
    walls: [{ questionId: 'q', bidId }],
  });

  test('about the whole competition takes the asking side away, before and after the notice', () => {
    for (const who of ['author', 'owner', 'holder', 'evaluator', 'coordinator'] as const) {
      expect(isOnAskingSide(walled(people[who]), award())).toBe(false);
      expect(maySeeAward(walled(people[who]), before).kind).toBe('hide');
      for (const judge of [mayRunAward, mayPay, mayReview, mayWithdrawAward])
        expect(judge(walled(people[who]), award()).kind).not.toBe('allow');
    }
  });

  test('about the winning bid alone does the same; about a losing one it takes nothing away', () => {
    for (const who of ['author', 'owner', 'holder', 'evaluator', 'coordinator'] as const) {
      expect(maySeeAward(walled(people[who], 'won'), before).kind).toBe('hide');
      expect(maySeeDelivery(walled(people[who], 'won'), award())).toBe(false);
      for (const judge of [mayRunAward, mayPay, mayReview, mayWithdrawAward])
        expect(judge(walled(people[who], 'won'), award()).kind).not.toBe('allow');
      expect(maySeeAward(walled(people[who], 'lost'), before).kind).toBe('allow');
    }
    expect(mayRunAward(walled(people.owner, 'lost'), award()).kind).toBe('allow');
  });

  test('about another question changes nothing', () => {
    const elsewhere: Person = { ...people.owner, walls: [{ questionId: 'another', bidId: null }] };
    expect(mayRunAward(elsewhere, before).kind).toBe('allow');
  });
});

describe('who is not a member', () => {
  test.each([
    ['is not verified', { verified: false }],
    ['has not passed the second factor', { secondFactorPassed: false }],
  ])('%s: neither asks, wins, runs, pays nor delivers', (_, over) => {
    for (const who of ['author', 'owner', 'holder', 'lead'] as const) {
      const person = { ...people[who], ...over };
      expect(isOnAskingSide(person, award())).toBe(false);
      expect(isWinner(person, award())).toBe(false);
      for (const judge of [mayRunAward, mayPay, mayDeliver, mayWithdrawAward])
        expect(judge(person, award()).kind).toBe('hide');
    }
  });
});
