import { expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor, Person } from '../actor';
import { isAllowed, type Verdict } from '../policy';
import { mayCurateOrganisations } from './organisations/organisation-policy';
import {
  mayAdministerPeople,
  mayChangeOwnAccount,
  mayChangeOwnSecrets,
  mayCommission,
  mayDecideJoinRequests,
  mayInvite,
  mayInviteInto,
  mayPassSecondFactor,
  maySeeClearance,
  maySeeNetwork,
  maySeeProfile,
} from './person-policy';
import { mayChangeTeam, mayCreateTeam } from './teams/team-policy';

const person = (over: Partial<Person> = {}): Person =>
  someone({ id: 'me', sessionId: 's', demonstration: false, ...over });
const inTeam = (roles: Person['teams'][number]['roles']) =>
  person({ teams: [{ teamId: 't', organisationId: 'o', roles }] });

const actors: Record<string, Actor> = {
  visitor: nobody,
  unverified: person({ verified: false }),
  halfway: person({ secondFactorPassed: false, roles: ['administrator', 'coordinator'] }),
  member: person(),
  shared: person({ demonstration: true }),
  observer: inTeam(['observer']),
  author: inTeam(['author']),
  owner: inTeam(['seniorResponsibleOwner']),
  coordinator: person({ roles: ['coordinator'] }),
  administrator: person({ roles: ['administrator'] }),
  auditor: person({ roles: ['auditor'] }),
};
const everybody = Object.keys(actors);
const members = everybody.filter((name) => !['visitor', 'unverified', 'halfway'].includes(name));

const table: [string, (actor: Actor) => Verdict | boolean, string[]][] = [
  ['see the network', maySeeNetwork, members],
  ['change the own account', mayChangeOwnAccount, [...members, 'unverified']],
  ['change own secrets', mayChangeOwnSecrets, [...members.filter((name) => name !== 'shared'), 'unverified']],
  [
    'give a second factor',
    mayPassSecondFactor,
    everybody.filter((name) => !['visitor', 'shared'].includes(name)),
  ],
  ['administer people', mayAdministerPeople, ['administrator']],
  ['invite', mayInvite, ['administrator', 'coordinator']],
  ['invite into a role', (actor) => mayInviteInto(actor, ['auditor']), ['administrator']],
  ['decide who joins', mayDecideJoinRequests, ['administrator', 'coordinator']],
  ['curate organisations', mayCurateOrganisations, ['administrator', 'coordinator']],
  ['create a team', mayCreateTeam, ['administrator', 'coordinator']],
  ['change a team', (actor) => mayChangeTeam(actor, { id: 't' }), ['administrator', 'coordinator', 'owner']],
  ['change another team', (actor) => mayChangeTeam(actor, { id: 'u' }), ['administrator', 'coordinator']],
  ['commission', mayCommission, ['author', 'owner']],
  ["see another's clearance", (actor) => maySeeClearance(actor, 'other'), ['author', 'owner']],
  [
    'see the own clearance',
    (actor) => maySeeClearance(actor, 'me'),
    everybody.filter((name) => name !== 'visitor'),
  ],
  ['see a listed profile', (actor) => maySeeProfile(actor, { personId: 'other', listed: true }), members],
  [
    'see an unlisted profile',
    (actor) => maySeeProfile(actor, { personId: 'other', listed: false }),
    ['coordinator', 'administrator'],
  ],
];

test.each(table)('who may %s', (_what, may, allowed) => {
  const found = everybody.filter((name) => {
    const answer = may(actors[name]!);
    return typeof answer === 'boolean' ? answer : isAllowed(answer);
  });
  expect(found.sort()).toEqual([...allowed].sort());
});

test('nobody of a firm sees clearances, whatever their team', () => {
  const firm = { ...inTeam(['author', 'seniorResponsibleOwner']), privateSector: true };
  expect(maySeeClearance(firm, 'other')).toBe(false);
});
