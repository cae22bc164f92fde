import { enc, ref } from './address';

export const administrationPaths = {
  administration: () => '/administration',
  keptMail: () => '/administration/mail',
  keptLetter: (id: string) => `/administration/mail/${enc(id)}`,
  people: () => '/administration/people',
  person: (reference: string) => `/administration/people/${ref(reference)}`,
  grantRole: (reference: string) => `/administration/people/${ref(reference)}/grant-role`,
  revokeRole: (reference: string) => `/administration/people/${ref(reference)}/revoke-role`,
  suspendPerson: (reference: string) => `/administration/people/${ref(reference)}/suspend`,
  restorePerson: (reference: string) => `/administration/people/${ref(reference)}/restore`,
  clearSecondFactor: (reference: string) => `/administration/people/${ref(reference)}/clear-second-factor`,
  erasePerson: (reference: string) => `/administration/people/${ref(reference)}/erase`,
  confirmAffiliation: (reference: string) => `/administration/people/${ref(reference)}/confirm-affiliation`,
  invitations: () => '/administration/invitations',
  invite: (team?: string) => `/administration/invitations/new${team ? `?team=${ref(team)}` : ''}`,
  inviteMany: () => '/administration/invitations/many',
  sendInvitations: () => '/administration/invitations/many/send',
  revokeInvitation: (reference: string) => `/administration/invitations/${ref(reference)}/revoke`,
  joinRequests: () => '/administration/join-requests',
  joinRequest: (reference: string) => `/administration/join-requests/${ref(reference)}`,
};
