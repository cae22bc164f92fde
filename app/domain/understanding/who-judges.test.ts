import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor, TeamRole } from '../actor';
import { maySetCountries } from './places/place-policy';
import {
  mayAuthoriseTeams,
  mayKeepIndicators,
  mayRateUnderstanding,
  mayReadUnderstanding,
} from './understanding-policy';

const placed = (...roles: TeamRole[]) => ({ teams: [{ teamId: 'team', organisationId: 'ours', roles }] });

const actors = {
  'a visitor': nobody,
  'an unverified author': someone({ id: 'sharer', verified: false, ...placed('author') }),
  'an author before the second factor': someone({
    id: 'sharer',
    secondFactorPassed: false,
    ...placed('author'),
  }),
  'a member': someone(),
  'whoever shared it': someone({ id: 'sharer' }),
  'an author': someone(placed('author')),
  'an owner': someone(placed('seniorResponsibleOwner')),
  'a budget holder': someone(placed('budgetHolder')),
  'an evaluator': someone(placed('evaluator')),
  'an observer': someone(placed('observer')),
  'an author elsewhere': someone({
    teams: [{ teamId: 'other', organisationId: 'ours', roles: ['author', 'seniorResponsibleOwner'] }],
  }),
  'a coordinator': someone({ roles: ['coordinator'] }),
  'an unverified coordinator': someone({ roles: ['coordinator'], verified: false }),
  'the auditor': someone({ roles: ['auditor'] }),
  'an administrator': someone({ roles: ['administrator'] }),
  'a committee reader': someone({ roles: ['committeeReader'] }),
  'a committee reader who is an expert': someone({ roles: ['committeeReader'], expert: true }),
} satisfies Record<string, Actor>;
type Name = keyof typeof actors;

const verdict = (may: boolean, why: string) => (may ? { kind: 'allow' } : { kind: 'deny', why });

describe('how well something is understood', () => {
  const READ = 'What is understood is for verified members of the network and the auditor.';
  const RATE =
    'Only coordinators, and authors and senior responsible owners of authorised teams, rate understanding.';
  const cases: [Name, boolean, boolean, boolean][] = [
    // who, reads, rates where the team is authorised, rates where none is
    ['a visitor', false, false, false],
    ['an unverified author', false, false, false],
    ['an author before the second factor', false, false, false],
    ['a member', true, false, false],
    ['whoever shared it', true, false, false],
    ['an author', true, true, false],
    ['an owner', true, true, false],
    ['a budget holder', true, false, false],
    ['an evaluator', true, false, false],
    ['an observer', true, false, false],
    ['an author elsewhere', true, false, false],
    ['a coordinator', true, true, true],
    ['an unverified coordinator', false, false, false],
    ['the auditor', true, false, false],
    ['an administrator', true, false, false],
    ['a committee reader', false, false, false],
    ['a committee reader who is an expert', true, false, false],
  ];
  test.each(cases)('%s: reads %s, rates %s, without a team %s', (name, reads, rates, always) => {
    const actor = actors[name];
    expect(mayReadUnderstanding(actor)).toEqual(verdict(reads, READ));
    expect(mayRateUnderstanding(actor, ['team', 'third'])).toEqual(verdict(rates, RATE));
    expect(mayRateUnderstanding(actor, [])).toEqual(verdict(always, RATE));
    expect(mayKeepIndicators(actor, ['team'])).toEqual(verdict(rates, RATE));
  });

  test('teams are authorised by coordinators alone', () => {
    const may = (Object.keys(actors) as Name[]).filter(
      (name) => mayAuthoriseTeams(actors[name]).kind === 'allow',
    );
    expect(may).toEqual(['a coordinator']);
    expect(mayAuthoriseTeams(nobody)).toEqual(
      verdict(false, 'Only a coordinator authorises teams to rate understanding.'),
    );
  });
});

describe('where something is about', () => {
  const WHO = 'Only those who asked or shared it, and coordinators, say which countries it is about.';
  const question = { teamId: 'team', submittedById: null };
  const finding = { teamId: null, submittedById: 'sharer' };
  const cases: [Name, boolean, boolean][] = [
    // who, of the team's question, of a finding somebody shared
    ['a visitor', false, false],
    ['an unverified author', false, false],
    ['an author before the second factor', false, false],
    ['a member', false, false],
    ['whoever shared it', false, true],
    ['an author', true, false],
    ['an owner', true, false],
    ['a budget holder', false, false],
    ['an evaluator', false, false],
    ['an observer', false, false],
    ['an author elsewhere', false, false],
    ['a coordinator', true, true],
    ['an unverified coordinator', false, false],
    ['the auditor', false, false],
    ['an administrator', false, false],
    ['a committee reader', false, false],
  ];
  test.each(cases)('%s: of the question %s, of the finding %s', (name, asked, shared) => {
    expect(maySetCountries(actors[name], question)).toEqual(verdict(asked, WHO));
    expect(maySetCountries(actors[name], finding)).toEqual(verdict(shared, WHO));
  });

  test('what nobody asked or shared is the coordinators’', () => {
    const nobodys = { teamId: null, submittedById: null };
    const may = (Object.keys(actors) as Name[]).filter(
      (name) => maySetCountries(actors[name], nobodys).kind === 'allow',
    );
    expect(may).toEqual(['a coordinator']);
  });
});
