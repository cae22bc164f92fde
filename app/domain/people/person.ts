import type { InstallationRole } from '../actor';

export type PersonState = 'unverified' | 'member' | 'suspended' | 'erased';

/** What stands in the place of an erased person's name, everywhere. */
export const FORMER_MEMBER = 'former member';

export interface PersonStanding {
  verifiedAt: Date | null;
  suspendedAt: Date | null;
  erasedAt: Date | null;
}

export function stateOfPerson(person: PersonStanding): PersonState {
  if (person.erasedAt) return 'erased';
  if (person.suspendedAt) return 'suspended';
  return person.verifiedAt ? 'member' : 'unverified';
}

export const PERSON_STATES: Record<
  PersonState,
  { text: string; colour: 'green' | 'grey' | 'orange' | 'red' }
> = {
  unverified: { text: 'Not verified', colour: 'orange' },
  member: { text: 'Member', colour: 'green' },
  suspended: { text: 'Suspended', colour: 'red' },
  erased: { text: 'Erased', colour: 'grey' },
};

export const INSTALLATION_ROLES: Record<InstallationRole, { name: string; what: string }> = {
  coordinator: {
    name: 'Coordinator',
    what: 'Curates terms and priorities, reviews findings, lets people in',
  },
  administrator: { name: 'Administrator', what: 'Invites people, grants roles, reads kept mail' },
  auditor: { name: 'Auditor', what: 'Reads histories after the decision; own reads are logged' },
  committeeReader: { name: 'Committee reader', what: 'Reads released records and scorecards' },
};

export const INSTALLATION_ROLE_NAMES = Object.keys(INSTALLATION_ROLES) as [
  InstallationRole,
  ...InstallationRole[],
];
