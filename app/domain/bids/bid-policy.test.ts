import { describe, expect, it, test } from 'vitest';
import { someone } from '../../../tests/support/factories/actors';
import type { Actor, Person } from '../actor';
import {
  mayAnswerInvitation,
  mayEdit,
  mayExclude,
  mayLead,
  mayOpen,
  mayRead,
  openingCapacities,
  ownCapacities,
  placeIn,
  type BidForPolicy,
  type Place,
} from './bid-policy';

const asOf = new Date('2026-11-21T12:00:00Z');

const person = (over: Partial<Person> = {}): Person =>
  someone({ id: 'p', expert: true, demonstration: false, asOf, ...over });

const place = (personId: string, role: Place['role'], over: Partial<Place> = {}): Place => ({
  personId,
  role,
  acceptedAt: asOf,
  declinedAt: null,
  ...over,
});

const bid: BidForPolicy = {
  id: 'bid',
  questionId: 'q',
  members: [
    place('lead', 'lead'),
    place('editor', 'editor'),
    place('partner', 'partner'),
    place('asked', 'editor', { acceptedAt: null }),
    place('declined', 'editor', { acceptedAt: null, declinedAt: asOf }),
  ],
};

const visitor: Actor = { kind: 'visitor', asOf };
const kinds = (actor: Actor) =>
  [mayRead, mayEdit, mayLead, mayAnswerInvitation].map((policy) => policy(actor, bid).kind).join(' ');

test.each<[string, Actor, string]>([
  ['the lead', person({ id: 'lead' }), 'allow allow allow hide'],
  ['an editor', person({ id: 'editor' }), 'allow allow deny hide'],
  ['a partner', person({ id: 'partner' }), 'allow deny deny hide'],
  ['somebody asked', person({ id: 'asked' }), 'hide hide hide allow'],
  ['somebody who declined', person({ id: 'declined' }), 'hide hide hide hide'],
  ['a rival', person({ id: 'rival' }), 'hide hide hide hide'],
  ['a visitor', visitor, 'hide hide hide hide'],
  ['an administrator', person({ roles: ['administrator', 'auditor', 'coordinator'] }), 'hide hide hide hide'],
  [
    'the moderator of its panel',
    person({ panels: [{ questionId: 'q', role: 'moderator' }] }),
    'hide hide hide hide',
  ],
  [
    'the lead before the second factor',
    person({ id: 'lead', secondFactorPassed: false }),
    'hide hide hide hide',
  ],
])('%s: read, edit, lead, answer', (_who, actor, expected) => {
  expect(kinds(actor)).toBe(expected);
});

test('a place counts once it is accepted', () => {
  expect(placeIn(person({ id: 'asked' }), bid)).toBeNull();
  expect(placeIn(person({ id: 'editor' }), bid)).toBe('editor');
});

describe('openers', () => {
  const question = {
    id: 'q',
    budgetHolderId: 'holder',
    deputies: [{ capacity: 'moderator', personId: 'deputy' }],
  };
  const moderator = person({ id: 'm', panels: [{ questionId: 'q', role: 'moderator' }] });

  it.each<[string, Actor, string[]]>([
    ['the moderator', moderator, ['moderator']],
    ['the budget holder', person({ id: 'holder' }), ['budgetHolder']],
    ['a deputy', person({ id: 'deputy' }), ['moderator']],
    [
      'both at once',
      person({ id: 'holder', panels: [{ questionId: 'q', role: 'moderator' }] }),
      ['moderator', 'budgetHolder'],
    ],
    ['an evaluator', person({ panels: [{ questionId: 'q', role: 'evaluator' }] }), []],
    ['the moderator of another question', person({ panels: [{ questionId: 'x', role: 'moderator' }] }), []],
    ['an administrator', person({ roles: ['administrator'] }), []],
    ['a visitor', visitor, []],
    ['a moderator behind a wall', { ...moderator, walls: [{ questionId: 'q', bidId: null }] }, []],
    ['an unverified deputy', person({ id: 'deputy', verified: false }), []],
  ])('%s', (_who, actor, capacities) => {
    expect(openingCapacities(actor, question)).toEqual(capacities);
    expect(mayOpen(actor, question).kind).toBe(capacities.length > 0 ? 'allow' : 'hide');
  });

  it('cannot pass on what they were lent', () => {
    expect(ownCapacities(person({ id: 'deputy' }), question)).toEqual([]);
    expect(ownCapacities(moderator, question)).toEqual(['moderator']);
  });

  it('exclude as moderators only, and never behind a wall for that bid', () => {
    expect(mayExclude(moderator, bid).kind).toBe('allow');
    expect(mayExclude({ ...moderator, walls: [{ questionId: 'q', bidId: 'bid' }] }, bid).kind).toBe('hide');
    expect(mayExclude({ ...moderator, walls: [{ questionId: 'q', bidId: 'other' }] }, bid).kind).toBe(
      'allow',
    );
    expect(mayExclude(person({ panels: [{ questionId: 'q', role: 'evaluator' }] }), bid).kind).toBe('deny');
    expect(mayExclude(person({}), bid).kind).toBe('hide');
  });
});
