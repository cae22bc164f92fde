import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import { addDays, ukDay } from '../../uk-time';
import { stateOf } from '../award';
import { inStandstill, refusedChallenge } from './challenge';
import { mayChallenge } from './challenge-policy';

const now = new Date('2026-12-10T12:00:00Z');
const award = (over: Partial<Parameters<typeof refusedChallenge>[0][number]> = {}) => ({
  bidId: 'won',
  noticeAt: new Date('2026-12-01T09:00:00Z'),
  standstillEndsOn: addDays(ukDay(now), 0),
  withdrawnAt: null,
  contractedAt: null,
  ...over,
});

describe('a challenge', () => {
  test.each([
    ['on the last day', [award()], 'mine', null],
    ['the day after', [award({ standstillEndsOn: addDays(ukDay(now), -1) })], 'mine', 'StandstillIsOver'],
    ['without a standstill', [award({ standstillEndsOn: null })], 'mine', 'RouteHasNoStandstill'],
    ['by the winner', [award()], 'won', 'BidHasWon'],
    ['before the notice', [award({ noticeAt: null })], 'mine', 'NothingToChallenge'],
    ['of a withdrawn award', [award({ withdrawnAt: now })], 'mine', 'NothingToChallenge'],
    ['after the contract', [award({ contractedAt: now })], 'mine', 'StandstillIsOver'],
    ['of the later of two', [award({ standstillEndsOn: null }), award()], 'mine', null],
  ])('%s', (_when, awards, bidId, expected) => {
    expect(refusedChallenge(awards, { bidId, lodged: [] }, now)?.name ?? null).toBe(expected);
  });

  test('that is late is told when the standstill ended and what remains, and so is a second to one decision', () => {
    const late = refusedChallenge(
      [award({ standstillEndsOn: addDays(ukDay(now), -1) })],
      { bidId: 'mine', lodged: [] },
      now,
    );
    expect(late?.message).toMatch(
      /^The standstill ended on 9 December 2026, so this is too late\. You can still/,
    );
    const lodged = [new Date('2026-12-02T09:00:00Z')];
    const twice = refusedChallenge([award()], { bidId: 'mine', lodged }, now);
    expect(twice?.name).toBe('BidHasChallenged');
    const earlier = [new Date('2026-11-02T09:00:00Z')];
    expect(refusedChallenge([award()], { bidId: 'mine', lodged: earlier }, now)).toBeNull();
    expect(inStandstill([award(), award({ contractedAt: now })], now)).toHaveLength(1);
  });

  test('holds the contract back beyond the last day, and only until there is one', () => {
    const stages = { ...award({ standstillEndsOn: addDays(ukDay(now), -1) }), closedAt: null };
    expect(stateOf(stages, now)).toBe('readyToContract');
    expect(stateOf({ ...stages, extended: true }, now)).toBe('extended');
    expect(stateOf({ ...stages, extended: true, contractedAt: now }, now)).toBe('inDelivery');
  });

  test('is lodged by the lead and the editors of a bid; to others there is nothing', () => {
    const member = (personId: string, role: 'lead' | 'editor' | 'partner') => ({
      personId,
      role,
      acceptedAt: now,
      declinedAt: null,
    });
    const bid = {
      id: 'b',
      questionId: 'q',
      members: [member('lead', 'lead'), member('editor', 'editor'), member('partner', 'partner')],
    };
    const kinds = [
      someone({ id: 'lead' }),
      someone({ id: 'editor' }),
      someone({ id: 'partner' }),
      someone({ roles: ['coordinator'] }),
      someone(inTeam('team', 'seniorResponsibleOwner')),
      nobody,
    ].map((actor) => mayChallenge(actor, bid).kind);
    expect(kinds).toEqual(['allow', 'allow', 'deny', 'hide', 'hide', 'hide']);
  });
});
