import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor } from '../actor';
import { mayKeepMoney, mayReadMoney } from './ledger-policy';

const READ = 'Only coordinators and the auditor read all money together.';
const KEEP = 'Only a coordinator enters money and bands.';

const cast: [string, Actor, boolean, boolean][] = [
  ['a visitor', nobody, false, false],
  ['somebody unverified', someone({ verified: false }), false, false],
  ['a member', someone(), false, false],
  ['an expert', someone({ expert: true }), false, false],
  ['the author of a team', someone(inTeam('team', 'author')), false, false],
  ['the budget holder of a team', someone(inTeam('team', 'budgetHolder')), false, false],
  ['a committee reader', someone({ roles: ['committeeReader'] }), false, false],
  ['an administrator', someone({ roles: ['administrator'] }), false, false],
  ['the auditor', someone({ roles: ['auditor'] }), true, false],
  ['a coordinator', someone({ roles: ['coordinator'] }), true, true],
  ['an auditor who coordinates', someone({ roles: ['auditor', 'coordinator'] }), true, true],
];

describe('all money together', () => {
  test.each(cast)('%s reads it or is told who does', (_, actor, reads) =>
    expect(mayReadMoney(actor)).toEqual(reads ? { kind: 'allow' } : { kind: 'deny', why: READ }),
  );

  test.each(cast)('%s keeps it or is told who does', (_, actor, _reads, keeps) =>
    expect(mayKeepMoney(actor)).toEqual(keeps ? { kind: 'allow' } : { kind: 'deny', why: KEEP }),
  );

  test('nobody keeps what they may not read', () => {
    for (const [name, actor] of cast)
      if (mayKeepMoney(actor).kind === 'allow') expect(mayReadMoney(actor).kind, name).toBe('allow');
  });
});
