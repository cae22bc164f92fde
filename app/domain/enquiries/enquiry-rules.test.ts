import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor } from '../actor';
import type { Verdict } from '../policy';
import { enquiryState } from './enquiry';
import {
  mayAskTeam,
  mayClose,
  mayPromise,
  maySeeEnquiry,
  mayWrite,
  type EnquiryStanding,
} from './enquiry-policy';
import { answerDueOn, showPromise } from './reply-promise';

const TEAM = { id: 'team', closedAt: null };
const asker = someone({ id: 'asker', expert: true });
const author = someone({ id: 'author', ...inTeam('team', 'author') });
const owner = someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') });
const evaluator = someone({ id: 'evaluator', ...inTeam('team', 'evaluator') });
const coordinator = someone({ id: 'coordinator', roles: ['coordinator'] });
const rival = someone({ id: 'rival', expert: true });
const unverified = someone({ id: 'asker', verified: false });
const standing = (over: Partial<EnquiryStanding> = {}): EnquiryStanding => ({
  ...{ askerId: 'asker', teamId: 'team', state: 'awaitingTeam', overdue: false },
  ...over,
});
const kinds = (may: (actor: Actor) => Verdict, actors: Actor[]) => actors.map((actor) => may(actor).kind);

describe('who reads and writes an enquiry', () => {
  const everybody = [asker, author, owner, evaluator, rival, coordinator, unverified, nobody];
  const outside = ['hide', 'hide', 'hide', 'hide', 'hide'] as const;

  test('whoever asked and those who speak for the team; it does not exist for others', () => {
    for (const may of [maySeeEnquiry, mayWrite])
      expect(kinds((actor) => may(actor, standing()), everybody)).toEqual([
        'allow',
        'allow',
        'allow',
        ...outside,
      ]);
  });

  test('a coordinator reads it once the day has passed, and never writes', () => {
    const late = standing({ overdue: true });
    expect(kinds((actor) => maySeeEnquiry(actor, late), [coordinator, rival, evaluator])).toEqual([
      'allow',
      'hide',
      'hide',
    ]);
    expect(mayWrite(coordinator, late).kind).toBe('deny');
  });

  test('whoever asked closes it at any time, the team once it has answered, nobody twice', () => {
    expect(kinds((actor) => mayClose(actor, standing()), [asker, author])).toEqual(['allow', 'deny']);
    const answered = standing({ state: 'awaitingAsker' });
    expect(kinds((actor) => mayClose(actor, answered), [asker, author])).toEqual(['allow', 'allow']);
    const closed = standing({ state: 'closed' });
    for (const may of [mayClose, mayWrite])
      expect(kinds((actor) => may(actor, closed), [asker, author, rival])).toEqual(['deny', 'deny', 'hide']);
  });

  test('members write to teams of others that are open', () => {
    expect(kinds((actor) => mayAskTeam(actor, TEAM), everybody)).toEqual([
      ...['allow', 'deny', 'deny', 'deny', 'allow', 'allow'],
      ...['hide', 'hide'],
    ]);
    expect(mayAskTeam(asker, { ...TEAM, closedAt: new Date() }).kind).toBe('deny');
  });

  test('the senior responsible owner promises for a team, and for no other', () => {
    expect(kinds((actor) => mayPromise(actor, TEAM), [owner, author, coordinator])).toEqual([
      'allow',
      'deny',
      'deny',
    ]);
    expect(mayPromise(owner, { id: 'other', closedAt: null }).kind).toBe('deny');
    expect(mayPromise(owner, { ...TEAM, closedAt: new Date() }).kind).toBe('deny');
  });
});

describe('the promise', () => {
  test.each([
    // A Thursday before Christmas 2026: 25 and 28 December are bank holidays in England and Wales.
    ['2026-12-24T12:00:00Z', 1, '2026-12-29'],
    ['2026-12-24T12:00:00Z', 3, '2026-12-31'],
    // Past midnight in London while it is still the day before in UTC.
    ['2026-06-10T23:30:00Z', 1, '2026-06-12'],
    ['2026-06-12T09:00:00Z', 5, '2026-06-19'],
  ])('asked at %s and promised in %i working days falls due on %s', (asked, days, due) => {
    const holidays = new Set(['2026-12-25', '2026-12-28']);
    expect(answerDueOn(new Date(asked), days, holidays)).toEqual(new Date(due));
  });

  test('without one there is no day', () => expect(answerDueOn(new Date(), null, new Set())).toBeNull());

  test.each([
    [null, 9, 10, 'No promise'],
    [1, 0, 2, '1 working day; too few enquiries to say how it is kept'],
    [5, 9, 10, '5 working days; kept 9 of 10 times in twelve months'],
  ])('is shown with how it was kept: %s days, %i of %i', (workingDays, kept, due, words) => {
    expect(showPromise({ workingDays, kept: { kept, due } })).toBe(words);
  });

  test('it is the turn of whoever did not speak last', () => {
    expect([enquiryState(null, false), enquiryState(null, true), enquiryState(new Date(), true)]).toEqual([
      'awaitingTeam',
      'awaitingAsker',
      'closed',
    ]);
  });
});
