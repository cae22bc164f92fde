import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { lastDayOf, mayReadVotes, mayVote, periodOf, type VotingStanding } from './votes';

const CAST: [string, Actor, reads: boolean, votes: boolean][] = [
  ['a visitor', nobody, false, false],
  ['a member of a team', someone(inTeam('team', 'author')), true, true],
  ['an observer in a team', someone(inTeam('team', 'observer')), true, true],
  ['an expert', someone({ expert: true }), true, true],
  ['an expert who is not verified', someone({ expert: true, verified: false }), false, false],
  ['an expert before the second factor', someone({ expert: true, secondFactorPassed: false }), false, false],
  ['a coordinator', someone({ roles: ['coordinator'] }), true, true],
  ['an auditor', someone({ roles: ['auditor'] }), true, false],
  ['an auditor who is an expert too', someone({ roles: ['auditor'], expert: true }), true, true],
  ['a committee reader', someone({ roles: ['committeeReader'] }), false, false],
];
const free: VotingStanding = { stands: true, interested: false, inForce: true };

test.each(CAST)('%s', (_name, actor, reads, votes) => {
  expect(mayReadVotes(actor).kind).toBe(reads ? 'allow' : 'deny');
  expect(mayVote(actor, free).kind).toBe(votes ? 'allow' : 'deny');
});

describe('what stands in the way of a vote is said', () => {
  const expert = someone({ expert: true });
  test.each<[Partial<VotingStanding>, string]>([
    [{ inForce: false }, 'Votes are given for the priorities in force.'],
    [{ stands: false }, 'Only findings that stand are voted for.'],
    [{ interested: true }, 'Nobody votes for their own work, or for what their team asked for.'],
    [{ inForce: false, stands: false, interested: true }, 'Votes are given for the priorities in force.'],
    [{ stands: false, interested: true }, 'Only findings that stand are voted for.'],
  ])('%j', (change, why) => {
    expect(mayVote(expert, { ...free, ...change })).toEqual({ kind: 'deny', why });
  });

  test('and whoever may not vote at all hears nothing of the finding', () => {
    const standings = [
      free,
      { ...free, interested: true },
      { stands: false, interested: true, inForce: false },
    ];
    const heard = standings.map((standing) => mayVote(nobody, standing));
    expect(new Set(heard.map((verdict) => JSON.stringify(verdict))).size).toBe(1);
  });
});

describe('half-years', () => {
  const instants = fc.date({
    ...{ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z') },
    noInvalidDate: true,
  });
  const DAY_MS = 86_400_000;

  test('begin on 1 January or 1 July, hold their instant to within the UK’s hour, and follow one another', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const period = periodOf(instant);
        const last = lastDayOf(period);
        expect(period.toISOString()).toMatch(/-0[17]-01T00:00:00\.000Z$/);
        expect(instant.getTime()).toBeGreaterThanOrEqual(period.getTime() - DAY_MS / 24);
        expect(instant.getTime()).toBeLessThan(last.getTime() + DAY_MS);
        const next = new Date(last.getTime() + DAY_MS);
        expect(periodOf(next)).toEqual(next);
      }),
    );
  });

  test('never go back as time goes on', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 400 * DAY_MS }), (instant, later) => {
        const after = new Date(instant.getTime() + later);
        expect(periodOf(after).getTime()).toBeGreaterThanOrEqual(periodOf(instant).getTime());
      }),
    );
  });

  test('in summer the day turns an hour early', () => {
    expect(periodOf(new Date('2026-06-30T23:30:00Z'))).toEqual(new Date('2026-07-01'));
    expect(periodOf(new Date('2026-12-31T23:30:00Z'))).toEqual(new Date('2026-07-01'));
  });
});
