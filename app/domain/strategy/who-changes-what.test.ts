import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor, TeamRole } from '../actor';
import { mayDeclare, mayDeclareFor, mayReadFollowings } from './following/following-policy';
import { mayAddInterimSet, mayAddInterimSetFor, mayKeepSet } from './interim/interim-policy';
import { mayWeigh, mayWeighForAll } from './scoring/weighting-policy';

const placed = (...roles: TeamRole[]) => ({ teams: [{ teamId: 'team', organisationId: 'ours', roles }] });
const elsewhere = (...roles: TeamRole[]) => ({
  teams: [{ teamId: 'other team', organisationId: 'theirs', roles }],
});

const actors = {
  'a visitor': nobody,
  'an unverified owner': someone({ verified: false, ...placed('seniorResponsibleOwner') }),
  'an owner before the second factor': someone({
    secondFactorPassed: false,
    ...placed('seniorResponsibleOwner'),
  }),
  'a member': someone(),
  'an expert': someone({ expert: true, organisationIds: ['ours'] }),
  'an author': someone(placed('author')),
  'an owner': someone(placed('seniorResponsibleOwner')),
  'an owner elsewhere': someone(elsewhere('seniorResponsibleOwner')),
  'a budget holder': someone(placed('budgetHolder')),
  'an observer': someone(placed('observer')),
  'a coordinator': someone({ roles: ['coordinator'] }),
  'an unverified coordinator': someone({ roles: ['coordinator'], verified: false }),
  'the auditor': someone({ roles: ['auditor'] }),
  'an administrator': someone({ roles: ['administrator'] }),
  'a committee reader': someone({ roles: ['committeeReader'] }),
} satisfies Record<string, Actor>;
type Name = keyof typeof actors;

const allowed = { kind: 'allow' };
const denied = (why: string) => ({ kind: 'deny', why });

describe('what an organisation follows', () => {
  const WHO = 'Only a senior responsible owner of the organisation, or a coordinator, says what it follows.';
  const cases: [Name, boolean, boolean, boolean][] = [
    // who, reads, may say for some organisation, may say for ours
    ['a visitor', false, false, false],
    ['an unverified owner', false, false, false],
    ['an owner before the second factor', false, false, false],
    ['a member', true, false, false],
    ['an expert', true, false, false],
    ['an author', true, false, false],
    ['an owner', true, true, true],
    ['an owner elsewhere', true, true, false],
    ['a budget holder', true, false, false],
    ['an observer', true, false, false],
    ['a coordinator', true, true, true],
    ['an unverified coordinator', false, false, false],
    ['the auditor', true, false, false],
    ['an administrator', true, false, false],
    ['a committee reader', true, false, false],
  ];
  test.each(cases)('%s: reads %s, says %s, for ours %s', (name, reads, some, ours) => {
    const actor = actors[name];
    expect(mayReadFollowings(actor)).toEqual(
      reads ? allowed : denied('What organisations follow is for verified members of the network.'),
    );
    expect(mayDeclare(actor)).toEqual(some ? allowed : denied(WHO));
    expect(mayDeclareFor(actor, 'ours')).toEqual(ours ? allowed : denied(WHO));
  });

  test('is said for each organisation by its own', () => {
    const both = someone({
      teams: [...placed('author').teams, ...elsewhere('seniorResponsibleOwner').teams],
    });
    expect(mayDeclareFor(both, 'ours').kind).toBe('deny');
    expect(mayDeclareFor(both, 'theirs').kind).toBe('allow');
    expect(mayDeclareFor(both, '').kind).toBe('deny');
  });
});

describe('an interim set', () => {
  const interim = { interim: true, ownerTeamId: 'team' };
  const cases: [Name, boolean, boolean, boolean, boolean][] = [
    // who, adds one, adds one for the team, keeps that of the team, keeps a wider one
    ['a visitor', false, false, false, false],
    ['an unverified owner', false, false, false, false],
    ['an owner before the second factor', false, false, false, false],
    ['a member', false, false, false, false],
    ['an author', false, false, false, false],
    ['an owner', true, true, true, false],
    ['an owner elsewhere', true, false, false, false],
    ['a budget holder', false, false, false, false],
    ['an observer', false, false, false, false],
    ['a coordinator', false, false, true, true],
    ['an unverified coordinator', false, false, false, false],
    ['the auditor', false, false, false, false],
    ['an administrator', false, false, false, false],
    ['a committee reader', false, false, false, false],
  ];
  test.each(cases)(
    '%s: adds %s, for the team %s; keeps it %s, a wider one %s',
    (name, adds, one, keeps, wide) => {
      const actor = actors[name];
      expect(mayAddInterimSet(actor)).toEqual(
        adds ? allowed : denied('Only the senior responsible owner of a team adds an interim set.'),
      );
      expect(mayAddInterimSetFor(actor, { id: 'team' })).toEqual(
        one ? allowed : denied('Only the senior responsible owner of this team adds an interim set for it.'),
      );
      expect(mayKeepSet(actor, interim)).toEqual(
        keeps
          ? allowed
          : denied('Only the senior responsible owner of its team, or a coordinator, can do this.'),
      );
      expect(mayKeepSet(actor, { interim: false, ownerTeamId: null })).toEqual(
        wide ? allowed : denied('Only a coordinator can change frameworks, priority sets and crosswalks.'),
      );
    },
  );

  test('whose team is not known is the coordinators’', () => {
    expect(mayKeepSet(actors['an owner'], { interim: true, ownerTeamId: null }).kind).toBe('deny');
    expect(mayKeepSet(actors['a coordinator'], { interim: true, ownerTeamId: null }).kind).toBe('allow');
  });

  test('that is none is not its team’s, even where one is named', () => {
    expect(mayKeepSet(actors['an owner'], { interim: false, ownerTeamId: 'team' }).kind).toBe('deny');
  });
});

describe('weights', () => {
  const OWN = 'Only coordinators, authors and senior responsible owners save weights.';
  const ALL = 'Only a coordinator chooses the weights that everybody starts from.';
  const cases: [Name, boolean, boolean][] = [
    ['a visitor', false, false],
    ['an unverified owner', false, false],
    ['an owner before the second factor', false, false],
    ['a member', false, false],
    ['an expert', false, false],
    ['an author', true, false],
    ['an owner', true, false],
    ['an owner elsewhere', true, false],
    ['a budget holder', false, false],
    ['an observer', false, false],
    ['a coordinator', true, true],
    ['an unverified coordinator', false, false],
    ['the auditor', false, false],
    ['an administrator', false, false],
    ['a committee reader', false, false],
  ];
  test.each(cases)('%s: saves %s, for everybody %s', (name, saves, all) => {
    expect(mayWeigh(actors[name])).toEqual(saves ? allowed : denied(OWN));
    expect(mayWeighForAll(actors[name])).toEqual(all ? allowed : denied(ALL));
  });

  test('whoever chooses for everybody may save their own', () => {
    for (const actor of Object.values(actors))
      if (mayWeighForAll(actor).kind === 'allow') expect(mayWeigh(actor).kind).toBe('allow');
  });
});
