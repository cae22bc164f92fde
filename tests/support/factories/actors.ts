import type { Actor, Person, TeamRole } from '~/domain/actor';

export const AS_OF = new Date('2026-11-21T12:00:00Z');

/** A verified member of nothing in particular, for pure policies; no database is asked. */
export const someone = (over: Partial<Person> = {}): Person => ({
  kind: 'person',
  id: 'somebody',
  reference: '22222222',
  name: 'Somebody',
  verified: true,
  demonstration: true,
  expert: false,
  roles: [],
  teams: [],
  organisationIds: [],
  privateSector: false,
  panels: [],
  walls: [],
  secondFactorPassed: true,
  secondFactorSetUp: true,
  sessionId: null,
  unreadNotices: 0,
  asOf: AS_OF,
  ...over,
});

export const nobody: Actor = { kind: 'visitor', asOf: AS_OF };

export const inTeam = (teamId: string, ...roles: TeamRole[]): Pick<Person, 'teams'> => ({
  teams: [{ teamId, organisationId: 'organisation', roles }],
});
