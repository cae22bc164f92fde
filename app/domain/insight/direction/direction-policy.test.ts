import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { allow, deny } from '../../policy';
import { mayReadScores } from './direction-policy';
import { moved } from './sensitivity-page.server';

const INSIDE = deny('This is for verified members of the network and the auditor.');

describe('who reads scores', () => {
  test.each<[string, Actor, boolean]>([
    ['a visitor', nobody, false],
    ['somebody who is not verified', someone({ verified: false }), false],
    ['a member', someone(), true],
    ['a bidder from the private sector', someone({ privateSector: true }), true],
    ['an expert', someone({ expert: true }), true],
    ['an author of a team', someone(inTeam('team', 'author')), true],
    ['a senior responsible owner', someone(inTeam('team', 'seniorResponsibleOwner')), true],
    ['a coordinator', someone({ roles: ['coordinator'] }), true],
    ['an auditor', someone({ roles: ['auditor'] }), true],
    ['an auditor who is not verified', someone({ roles: ['auditor'], verified: false }), false],
    ['a member behind a wall', someone({ walls: [{ questionId: 'q', bidId: null }] }), true],
  ])('%s: %o', (_who, actor, reads) => expect(mayReadScores(actor)).toEqual(reads ? allow : INSIDE));
});

describe('what moves between two choices of weights', () => {
  const at = (key: string, rank: number | null, score: number | null = rank && 100 - rank) => ({
    ...{ key, name: key.toUpperCase(), rank, score },
  });

  test.each<[string, number | null, number | null, number | null]>([
    ['it rises', 3, 1, 2],
    ['it falls', 1, 3, -2],
    ['it stays', 2, 2, 0],
    ['it had no rank', null, 1, null],
    ['it has none any more', 1, null, null],
    ['it never had one', null, null, null],
  ])('%s', (_what, before, after, change) => {
    const [only] = moved([at('a', before)], [at('a', after)]);
    expect(only).toMatchObject({ one: { rank: before }, other: { rank: after }, change });
  });

  test('follows the order of the first, whatever that of the other is', () => {
    const [one, other] = [
      ['a', 'b', 'c'].map((key, place) => at(key, place + 1)),
      ['c', 'a', 'b'].map((key, place) => at(key, place + 1)),
    ];
    expect(moved(one, other).map(({ key, change }) => [key, change])).toEqual([
      ['a', -1],
      ['b', -1],
      ['c', 2],
    ]);
  });

  test('what the other does not know has no rank or score there, and what it adds is not told', () => {
    expect(moved([at('a', 1, 0)], [at('b', 1, 50)])).toEqual([
      { key: 'a', name: 'A', one: { rank: 1, score: 0 }, other: { rank: null, score: null }, change: null },
    ]);
    expect(moved([], [at('b', 1)])).toEqual([]);
  });
});
